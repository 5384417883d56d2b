package chapter

import (
	"errors"
	"fmt"
	"strings"

	"github.com/yuin/goldmark/ast"
)

// callouts are the kinds of quotes that stand out, with their headings.
var callouts = map[string]string{"NOTE": "Note", "MYTH": "Often said, and wrong", "WARNING": "Careful"}

// kindAttribute holds the kind of a callout, on its quote.
const kindAttribute = "kind"

// takeKinds takes the kind of each callout off its first line, so that it is no part of the
// text, and refuses any other quote.
func takeKinds(tree ast.Node, source []byte) error {
	var quotes []ast.Node
	_ = ast.Walk(tree, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		if entering && n.Kind() == ast.KindBlockquote {
			quotes = append(quotes, n)
		}
		return ast.WalkContinue, nil
	})
	for _, q := range quotes {
		kind, err := takeKind(q, source)
		if err != nil {
			return err
		}
		q.SetAttributeString(kindAttribute, kind)
	}
	return nil
}

func takeKind(quote ast.Node, source []byte) (string, error) {
	paragraph := quote.FirstChild()
	if paragraph == nil {
		return "", errors.New("an empty quote")
	}
	line := ""
	var taken []ast.Node
	for n := paragraph.FirstChild(); n != nil; n = n.NextSibling() {
		t, ok := n.(*ast.Text)
		if !ok {
			break
		}
		line += string(t.Segment.Value(source))
		taken = append(taken, n)
		if t.SoftLineBreak() {
			break
		}
	}
	kind := strings.TrimSuffix(strings.TrimPrefix(strings.TrimSpace(line), "[!"), "]")
	if _, ok := callouts[kind]; !ok {
		return "", fmt.Errorf("a quote that is no callout: %q", line)
	}
	for _, n := range taken {
		paragraph.RemoveChild(paragraph, n)
	}
	if !paragraph.HasChildren() {
		quote.RemoveChild(quote, paragraph)
	}
	return kind, nil
}
