package chapter

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestWhatAChapterMayNotHoldIsRefusedWithTheReason(t *testing.T) {
	for name, c := range map[string]struct{ text, why string }{
		"unknown box":             {"```try nothing\nx\n```", `there is no box "nothing"`},
		"box without a name":      {"```try\nx\n```", `there is no box ""`},
		"HTML":                    {"<div>x</div>", "HTML in the text"},
		"HTML in a line":          {"a <b>b</b>", "HTML in the text"},
		"script":                  {"<script>alert()</script>", "HTML in the text"},
		"comment in a line":       {"a <!-- b --> c", "HTML in the text"},
		"HTML in a list":          {"- a\n\n  <div>x</div>", "HTML in the text"},
		"text after a comment":    {"<!-- a --> b", "something follows a comment"},
		"comment that never ends": {"<!-- a\n\nb", "something follows a comment"},
		"link to another site":    {"[a](https://example.com)", `a link to another site, "https://example.com"`},
		"link without a scheme":   {"[a](//example.com)", "a link to another site"},
		"link with a backslash":   {`[a](/\example.com)`, "a link to another site"},
		"link that is a script":   {"[a](javascript:alert())", "a link to another site"},
		"link beside":             {"[a](entropy)", "a link to another site"},
		"empty link":              {"[a]()", "a link to another site"},
		"address in brackets":     {"<https://example.com>", "a link to another site"},
		"picture":                 {"![a](/b.png)", "a picture"},
		"indented code":           {"a\n\n    code", "indented code"},
		"heading of level 1":      {"# a", "a heading of level 1: a"},
		"heading of level 3":      {"### a b", "a heading of level 3: a b"},
		"underlined heading":      {"a\n===", "a heading of level 1"},
		"heading in a callout":    {"> [!NOTE]\n> a\n>\n> ## b", "a heading inside"},
		"heading in a list":       {"- ## b", "a heading inside"},
		"quote":                   {"> said", `a quote that is no callout: "said"`},
		"unknown callout":         {"> [!TIP]\n> said", `a quote that is no callout: "[!TIP]"`},
		"callout in small":        {"> [!note]\n> said", "a quote that is no callout"},
		"callout in one line":     {"> [!NOTE] said", "a quote that is no callout"},
		"quoted list":             {"> - said", "a quote that is no callout"},
		"empty quote":             {">", "an empty quote"},
		"fence without language":  {"```\ncode\n```", `a fence without a language: "code`},
		"source that is not":      {"Claim.[^three]", "unknown source"},
		"unknown number":          {"{= nothing =}", `function "nothing" not defined`},
		"number that fails":       {`{= minBytes "HS1" =}`, `"HS1"`},
		"number that never ends":  {`{= minBytes "HS256"`, "unclosed action"},
	} {
		t.Run(name, func(t *testing.T) {
			_, err := renderText(t, "Text before.\n\n"+c.text+"\n")
			assert.ErrorContains(t, err, c.why)
		})
	}
}

func TestWhatLooksLikeASourceInCodeIsNone(t *testing.T) {
	assert.Contains(t, rendered(t, "Write `[^a-z]`.\n\n```js\n/[^0-9]/\n```\n").body, "<code>[^a-z]</code>")
}

func TestWhatStandsBeforeTheTextIsATitleAndADescription(t *testing.T) {
	for name, c := range map[string]struct{ file, source, why string }{
		"unknown line":   {"1-a.md", "title: T\ndescription: D\ndate: today\n\nText", `unknown line before the text: "date: today"`},
		"no title":       {"1-a.md", "description: D\n\nText", "title or description is missing"},
		"no description": {"1-a.md", "title: T\n\nText", "title or description is missing"},
		"empty title":    {"1-a.md", "title:\ndescription: D\n\nText", "title or description is missing"},
		"only text":      {"1-a.md", "Some text\n\nMore", "unknown line before the text"},
		"no number":      {"a-b.md", "title: T\ndescription: D\n\nText", `"a"`},
	} {
		t.Run(name, func(t *testing.T) {
			_, _, err := head(c.file, c.source)
			assert.ErrorContains(t, err, c.why)
		})
	}
}
