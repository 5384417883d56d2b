package strength

import (
	_ "embed"
	"math"
	"strings"
	"sync"
)

// The words of the field, and five general lists: passwords, English, names of men
// and women, surnames. Those are the lists of zxcvbn, as a module of Go brings them
// along (MIT: general.LICENSE); it reads them at its start, which takes a second in
// a browser. A line that begins with "# " begins a list.
//
//go:generate env GENERAL=write go test -count=1 -run ^TestTheGeneralWords .
var (
	//go:embed words.txt
	wordsText string

	//go:embed general.txt
	generalText string
)

// vocabulary maps a word in lower case to what it costs to name it, in bits.
type vocabulary map[string]float32

const (
	// ownListCost says that a word is one of the field's own: every second one is.
	ownListCost = 1

	// otherListCost says which of the five general lists a word is in.
	otherListCost = 3.4

	longestWord = 20
)

// words is the vocabulary. The n-th word of a list costs log2 n bits. It is made
// when it is first needed, in some hundredths of a second.
var words = sync.OnceValue(func() vocabulary {
	v := make(vocabulary, strings.Count(generalText, "\n"))
	v.add(ownWords(), ownListCost)
	for _, list := range generalLists() {
		v.add(list, otherListCost)
	}
	return v
})

// generalLists returns the general lists, the likeliest first.
func generalLists() [][]string {
	var lists [][]string
	for list := range strings.SplitSeq(generalText, "# ") {
		if _, list, named := strings.Cut(list, "\n"); named {
			lists = append(lists, strings.Fields(list))
		}
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
