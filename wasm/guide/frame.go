package main

import (
	"encoding/json"
	"strconv"

	"jwtsecret/app/browser"
	"jwtsecret/app/guide"
	"jwtsecret/app/meta"
)

// enableCopying makes the buttons beside pieces of code work. What came of it is said beside the
// button, where a screen reader follows, and the button keeps its name and its width.
func enableCopying() {
	for _, figure := range browser.All(".snippet") {
		code, said := figure.All("code")[0], figure.All("[role=status]")[0]
		presses := 0
		for _, button := range figure.All("[data-copy]") {
			button.Enable(true)
			button.On("click", "", func(browser.Element) {
				browser.Copy(code.Text(), func(err error) {
					words := "Copied"
					if err != nil {
						words = "Not copied"
					}
					said.SetText([]byte(words))
					presses++
					press := presses
					browser.After(2000, func() {
						if press == presses {
							said.SetText([]byte{})
						}
					})
				})
			})
		}
	}
}

// reachScrolling lets the keyboard come to the tables and the pieces of code that scroll, and to
// no others.
func reachScrolling() {
	for _, e := range browser.All(".table-place, .snippet pre") {
		if e.Scrolls() {
			e.SetAttribute("tabindex", "0")
		} else {
			e.RemoveAttribute("tabindex")
		}
	}
}

// search looks through all chapters.
type search struct {
	field, count, found browser.Element
	asked               bool // for the list of sections
	entries             []guide.Entry
	failed              bool
	entered             bool // Enter was pressed before the list was there
}

func enableSearch() {
	fields := browser.All("#guide-search")
	if len(fields) == 0 {
		return
	}
	s := &search{field: fields[0], count: browser.All("#guide-count")[0], found: browser.All("#guide-found")[0]}
	s.field.Reset()
	s.field.Enable(true)
	s.field.On("focus", "", func(browser.Element) { s.load() })
	s.field.On("input", "", func(browser.Element) { s.entered = false; s.load(); s.show() })
	s.field.OnKey("Escape", s.clear)
	s.field.OnKey("Enter", s.openFirst)
	browser.OnWindow("pagehide", s.clear) // what was typed may have been pasted into the wrong field
}

// load gets the list of sections once it is needed.
func (s *search) load() {
	if s.asked {
		return
	}
	s.asked, s.failed = true, false
	browser.Fetch(s.field.Data("index"), func(list []byte) {
		s.failed = json.Unmarshal(list, &s.entries) != nil
		s.asked = !s.failed
		s.show()
		entered := s.entered && !s.failed && s.field.HasFocus() // who has left the field reads on
		s.entered = false
		if entered {
			s.openFirst()
		}
	})
}

func (s *search) clear() {
	s.entered = false
	s.field.Reset()
	s.show()
}

// openFirst goes to the section that fits best, as soon as the list is there.
func (s *search) openFirst() {
	if s.entries == nil {
		s.entered = true
		s.load() // again, where it has failed
		s.show()
		return
	}
	if links := s.found.All("a"); len(links) > 0 {
		links[0].Click()
	}
}

func (s *search) show() {
	typed := string(s.field.Value())
	hits, total := guide.Search(s.entries, typed)
	links := make([]browser.Link, len(hits))
	for i, h := range hits {
		title := h.Chapter
		if h.Section != "" {
			title += ": " + h.Section
		}
		links[i] = browser.Link{Path: h.Path, Title: title, Note: h.Excerpt}
	}
	s.found.SetLinks(links)
	s.count.SetText([]byte(s.words(typed, len(hits), total)))
}

// words say how much was found, to a screen reader too.
func (s *search) words(typed string, shown, total int) string {
	switch {
	case typed == "":
		return ""
	case s.failed:
		return "The list of the guide's words did not arrive. Check your connection and type again."
	case s.entries == nil:
		return "Loading the guide's words…"
	case total == 0:
		return "No section has words that begin so."
	case total == 1:
		return "1 section"
	case shown < total:
		return "The first " + strconv.Itoa(shown) + " of " + strconv.Itoa(total) + " sections"
	default:
		return strconv.Itoa(total) + " sections"
	}
}

// followOffline stores the site, and tells how far the page is independent of the network.
func followOffline() {
	state := browser.All("#offline-state")[0]
	update := browser.All("#update")[0]
	browser.All("#load-update")[0].On("click", "", func(browser.Element) { browser.ActivateUpdate() })
	browser.FollowOffline(meta.ServiceWorkerPath, func(s browser.OfflineState, ready bool) {
		state.SetText([]byte(s.Sentence()))
		state.SetAttribute("data-ready", strconv.FormatBool(s == browser.OfflineReady))
		if ready {
			update.RemoveAttribute("hidden")
		}
	})
}
