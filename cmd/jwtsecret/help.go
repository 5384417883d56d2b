package main

import (
	"embed"
	"errors"
	"strings"

	"jwtsecret/app/export"
	"jwtsecret/app/preset"
)

//go:embed help
var pages embed.FS

// lists are the parts of the help that follow from the domain.
var lists = map[string]func() string{"targets": targetList, "presets": presetList}

// help teaches a command, or lists all.
func (c *call) help() error {
	topic := "jwtsecret"
	switch {
	case len(c.args) > 1:
		return errors.New("name one command")
	case len(c.args) == 1:
		topic = c.args[0]
	}
	if err := c.teach(topic); !errors.Is(err, errHelp) {
		return err
	}
	return nil
}

// teach writes the page of help on a topic; the error is errHelp then.
func (c *call) teach(topic string) error {
	if list, is := lists[topic]; is {
		c.print("%s", list())
		return errHelp
	}
	page, err := pages.ReadFile("help/" + topic + ".txt")
	if err != nil {
		return errors.New("there is no help on that: jwtsecret help lists the commands")
	}
	c.print("%s", page)
	return errHelp
}

func targetList() string {
	var b strings.Builder
	b.WriteString("Where a secret goes: jwtsecret make -for TARGET\n")
	group := export.Group("")
	for _, t := range export.Targets() {
		if t.Group != group {
			group = t.Group
			b.WriteString("\n" + string(group) + "\n")
		}
		b.WriteString("  " + t.ID + strings.Repeat(" ", max(1, 24-len(t.ID))) + t.Title + "\n")
	}
	return b.String()
}

func presetList() string {
	var b strings.Builder
	b.WriteString("What a product asks for: jwtsecret make -preset NAME\n\n")
	for _, p := range preset.All() {
		b.WriteString("  " + p.ID + strings.Repeat(" ", max(1, 24-len(p.ID))) + p.Title + "\n")
	}
	return b.String()
}
