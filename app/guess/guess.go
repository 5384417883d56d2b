// Package guess says what guessing a secret costs, in numbers that somebody has measured and
// mostly published: what one graphics card tries a second, and how many bits a row of them
// goes through in times that people can imagine.
//
// A secret of n bits is one of 2^n that are equally likely. Each bit doubles the
// guesses, so on a scale of bits equal steps are equal factors.
package guess

import "math"

const (
	// CardRate is what one graphics card tries a second against HS256, published by
	// hashrepublic/hashcat-benchmark for an RTX 4090, commit 924a4e4.
	CardRate = 4_033_800_000

	// Cards is how many of them a patient attacker is taken to have.
	Cards = 8
)

// The units of time that people use, in seconds.
const (
	Minute = 60
	Hour   = 60 * Minute
	Day    = 24 * Hour
	Year   = 365.25 * Day

	AgeOfUniverse = 13.8e9 * Year
)

// Mark is a place on a scale of bits.
type Mark struct {
	Name string // of the time: "a day"
	Bits float64
}

// Marks returns how many bits [Cards] go through in some times, the shortest first.
func Marks() []Mark {
	bits := func(seconds float64) float64 { return math.Log2(seconds * Cards * CardRate) }
	return []Mark{{"a day", bits(Day)}, {"the age of the universe", bits(AgeOfUniverse)}}
}
