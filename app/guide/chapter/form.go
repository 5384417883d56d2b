package chapter

import (
	"bytes"
	_ "embed"
	"errors"
	"fmt"
	"html/template"
	"io/fs"
	"path"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"jwtsecret/app/guide"
)

// controlSource are the parts that the forms of boxes are made of. Each exists once.
//
//go:embed controls.html
var controlSource string

// forms are the markup of the try-it boxes, by name, and what works them out.
type forms struct {
	templates *template.Template
	boxes     func(name string) (guide.Box, bool)
}

// loadForms reads the forms from the folder box.
func loadForms(folder fs.FS) (forms, error) {
	f := forms{boxes: guide.New, templates: template.New("").Funcs(template.FuncMap{
		"dict": dict, "split": func(s string) []string { return strings.Split(s, "|") },
	})}
	if _, err := f.templates.Parse(controlSource); err != nil {
		return f, err
	}
	names, err := fs.Glob(folder, "box/*.html")
	if err != nil {
		return f, err
	}
	for _, name := range names {
		text, err := fs.ReadFile(folder, name)
		if err != nil {
			return f, err
		}
		if _, err := f.templates.New(strings.TrimSuffix(path.Base(name), ".html")).Parse(string(text)); err != nil {
			return f, err
		}
	}
	return f, nil
}

// dict makes the data of a control from names and values.
func dict(pairs ...any) (map[string]any, error) {
	if len(pairs)%2 != 0 {
		return nil, errors.New("names and values are not in pairs")
	}
	all := map[string]any{}
	for i := 0; i < len(pairs); i += 2 {
		name, ok := pairs[i].(string)
		if !ok {
			return nil, errors.New("a name is no text")
		}
		all[name] = pairs[i+1]
	}
	return all, nil
}

// render writes a box, with what it shows for what its fields begin with.
func (f forms) render(name, title string) (string, error) {
	box, ok := f.boxes(name)
	if !ok || f.templates.Lookup(name) == nil {
		return "", fmt.Errorf("there is no box %q", name)
	}
	var form bytes.Buffer
	if err := f.templates.ExecuteTemplate(&form, name, name); err != nil {
		return "", err
	}
	var whole bytes.Buffer
	if err := f.templates.ExecuteTemplate(&whole, "box", map[string]any{"Name": name, "Title": title, "Form": template.HTML(form.String())}); err != nil {
		return "", err
	}
	body := &html.Node{Type: html.ElementNode, Data: "div", DataAtom: atom.Div}
	nodes, err := html.ParseFragment(&whole, body)
	if err != nil {
		return "", err
	}
	for _, n := range nodes {
		body.AppendChild(n)
	}
	var v guide.View
	box.Show(formOf(body), &v)
	if err := show(body, v); err != nil {
		return "", fmt.Errorf("box %q: %w", name, err)
	}
	var out strings.Builder
	for n := range body.ChildNodes() {
		if err := html.Render(&out, n); err != nil {
			return "", err
		}
	}
	return out.String(), nil
}
