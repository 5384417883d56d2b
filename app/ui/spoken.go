package ui

// spoken is what a page says in its live region. It never holds a secret.
type spoken struct {
	status string
}

// say puts a sentence there. A repeated sentence gets a trailing no-break space,
// because screen readers speak only what has changed.
func (s *spoken) say(sentence string) {
	if s.status == sentence {
		sentence += "\u00a0"
	}
	s.status = sentence
}
