package guide

import (
	"math"
	"strconv"

	"jwtsecret/app/guess"
)

// auditorCandidates is about how many candidates the auditor has for a token, words and
// what people make of them, until it says so itself.
const auditorCandidates = 61_000_000

// passwordLength is that of passwords of which all are tried, in characters.
const passwordLength = 8

// crackTimes are the rows of a table: how long the whole of some searches takes here, at
// this rate or 0 where it is not known, and at rates that were published. total is how many
// candidates the auditor has, or 0.
func crackTimes(rate float64, total int) [][]string {
	if total == 0 {
		total = auditorCandidates
	}
	rates := []float64{rate, guess.CardRate, guess.Cards * guess.CardRate}
	speeds := []string{"Guesses a second"}
	for _, r := range rates {
		if r == 0 {
			speeds = append(speeds, "not measured")
		} else {
			speeds = append(speeds, guess.Round(r))
		}
	}
	rows := [][]string{speeds}
	for _, s := range []struct {
		name    string
		guesses float64
	}{
		{"The lists of this page, " + guess.Round(float64(total)), float64(total)},
		{"RockYou, a leaked list of " + guess.Round(guess.RockYou), guess.RockYou},
		{"All passwords of " + strconv.Itoa(passwordLength) + " characters that a keyboard has", math.Pow(float64(guess.Printable()), passwordLength)},
		{"All keys of 256 random bits", math.Exp2(256)},
	} {
		row := []string{s.name}
		for _, r := range rates {
			row = append(row, howLong(s.guesses, r))
		}
		rows = append(rows, row)
	}
	return rows
}

// howLong says how long so many guesses take, at most.
func howLong(guesses, rate float64) string {
	if rate == 0 {
		return "–"
	}
	seconds := guesses / rate
	if ages := seconds / guess.AgeOfUniverse; ages >= 1 {
		return "over 10" + superscript(int(math.Log10(ages))) + " times the age of the universe"
	}
	return guess.Span(seconds)
}
