package strength

import (
	_ "embed"
	"math"
	"strings"
	"sync"

	"github.com/ccojocar/zxcvbn-go/frequency"
)

//go:embed words.txt
var wordsText string

// vocabulary maps a word in lower case to what it costs to name it, in bits.
type vocabulary map[string]float32

const (
	// ownListCost says that a word is one of the field's own: every second one is.
	ownListCost = 1

	// otherListCost says which of the five general lists a word is in.
	otherListCost = 3.4

	longestWord = 20
)

// words is the vocabulary: our own words for secrets, and the frequency lists
// that the password estimator brings along (passwords, English, names; MIT), so
// that no list is carried twice. The n-th word of a list costs log2 n bits.
var words = sync.OnceValue(func() vocabulary {
	v := vocabulary{}
	v.add(ownWords(), ownListCost)
	for _, list := range generalLists() {
		v.add(list, otherListCost)
	}
	return v
})

// generalLists returns the lists of the estimator, the likeliest first.
func generalLists() [][]string {
	var lists [][]string
	for _, name := range []string{"Passwords", "English", "MaleNames", "FemaleNames", "Surname"} {
		lists = append(lists, frequency.Lists[name].List)
	}
	return lists
}

// ownWords returns the words of the embedded file, the likeliest first.
func ownWords() []string {
	var own []string
	for line := range strings.Lines(wordsText) {
		if line = strings.TrimSpace(line); line != "" && !strings.HasPrefix(line, "#") {
			own = append(own, line)
		}
	}
	return own
}

func (v vocabulary) add(list []string, cost float64) {
	for i, word := range list {
		bits := float32(cost + math.Log2(float64(i+2)))
		if known, has := v[word]; (!has || bits < known) && len(word) > 1 && len(word) <= longestWord {
			v[word] = bits
		}
	}
}

// ownWord reports of our own words that they are.
var ownWord = sync.OnceValue(func() map[string]bool { return set(ownWords()) })

// field are the words that make a name a secret's name.
var field = sync.OnceValue(func() map[string]bool { return set(ownWords()[:fieldWords]) })

// fieldWords is how many of our own words, from the first, are for secrets and
// not for what surrounds them.
const fieldWords = 24

func set(list []string) map[string]bool {
	m := map[string]bool{}
	for _, word := range list {
		m[word] = true
	}
	return m
}
