package chapter

import (
	"fmt"
	"math"
	"text/template"

	"jwtsecret/app/guess"
	"jwtsecret/app/prose"
)

// crackNumbers are those of the chapter on cracking.
var crackNumbers = template.FuncMap{
	"cardRate":         func() string { return guess.Round(guess.CardRate) },
	"rockYou":          func() string { return guess.Round(guess.RockYou) },
	"rockYouTime":      func() string { return guess.Span(guess.RockYou / guess.CardRate) },
	"printable":        guess.Printable,
	"passwordsTime":    func(characters int) string { return guess.Span(passwords(characters) / guess.CardRate) },
	"passwordsTime512": func(characters int) string { return guess.Span(passwords(characters) / guess.CardRate512) },
	"leakedSecrets":    func() string { return prose.Thousands(guess.LeakedSecrets) },
	"leakedShort":      func() string { return percent(guess.LeakedShort, guess.LeakedSecrets) },
	"leakedLong":       func() string { return prose.Thousands(guess.LeakedLong) },
	"slower512":        func() string { return percent(guess.CardRate512, guess.CardRate) },
	"leakedShortBytes": func() int { return guess.LeakedShortSize },
}

func percent(some, all float64) string { return fmt.Sprintf("%.0f %%", 100*some/all) }

// passwords is how many there are of so many characters of ASCII that can be printed.
func passwords(characters int) float64 {
	return math.Pow(float64(guess.Printable()), float64(characters))
}
