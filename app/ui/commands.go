package ui

import (
	"strings"
	"unicode/utf8"

	"jwtsecret/app/browser"
	"jwtsecret/app/export"
	"jwtsecret/app/export/snippet"
	"jwtsecret/app/meta"
	"jwtsecret/app/preset"
	"jwtsecret/app/secret"
)

// What the palette can do, and how it is found.

// command is one line of the palette.
type command struct {
	kind, title string

	// does is an address, which begins with a slash, a number sign and the id of a button
	// to press, or a wish.
	does string

	words []string // by which it is found, those of the title first
	named int      // how many are of the title
}

// pressable are the buttons that are worth finding, on whatever page they are.
const pressable = "main .actions > button[id], #undo, #stop, #clear-clipboard, #install, #show-keys"

// commands lists all that can be done from the page as it is now.
func commands() (all []*command) {
	add := func(kind, title, does, more string) {
		c := &command{kind: kind, title: title, does: does, words: words(title)}
		c.named = len(c.words)
		c.words = append(c.words, words(kind+" "+more)...)
		all = append(all, c)
	}
	for _, b := range browser.Buttons(pressable) {
		add("Action", b[1], "#"+b[0], "")
	}
	for _, r := range meta.Routes {
		add("Page", r.Link, r.Path, r.Title+" "+pageWords(r.Path))
	}
	for _, a := range secret.Algorithms() {
		add("New secret", a.String(), "/?"+paramAlgorithm+"="+a.String(), "")
	}
	for _, f := range secret.Formats() {
		value, text := describeFormat(f)
		add("New secret", text, "/?"+paramFormat+"="+value, "")
	}
	add("New secret", "In your own terminal", wishTerminal, "openssl command shell")
	for _, g := range pairGroups {
		for _, a := range strings.Fields(g.algorithms) {
			add("New key", a, meta.KeysPath+"?"+pairKind{algorithm: a}.param(), g.title)
		}
	}
	if !inFile { // which has no guide
		for _, c := range meta.Chapters {
			add("Guide", c.Title, c.Path, "chapter")
		}
	}
	for _, p := range preset.All() {
		add("New secret", p.Title, "/?for="+p.ID, p.ID)
	}
	for _, t := range export.Targets() {
		add("Where it goes", t.Title, wishTarget+t.ID, t.ID+" "+string(t.Group)+either(strings.HasPrefix(t.ID, "kubernetes"), " k8s", ""))
	}
	for _, s := range snippet.All() {
		add("Your code", s.Name, wishLibrary+s.ID, s.ID+" library")
	}
	return all
}

// pageWords are further words for what is done on a page.
func pageWords(path string) string {
	switch path {
	case "/":
		return "csv create new"
	case meta.KeysPath:
		return "public private certificate x509 convert openssl"
	case meta.AuditPath:
		return "weak guess crack leaked strength"
	case meta.TokenPath:
		return "decode inspect claims"
	case meta.BulkPath:
		return "zip"
	case meta.RotatePath:
		return "leaked replace"
	case meta.TrustPath:
		return "offline privacy storage clear"
	default:
		return ""
	}
}

// worst is the rank of a command that just fits.
const worst = 3

// rank says how well a command fits the words that are looked for, from 0 for best. Each
// of them has to begin one of the command's: else the rank is beyond the worst.
func (c *command) rank(sought []string) (rank int) {
	for _, s := range sought {
		best := worst + 1
		for i, w := range c.words {
			one := min(i, 1) // the first word of a title counts most
			switch {
			case !strings.HasPrefix(w, s):
				one = best
			case i >= c.named:
				one = worst
			case w != s:
				one++
			}
			best = min(best, one)
		}
		rank = max(rank, best)
	}
	return rank
}

// maxSought is how many bytes of what was typed are looked for: millions, pasted by
// mistake, would take minutes.
const maxSought = 200

// find returns the commands that fit what was typed, the best first.
func find(all []*command, typed string) (found []*command) {
	sought := words(typed[:min(len(typed), maxSought)])
	for rank := range worst + 1 {
		for _, c := range all {
			if c.rank(sought) == rank {
				found = append(found, c)
			}
		}
	}
	return found
}

// words splits a text where neither letter nor digit stands, and makes it plain.
func words(text string) []string {
	return strings.FieldsFunc(strings.Map(bare, strings.ToLower(text)), func(r rune) bool {
		return r < utf8.RuneSelf && (r < 'a' || r > 'z') && (r < '0' || r > '9')
	})
}

// bareLetters are those of Latin-1 from à on, without their accents.
const bareLetters = "aaaaaaaceeeeiiiidnooooo/ouuuuypy"

// bare is a small letter without its accent; an accent apart is dropped.
func bare(r rune) rune {
	switch {
	case r >= 0x300 && r < 0x370:
		return -1
	case r >= 'à' && r <= 'ÿ':
		return rune(bareLetters[r-'à'])
	}
	return r
}
