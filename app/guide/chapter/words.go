package chapter

import (
	"fmt"
	"strings"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/util"
)

// rawText returns the source lines of a block.
func rawText(n ast.Node, source []byte) string {
	var lines strings.Builder
	for i := range n.Lines().Len() {
		line := n.Lines().At(i)
		lines.Write(line.Value(source))
	}
	if h, ok := n.(*ast.HTMLBlock); ok && h.HasClosure() {
		lines.Write(h.ClosureLine.Value(source))
	}
	return lines.String()
}

// plain returns the words under a node, code but no box among them.
func plain(n ast.Node, source []byte) string {
	var words strings.Builder
	_ = ast.Walk(n, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		if !entering {
			if n.Type() == ast.TypeBlock {
				words.WriteByte(' ')
			}
			return ast.WalkContinue, nil
		}
		switch n := n.(type) {
		case *ast.Text:
			words.Write(readText(n, source))
			if n.SoftLineBreak() || n.HardLineBreak() {
				words.WriteByte(' ')
			}
		case *ast.String:
			words.Write(n.Value)
		case *ast.FencedCodeBlock:
			if language := string(n.Language(source)); language != "try" {
				words.WriteString(rawText(n, source))
			}
		}
		return ast.WalkContinue, nil
	})
	return strings.TrimSpace(words.String())
}

// readText returns what a person reads of a piece of text: outside of code, a character after
// a backslash is itself, and an entity is what it stands for.
func readText(n *ast.Text, source []byte) []byte {
	text := n.Segment.Value(source)
	if n.IsRaw() {
		return text
	}
	return util.ResolveEntityNames(util.ResolveNumericReferences(util.UnescapePunctuations(text)))
}

// checkTree refuses what would be seen, but not as what it was meant for: a heading that no
// list of sections has, and a source that sources.md has not.
func checkTree(tree ast.Node, source []byte) error {
	return ast.Walk(tree, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		switch {
		case !entering || n.Type() != ast.TypeBlock:
		case n.Kind() == ast.KindHeading && n.Parent() != tree:
			return ast.WalkStop, fmt.Errorf("a heading inside of something else: %s", plain(n, source))
		default:
			if _, after, found := strings.Cut(proseOf(n, source), "[^"); found {
				return ast.WalkStop, fmt.Errorf("unknown source: %.20q", "[^"+after)
			}
		}
		return ast.WalkContinue, nil
	})
}

// proseOf returns the text right in a block, without code and without what stands in other
// blocks inside.
func proseOf(block ast.Node, source []byte) string {
	var prose strings.Builder
	for n := block.FirstChild(); n != nil; n = n.NextSibling() {
		if n.Type() == ast.TypeBlock || n.Kind() == ast.KindCodeSpan {
			continue
		}
		if t, ok := n.(*ast.Text); ok {
			prose.Write(t.Segment.Value(source))
		} else {
			prose.WriteString(proseOf(n, source))
		}
	}
	return prose.String()
}
