package judge

import (
	"errors"
	"time"

	"jwtsecret/app/attack"
	"jwtsecret/app/attack/shader"
	"jwtsecret/app/job"
	"jwtsecret/app/prose"
	"jwtsecret/app/token"
)

// measureFor is how long a card shows its rate, before it begins.
const measureFor = 300 * time.Millisecond

// What is said of a graphics card. Only what is one is called so.
const (
	cardMissing = "No graphics card is used: the browser offers no WebGPU to this page, so the processor tries them all."
	cardNone    = "No graphics card is used: the browser has none for this page (WebGPU), so the processor tries them all."
	cardFailed  = "The graphics card failed, so the processor has begun again. Nothing was left out."
	cardUnfit   = "No graphics card is used: it did not pass the test with your token, so the processor tries them all."
)

// usesCard reports whether this auditor is the one that was asked to use the graphics card.
func (a *attacker) usesCard() bool {
	return a.request.Card && a.pace != nil && a.pace.Card != nil
}

// card opens the graphics card for the token and lets it show its rate. Without one it tells
// the page why not, and returns nil.
func (a *attacker) card(t *token.Token) (c *attack.Card, name string, closed func()) {
	card, err := a.pace.Card()
	if err != nil {
		a.noCard(err)
		return nil, "", nil
	}
	adapter := card.Adapter()
	if adapter.Software() {
		card.Close()
		a.tellCard("No graphics card is used: what the browser offers as one is software"+called(adapter)+", so the processor tries them all.", false)
		return nil, "", nil
	}
	c, err = attack.OnCard(card, t)
	if err == nil {
		err = c.Measure(measureFor)
	}
	if err != nil {
		card.Close()
		a.tellCard(cardUnfit, false)
		return nil, "", nil
	}
	return c, called(adapter), card.Close
}

func (a *attacker) noCard(err error) {
	if errors.Is(err, shader.ErrMissing) {
		a.tellCard(cardMissing, false)
		return
	}
	a.tellCard(cardNone, false)
}

// called is the name of a card as a part of a sentence, or empty.
func called(a shader.Adapter) string {
	if name := a.String(); name != "" {
		return " (" + name + ")"
	}
	return ""
}

func (a *attacker) tellCard(sentence string, alone bool) {
	a.send(job.Event{Card: &job.Card{Sentence: sentence, Alone: alone}})
}

// onCard tries all short secrets on the graphics card, and returns the event that ends the
// job; nil if the processor has to do it.
func (a *attacker) onCard(t *token.Token) *job.Event {
	if !a.usesCard() {
		return nil
	}
	card, name, closed := a.card(t)
	if card == nil {
		return nil
	}
	defer closed()
	tell := func() {
		a.tellCard("Your graphics card"+name+" tries "+millions(card.Rate())+" keys a second, up to three of each secret.", true)
	}
	tell()
	at, hit, err := card.Short(*a.request.Short, a.tick)
	switch {
	case err != nil:
		a.tellCard(cardFailed, false)
		a.began, a.reported = time.Now(), time.Time{}
		return nil
	case hit != nil:
		tell()
		e := hitEvent(hit)
		return &e
	default:
		tell()
		return &job.Event{Missed: a.progress(at)}
	}
}

// rateOfCard tells how fast the graphics card would be, beside what the processor tries.
func (a *attacker) rateOfCard(t *token.Token) {
	if !a.usesCard() {
		return
	}
	before := time.Now()
	defer func() { a.began = a.began.Add(time.Since(before)) }() // the processor rests meanwhile
	if card, name, closed := a.card(t); card != nil {
		defer closed()
		a.tellCard("Your graphics card"+name+" tries "+millions(card.Rate())+" keys a second for this token where it makes them itself: see “Try every short secret”. "+
			"Words are tried by the processor, because making them takes longer than trying them.", false)
	}
}

// millions writes a rate as people say it: "1,234 million", or "900,000".
func millions(rate float64) string {
	if rate >= 10_000_000 {
		return prose.Thousands(int(rate/1_000_000)) + " million"
	}
	return prose.Thousands(int(rate))
}
