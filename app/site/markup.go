package site

import (
	"fmt"
	"slices"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// cleanTexts takes away the line breaks that go-app puts between an element's children:
// the running program creates none.
func cleanTexts(body *html.Node) {
	for _, n := range slices.Collect(body.Descendants()) {
		if n.Type == html.TextNode {
			trimLineBreaks(n)
		}
	}
}

// cleanElements makes the tree under root the one that the browser will have once the
// program runs, and the same in every build:
//
//   - attributes are sorted, because go-app writes them in the order of a map;
//   - attributes that need the word "true" get it back, because go-app writes
//     every true value as a bare name;
//   - the loader's image becomes an empty element, because go-app's comes from
//     another host.
//
// It returns ErrMarkup for what the page's policy would refuse, and for values
// that go-app spoils.
func cleanElements(root *html.Node) error {
	for n := range root.Descendants() {
		if n.Type != html.ElementNode {
			continue
		}
		if err := cleanElement(n); err != nil {
			return err
		}
	}
	return nil
}

func cleanElement(n *html.Node) error {
	if n.DataAtom == atom.Img && attr(n, "id") == "app-wasm-loader-icon" {
		n.Data, n.DataAtom = "span", atom.Span
		n.Attr = slices.DeleteFunc(n.Attr, func(a html.Attribute) bool { return a.Key == "src" })
	}
	for i, a := range n.Attr {
		if a.Val == "" && needsTrue(a.Key) {
			n.Attr[i].Val = "true"
		}
		if err := checkAttr(a); err != nil {
			return fmt.Errorf("%w in element %s", err, n.Data)
		}
	}
	slices.SortFunc(n.Attr, func(a, b html.Attribute) int { return strings.Compare(a.Key, b.Key) })
	if (n.DataAtom == atom.Script || n.DataAtom == atom.Style) && n.FirstChild != nil {
		return fmt.Errorf("%w: inline %s", ErrMarkup, n.Data)
	}
	return nil
}

// needsTrue reports whether an attribute of this name means something else, or
// nothing, when it has no value.
func needsTrue(name string) bool {
	return strings.HasPrefix(name, "aria-") || name == "contenteditable" || name == "draggable"
}

// checkAttr refuses inline style and script, and what is left of a value with
// a quotation mark, a backslash or a line break: go-app quotes attributes by
// the rules of Go, which are not those of HTML.
func checkAttr(a html.Attribute) error {
	switch {
	case a.Key == "style", strings.HasPrefix(a.Key, "on"):
		return fmt.Errorf("%w: inline attribute %s", ErrMarkup, a.Key)
	case strings.ContainsAny(a.Key, `"\`), strings.Contains(a.Val, `\`):
		return fmt.Errorf("%w: a quotation mark, backslash or line break in attribute %s", ErrMarkup, a.Key)
	default:
		return nil
	}
}

// trimLineBreaks takes away what go-app wrote around a text that has elements
// beside it: one line break before and one after.
func trimLineBreaks(n *html.Node) {
	if n.PrevSibling == nil && n.NextSibling == nil {
		return
	}
	n.Data = strings.TrimSuffix(strings.TrimPrefix(n.Data, "\n"), "\n")
	if n.Data == "" {
		n.Parent.RemoveChild(n)
	}
}

func attr(n *html.Node, name string) string {
	for _, a := range n.Attr {
		if a.Key == name {
			return a.Val
		}
	}
	return ""
}

func setAttr(n *html.Node, name, value string) {
	for i, a := range n.Attr {
		if a.Key == name {
			n.Attr[i].Val = value
		}
	}
}
