package strength

import (
	"math"
	"math/bits"
	"slices"
	"strconv"
	"strings"
)

// A description is a code: a decoder could restore the text from it. Of all
// texts of n symbols, at most one in 2^s can have a description that is s bits
// shorter than writing the symbols down, whatever the code (Kraft's inequality).
// So the bits that a description saves are, as such, the chance of the alarm.
// There are three codes here, of which one is tried on all four readings: with
// 17 bits, chance makes a structured finding at most in 6 of 2^17 random
// secrets, which is below one in 20,000.
const minSaving = 17

// longestDescribed bounds the work, which grows with the square of the length.
const longestDescribed = 256

// mostPieces is how many pieces of a long key are looked at.
const mostPieces = 16

// inPieces lets find look at a key that is too long for it piece by piece. What each
// piece is worth at most adds up. Only a key of which every piece has a finding gets
// one, so that length makes no random key look otherwise.
func inPieces(key []byte, find func([]byte) []Finding) []Finding {
	pieces := (len(key) + longestDescribed - 1) / longestDescribed
	if pieces <= 1 || pieces > mostPieces {
		return find(key)
	}
	var whole Finding
	size := (len(key) + pieces - 1) / pieces
	for piece := range slices.Chunk(key, size) {
		found := find(piece)
		if len(found) == 0 {
			return nil
		}
		if whole.Code == "" {
			whole = found[0]
			whole.Bits = 0
			whole.Evidence = "of the first of " + strconv.Itoa(pieces) + " pieces: " + whole.Evidence
		}
		whole.Bits += found[0].Bits
	}
	return []Finding{whole}
}

// findShortDescription tries the codes on the key.
func findShortDescription(key []byte, asText bool, room float64) []Finding {
	if len(key) > longestDescribed || len(key) < 4 {
		return nil
	}
	full := modest(key)
	lost := alphabetCost + max(0, full-room) // what the choice of the alphabet and the decoding save alone
	runCode, runs := bestRuns(key, asText)
	found := keepSaving(nil, runCode, full, runs-lost)
	if asText {
		found = keepSaving(found, ClassSkew, full, classSaving(key)-lost)
		found = keepSaving(found, Favourites, full, favouriteSaving(key)-lost)
	}
	return found
}

func keepSaving(found []Finding, code Code, full, saved float64) []Finding {
	if saved < minSaving {
		return found
	}
	return append(found, Finding{
		Certainty: Structured, Code: code, Bits: full - saved,
		Evidence: "a description saves " + strconv.Itoa(int(saved)) + " bits; chance does that once in 2^" + strconv.Itoa(int(saved)),
	})
}

const (
	alphabetCost = 3.5 // which of the eleven alphabets of alphabetSize

	// The prices of what comes next: nearly always one symbol as it is.
	literalPrice = 0.074 // -log2 0.95
	copyPrice    = 5.06  // -log2 0.03
	stepPrice    = 6.65  // -log2 0.01: each symbol follows the one before it, or is near it
	keysPrice    = 6.65
)

// lengthCost is the price of a length in Elias's gamma code.
func lengthCost(n int) float64 { return float64(2*bits.Len(uint(n)) - 1) }

// bestRuns describes the key by symbols, copies of what stands before, steps up
// or down, and neighbours on the keyboard. It returns what saves most, and what
// all save together.
func bestRuns(key []byte, asText bool) (Code, float64) {
	symbol := math.Log2(float64(max(1, modestSize(key))))
	best := make([]float64, len(key)+1) // the cheapest description of the first i symbols
	from := make([]run, len(key)+1)     // the run that ends it
	for i := 1; i <= len(key); i++ {
		best[i] = math.Inf(1)
	}
	for i := range key {
		take := func(code Code, length int, price float64) {
			if best[i]+price < best[i+length] {
				best[i+length], from[i+length] = best[i]+price, run{code, length}
			}
		}
		take("", 1, symbol+literalPrice)
		for _, r := range runsAt(key, i, asText) {
			take(r.code, r.length, r.price+lengthCost(r.length))
		}
	}
	saved := map[Code]float64{}
	for i := len(key); i > 0; i -= from[i].length {
		saved[from[i].code] += symbol*float64(from[i].length) - (best[i] - best[i-from[i].length])
	}
	code := Repetition
	for _, c := range []Code{Sequence, KeyboardRun} {
		if saved[c] > saved[code] {
			code = c
		}
	}
	return code, symbol*float64(len(key)) - best[len(key)]
}

type run struct {
	code   Code
	length int
}

type pricedRun struct {
	run
	price float64 // without its length
}

// runsAt returns the runs that can begin at a place behind the first symbol,
// in their full length and, for the longest copy, in all shorter ones that
// still pay.
func runsAt(key []byte, at int, asText bool) []pricedRun {
	var runs []pricedRun
	if at == 0 {
		return nil
	}
	for distance := 1; distance <= at; distance++ {
		if n := runLength(key, at, func(i int) bool { return key[i] == key[i-distance] }); n >= 2 {
			runs = append(runs, pricedRun{run{Repetition, n}, copyPrice + math.Log2(float64(at))})
		}
	}
	for _, step := range []int{1, -1} {
		if n := runLength(key, at, func(i int) bool { return follows(key[i-1], key[i], step) }); n >= 2 {
			runs = append(runs, pricedRun{run{Sequence, n}, stepPrice + 2})
		}
	}
	if n := runLength(key, at, func(i int) bool { return i >= 2 && nextInLane(key[i-2], key[i]) }); n >= 2 {
		runs = append(runs, pricedRun{run{Sequence, n}, stepPrice + 2})
	}
	for direction := range directions {
		onKeys := func(i int) bool { return asText && nextKey(key[i-1], direction) == lowerKey(key[i]) }
		if n := runLength(key, at, onKeys); n >= 2 {
			runs = append(runs, pricedRun{run{KeyboardRun, n}, keysPrice + 3})
		}
	}
	return runs
}

// runLength counts the symbols from a place on that go on with a run.
func runLength(key []byte, at int, goesOn func(i int) bool) int {
	end := at
	for end < len(key) && goesOn(end) {
		end++
	}
	return end - at
}

// follows reports whether two symbols stand in order. After 9 comes a in
// hexadecimal, and 0 in the row of digits.
func follows(a, b byte, step int) bool {
	if step < 0 {
		a, b = b, a
	}
	return b == a+1 || a == '9' && (b == 'a' || b == 'A' || b == '0') || a == 0xFF && b == 0
}

// lanes is the order in which a well-known website for keys walks: two lanes
// alternate, and each goes on by three characters. Its keys look random and are
// all pieces of one sequence.
const lanes = "23456789!/$%?&*()-+@abcdefghjkmnpqrstuvwxyzABCDEFGHJKMNPQRSTUVWXYZ"

func nextInLane(before, b byte) bool {
	at := strings.IndexByte(lanes, before)
	return at >= 0 && lanes[(at+3)%len(lanes)] == b
}
