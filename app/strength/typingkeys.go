package strength

import (
	"math"
	"strings"
)

// usualLetters are the letters as hands without a word in mind take them, the
// commonest first: the middle row, the strong fingers. Each comes so much more
// seldom than the one before it. They, and the other numbers of this file, were
// counted in some seventy secrets in published source code, and rounded.
const (
	usualLetters = "fsdjhgkaenwruloibvycptqmzx"
	nextUsual    = 0.92
)

// The ways from one key to the next.
const (
	sameKey = iota
	neighbour
	otherRow // touching it
	twoApart
	sameHand
	otherHand
	ways
)

// usualWays is how much commoner each way is than the keys' own shares would have
// it.
var usualWays = [ways]float64{0.3, 2.7, 0.9, 1.2, 0.5, 0.9}

var keyPlaces = func() (places [128][2]int) {
	for b := range places {
		places[b][0], places[b][1] = place(byte(b))
	}
	return places
}()

// way returns how hands go from one key to another.
func way(from, to byte) int {
	row, column := keyPlaces[to][0]-keyPlaces[from][0], keyPlaces[to][1]-keyPlaces[from][1]
	switch {
	case keyPlaces[from][1] < 0 || keyPlaces[to][1] < 0:
		return otherHand
	case row == 0 && column == 0:
		return sameKey
	case row == 0 && max(column, -column) == 1:
		return neighbour
	case row*row == 1 && (column == 0 || column == -row):
		return otherRow
	case row == 0 && max(column, -column) == 2:
		return twoApart
	case (keyPlaces[from][1] <= 5) == (keyPlaces[to][1] <= 5):
		return sameHand
	default:
		return otherHand
	}
}

// How many characters count as much as what is expected at the beginning.
const (
	letterWeight   = 28 // of the shares of the letters
	digitWeight    = 20 // of the shares of the digits
	wayWeight      = 8  // of the usual ways
	followerWeight = 4  // of the shares of the keys, after a certain key
)

// keyMixture is how much three ways to predict a key count at the beginning:
// each as likely as any other, as hands type it, and as words spell it. Forgetting
// brings back a little of it with each character.
var keyMixture = [3]float64{0.1, 0.85, 0.05}

const keyForgetting = 0.01

// typist is what hands did so far. Keys are named by their characters without
// Shift.
type typist struct {
	usual         [128]float64 // the share of each key in its class
	typed         [128]float64 // how often each was typed
	met, expected [ways]float64
}

func newTypist(alphabet [3][]byte) *typist {
	t := &typist{}
	for _, members := range alphabet {
		sum := 0.0
		for _, b := range members {
			share := 1.0
			if isLetter(b) {
				share = math.Pow(nextUsual, float64(strings.IndexByte(usualLetters, b|0x20)))
			}
			sum += share
			t.usual[b|0x20] = share
		}
		for _, b := range members {
			t.usual[b|0x20] /= sum
		}
	}
	return t
}

// addKeyPrices adds to the prices of the classes the bits of each letter and digit
// within its class.
func addKeyPrices(prices []float64, text []byte, alphabet [3][]byte) {
	keys := lowerCase(text)
	defer clear(keys)
	t := newTypist(alphabet)
	weights := keyMixture
	for i, b := range text {
		c := classIndex(b)
		if c == symbolIndex || len(alphabet[c]) == 1 {
			continue
		}
		chances := [3]float64{1 / float64(len(alphabet[c])), t.take(keys, i, alphabet[c]), spelt(keys, i, alphabet[c])}
		prices[i] -= math.Log2(mix(weights[:], chances[:], keyMixture[:], keyForgetting))
	}
}

// take returns the chance of the i-th key among those of its class, as hands type
// it, and remembers it. The share of a key is what it had so far, corrected by how
// commonly hands go such a way, and by the square root of how commonly they went
// from the key before to this one.
func (t *typist) take(keys []byte, i int, members []byte) float64 {
	weight := float64(letterWeight)
	if !isLetter(keys[i]) {
		weight = digitWeight
	}
	typed := 0.0
	for _, b := range members {
		typed += t.typed[b|0x20]
	}
	follower, followers := t.followers(keys, i)
	var chances [26]float64
	sum, chosen := 0.0, 0.0
	for k, b := range members {
		key := b | 0x20
		share := (t.typed[key] + weight*t.usual[key]) / (typed + weight)
		chances[k] = share
		if i > 0 {
			w := way(keys[i-1], key)
			chances[k] *= (t.met[w] + wayWeight*usualWays[w]) / (t.expected[w] + wayWeight)
			chances[k] *= math.Sqrt((follower[key]/share + followerWeight) / (followers + followerWeight))
		}
		sum += chances[k]
		if key == keys[i] {
			chosen = chances[k]
		}
	}
	if i > 0 {
		for k, b := range members {
			t.expected[way(keys[i-1], b|0x20)] += chances[k] / sum
		}
		t.met[way(keys[i-1], keys[i])]++
	}
	t.typed[keys[i]]++
	return chosen / sum
}

// followers counts the letters, or digits, that came so far after the key before
// the i-th.
func (t *typist) followers(keys []byte, i int) (follower [128]float64, all float64) {
	for k := 1; k < i; k++ {
		if keys[k-1] == keys[i-1] && class(keys[k]) == class(keys[i]) {
			follower[keys[k]]++
			all++
		}
	}
	return follower, all
}

// spelt returns the chance of the i-th key among those of its class, as words are
// spelt: by the letter before it.
func spelt(keys []byte, i int, members []byte) float64 {
	if i == 0 || !isLetter(keys[i-1]) || !isLetter(keys[i]) {
		return 1 / float64(len(members))
	}
	sum := 0.0
	for _, b := range members {
		sum += pairShare(keys[i-1], b|0x20, false)
	}
	return pairShare(keys[i-1], keys[i], false) / sum
}
