package predict

import (
	"bytes"
	"iter"
	"math"
)

// recipe is a way in which programs turn numbers of Math.random into text.
type recipe interface {
	// read returns the ways in which the text can be cut into draws. The draws
	// may end before the text does, once they are enough.
	read(text []byte) iter.Seq[[]interval]

	// write appends what the program makes of the number whose word is output.
	write(dst []byte, output uint64) []byte

	name() string   // as JavaScript
	engine() string // the versions of Node
}

const (
	anyNode  = "Node 12 to 25"
	olderV8  = "Node 12 to 23"
	newerV8  = "Node 24 or 25"
	minDraws = 3 // two numbers have 106 bits at most, fewer than the state
)

// negligible is the chance, in bits, below which an alphabet is not thought to
// have left out all symbols that a narrower one lacks.
const negligible = 20

// candidates returns the recipes that could have written the text, and the
// margin of a proof by any of them: the bits that a random text from the
// narrowest alphabet would have, less those of the state, of the place in the
// cache, and of the choice of a recipe.
func candidates(text []byte) ([]recipe, float64) {
	var recipes []recipe
	length, narrowest := float64(len(text)), math.Inf(1)
	for _, a := range alphabets {
		symbols := math.Log2(float64(len(a)))
		if length*(symbols-narrowest) > negligible || !a.holds(text) {
			continue // alphabets are sorted by size
		}
		narrowest = min(narrowest, symbols)
		recipes = append(recipes, a)
	}
	if symbols := math.Log2(float64(len(base36))); length*(symbols-narrowest) <= negligible && base36.holds(text) {
		narrowest = min(narrowest, symbols)
		recipes = append(recipes, fractionRecipes()...)
	}
	if len(recipes) == 0 {
		return nil, math.Inf(-1)
	}
	states := unknowns + math.Log2(cacheSize) + math.Log2(float64(len(recipes)))
	return recipes, length*narrowest - states
}

func (a alphabet) holds(text []byte) bool { return len(bytes.Trim(text, string(a))) == 0 }
