package chapter

import (
	"fmt"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"jwtsecret/app/guide"
)

// formOf returns what the fields of a box begin with.
func formOf(box *html.Node) guide.Form {
	form := guide.Form{}
	for n := range box.Descendants() {
		name, named := attribute(n, "name")
		if n.Type != html.ElementNode || !named {
			continue
		}
		switch n.DataAtom {
		case atom.Input:
			if value, ok := valueOf(n); ok {
				form[name] = []byte(value)
			}
		case atom.Textarea:
			form[name] = []byte(textOf(n))
		case atom.Select:
			form[name] = []byte(chosen(n))
		}
	}
	return form
}

// valueOf returns what an input begins with, unless it is one to choose that is not chosen.
func valueOf(input *html.Node) (value string, ok bool) {
	value, _ = attribute(input, "value")
	_, ticked := attribute(input, "checked")
	switch kind, _ := attribute(input, "type"); kind {
	case "checkbox":
		return "on", ticked
	case "radio":
		return value, ticked
	}
	return value, true
}

// chosen returns the value of the option that a list begins with.
func chosen(list *html.Node) (value string) {
	first := true
	for n := range list.Descendants() {
		if n.DataAtom != atom.Option {
			continue
		}
		if _, selected := attribute(n, "selected"); selected || first {
			value, _ = attribute(n, "value")
		}
		first = false
	}
	return value
}

// show writes what a box shows into its markup. Pictures need a browser.
func show(box *html.Node, v guide.View) error {
	for _, c := range v.Changes {
		attr := "data-place"
		switch {
		case c.Fill != nil:
			attr = "name"
		case c.Allow != nil:
			attr = "data-act"
		}
		n := find(box, attr, c.Place)
		if n == nil {
			return fmt.Errorf("its markup has no %s %q", attr, c.Place)
		}
		switch {
		case c.Text != nil:
			setText(n, string(c.Text))
		case c.State != nil:
			setAttribute(n, "data-state", *c.State)
		case c.Rows != nil:
			setRows(n, c.Rows)
		case c.Fill != nil:
			return fmt.Errorf("it fills %q, which a person has not touched", c.Place)
		}
	}
	return nil
}

func find(in *html.Node, attr, value string) *html.Node {
	for n := range in.Descendants() {
		if v, ok := attribute(n, attr); ok && v == value {
			return n
		}
	}
	return nil
}

func attribute(n *html.Node, name string) (string, bool) {
	for _, a := range n.Attr {
		if a.Key == name {
			return a.Val, true
		}
	}
	return "", false
}

func setAttribute(n *html.Node, name, value string) {
	for i, a := range n.Attr {
		if a.Key == name {
			n.Attr[i].Val = value
			return
		}
	}
	n.Attr = append(n.Attr, html.Attribute{Key: name, Val: value})
}

func setText(n *html.Node, text string) {
	for n.FirstChild != nil {
		n.RemoveChild(n.FirstChild)
	}
	n.AppendChild(&html.Node{Type: html.TextNode, Data: text})
}

func setRows(body *html.Node, rows [][]string) {
	for body.FirstChild != nil {
		body.RemoveChild(body.FirstChild)
	}
	for _, row := range rows {
		line := &html.Node{Type: html.ElementNode, Data: "tr", DataAtom: atom.Tr}
		for i, cell := range row {
			c := &html.Node{Type: html.ElementNode, Data: "td", DataAtom: atom.Td}
			if i == 0 {
				c = &html.Node{Type: html.ElementNode, Data: "th", DataAtom: atom.Th, Attr: []html.Attribute{{Key: "scope", Val: "row"}}}
			}
			setText(c, cell)
			line.AppendChild(c)
		}
		body.AppendChild(line)
	}
}

// textOf returns the text under a node.
func textOf(n *html.Node) string {
	var text strings.Builder
	for d := range n.Descendants() {
		if d.Type == html.TextNode {
			text.WriteString(d.Data)
		}
	}
	return text.String()
}
