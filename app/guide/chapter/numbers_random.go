package chapter

import (
	"math"
	"text/template"

	"jwtsecret/app/guess"
	"jwtsecret/app/predict"
)

// What is known of generators and ids, by its source.
const (
	// stateBits is the state of xorshift128+, two words (S. Vigna, "Further scramblings of
	// Marsaglia's xorshift generators", 2014).
	stateBits = 2 * 64

	// mantissaBits is what a number of Math.random can tell: a double has 53 significant
	// bits (IEEE 754).
	mantissaBits = 53

	// The seeds of V8 (RandomNumberGenerator::SetSeed takes an int64_t) and of WebKit
	// (WeakRandom takes an unsigned, of 32 bits on all systems that it runs on).
	v8SeedBits, webKitSeedBits = 64, 32

	// Go's math/rand takes a seed modulo 2^31 - 1 (rngSource.Seed).
	goSeedBits = 31

	// A UUID has 128 bits. Version and variant take six (RFC 9562 §5.4), and it is written
	// in hexadecimal with four hyphens (§4).
	uuidBits       = 128
	uuidRandomBits = uuidBits - 4 - 2
	uuidCharacters = uuidBits/4 + 4
)

// randomNumbers are those of the chapter on generators.
var randomNumbers = template.FuncMap{
	"outputs":        func() int { return predict.Outputs },
	"stateBits":      func() int { return stateBits },
	"mantissaBits":   func() int { return mantissaBits },
	"v8SeedBits":     func() int { return v8SeedBits },
	"webKitSeedBits": func() int { return webKitSeedBits },
	"goSeedBits":     func() int { return goSeedBits },
	"uuidRandomBits": func() int { return uuidRandomBits },
	"uuidCharacters": func() int { return uuidCharacters },

	// enoughNumbers is how many numbers tell more bits than the state has.
	"enoughNumbers": func() int { return stateBits/mantissaBits + 1 },

	// clockBits is what a clock in nanoseconds is worth to somebody who knows it to a few years.
	"clockBits": func(years float64) int { return int(math.Round(math.Log2(years * guess.Year * 1e9))) },
}
