package strength

import (
	"math"
	"math/bits"
)

// The classes that the code of typing predicts, and those that it does not, by their
// places in the order of the flags.
const (
	lowerIndex = iota
	upperIndex
	digitIndex
	symbolIndex
	otherIndex
)

func classIndex(b byte) int { return bits.TrailingZeros(uint(class(b))) }

// typingAlphabet returns the letters and digits of the alphabet that the text
// seems to be from, by class, and the bits that each is worth. A random text has
// all classes of its alphabet but for a small chance, so that to leave out those
// that are absent favours no description.
func typingAlphabet(text []byte) (alphabet [3][]byte, bits float64) {
	counts, sizes := countClasses(text)
	size := 0
	for i, all := range []string{"abcdefghijklmnopqrstuvwxyz", "ABCDEFGHIJKLMNOPQRSTUVWXYZ", "0123456789"} {
		switch {
		case counts[i] == 0:
			continue
		case i == digitIndex && sizes[i] == 6:
			all = "234567" // base 32
		}
		alphabet[i] = []byte(all[:int(sizes[i])])
		size += len(alphabet[i])
	}
	return alphabet, math.Log2(float64(max(1, size)))
}

const (
	// How many characters the shares that a class begins with count for: alone,
	// after the class before it, and after the two classes before it.
	classWeight      = 16
	afterWeight      = 2
	afterBothWeight  = 16
	stayShare        = 0.5 // hands stay in a class for a while
	bySizeWeight     = 0.4 // of the five ways to predict a class, at the beginning
	forgettingWeight = 0.1 // how much of that returns with each character
)

// classPrices returns the bits of the class of each letter and digit, and 0 for
// each symbol. Five ways to predict it are mixed: by the size of the classes, by
// the class before, and by what came so far on the whole, after such a class, and
// after two such classes. The better one did so far, the more it counts.
func classPrices(text []byte, alphabet [3][]byte) []float64 {
	start := [5]float64{bySizeWeight, (1 - bySizeWeight) / 4, (1 - bySizeWeight) / 4, (1 - bySizeWeight) / 4, (1 - bySizeWeight) / 4}
	weights := start
	size := 0.0
	for _, members := range alphabet {
		size += float64(len(members))
	}
	var all [3]float64
	var after [4][3]float64
	var afterBoth [4][4][3]float64
	prices := make([]float64, len(text))
	before, last := symbolIndex, symbolIndex
	for i, b := range text {
		c := classIndex(b)
		if c != symbolIndex {
			bySize := float64(len(alphabet[c])) / size
			stay := bySize
			if last != symbolIndex {
				stay *= 1 - stayShare
			}
			if last == c {
				stay += stayShare
			}
			whole := learnt(&all, c, bySize, classWeight)
			afterLast := learnt(&after[last], c, whole, afterWeight)
			shares := [5]float64{bySize, stay, whole, afterLast, learnt(&afterBoth[before][last], c, afterLast, afterBothWeight)}
			prices[i] = -math.Log2(mix(weights[:], shares[:], start[:], forgettingWeight))
		}
		before, last = last, c
	}
	return prices
}

// learnt returns the share that a class had so far, and counts it. At the
// beginning the share is the given one, which counts for some characters.
func learnt(counts *[3]float64, c int, share, weight float64) float64 {
	sum := counts[0] + counts[1] + counts[2]
	share = (counts[c] + weight*share) / (sum + weight)
	counts[c]++
	return share
}

// mix returns the weighted mean of the chances that several predictions gave to
// what came, and weighs each anew by how well it did.
func mix(weights, chances, start []float64, forgetting float64) float64 {
	mean := 0.0
	for k, chance := range chances {
		mean += weights[k] * chance
	}
	for k, chance := range chances {
		weights[k] = (1-forgetting)*weights[k]*chance/mean + forgetting*start[k]
	}
	return mean
}
