package predict_test

import (
	crand "crypto/rand"
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"os"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"jwtsecret/app/predict"
)

const (
	lower  = "abcdefghijklmnopqrstuvwxyz"
	upper  = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
	digits = "0123456789"
)

// printable is every ASCII character from ! to ~.
var printable = func() string {
	var all []byte
	for c := byte('!'); c <= '~'; c++ {
		all = append(all, c)
	}
	return string(all)
}()

// provable are alphabets of each size, with lengths at which the text holds more
// than the state, the place and the margin: 128 + 6 + 30 bits and a few for the
// choice of a recipe.
var provable = []struct {
	alphabet string
	lengths  []int
}{
	{digits + "abcdef", []int{43, 64, 128}},
	{digits + "ABCDEF", []int{43, 64}},
	{lower, []int{43, 64}},
	{digits + lower, []int{43, 64}},
	{lower + digits, []int{43, 64}},
	{upper + lower + digits, []int{32, 43, 64, 200}},
	{lower + upper + digits, []int{43, 64}},
	{digits + lower + upper, []int{43, 64}},
	{digits + upper + lower, []int{43, 64}},
	{upper + lower + digits + "+/", []int{32, 43, 64}},
	{upper + lower + digits + "-_", []int{32, 43, 64}},
	{printable, []int{32, 43, 64}},
}

func prove(t testing.TB, m made) (*predict.Proof, bool) {
	t.Helper()
	return predict.Prove([]byte(m.Text))
}

// foretold reports at which place the true continuation stands, or -1.
func foretold(p *predict.Proof, m made) int {
	for i, next := range p.Next(len(m.Next)) {
		if string(next) == m.Next {
			return i
		}
	}
	return -1
}

func TestWhatRealNodeMakesIsProvedAndContinued(t *testing.T) {
	t.Parallel()
	realNodes(t, func(t *testing.T, node string) {
		textsOfRealNode(t, node)
		fractionsOfRealNode(t, node)
	})
}

// textsOfRealNode asks one node for a text of each alphabet and length. Every one
// must be proved, so that more of them would not tell more of another kind.
func textsOfRealNode(t *testing.T, node string) {
	type wanted struct{ symbols, length int }
	var all []wanted
	var script strings.Builder
	for _, c := range provable {
		for _, length := range c.lengths {
			quoted, err := json.Marshal(c.alphabet)
			require.NoError(t, err)
			fmt.Fprintf(&script, "made(pick(%s), %d);", quoted, length)
			all = append(all, wanted{len(c.alphabet), length})
		}
	}
	texts := runNode(t, node, script.String())
	require.Len(t, texts, len(all))
	for i, m := range texts {
		checkProved(t, m, all[i].symbols, all[i].length)
	}
}

func checkProved(t *testing.T, m made, symbols, length int) {
	t.Helper()
	p, ok := prove(t, m)
	if !assert.True(t, ok, "%d symbols, %d characters", symbols, length) {
		return
	}
	assert.Contains(t, p.Recipe(), fmt.Sprintf("* %d)", symbols))
	assert.GreaterOrEqual(t, p.Margin(), 30.0)
	assert.GreaterOrEqual(t, foretold(p, m), 0, "%d symbols, %d characters", symbols, length)
	assert.LessOrEqual(t, len(p.Next(8)), 20, "few are possible")
}

func TestTextsOfEitherConversionAreProvedAndContinued(t *testing.T) {
	random := rand.New(rand.NewPCG(3, 4))
	for _, bits := range []int{52, 53} {
		for _, c := range provable {
			for _, length := range c.lengths {
				v := newV8(random, bits)
				checkProved(t, made{v.text(c.alphabet, length), v.text(c.alphabet, 8)}, len(c.alphabet), length)
			}
		}
	}
}

// controls is how many random texts of each of the twelve alphabets are tried:
// 504 in all, or what PREDICT_CONTROLS says. One that is proved is one too many,
// whatever their number: chance does it once in 2^30 (see Margin).
func controls() int { return asked("PREDICT_CONTROLS", 42) }

// asked returns the number that a variable of the environment asks for, or else the usual one.
func asked(variable string, usual int) int {
	if n, err := strconv.Atoi(os.Getenv(variable)); err == nil {
		return n
	}
	return usual
}

func TestRandomTextsAreNotProved(t *testing.T) {
	for _, c := range provable {
		t.Run(c.alphabet, func(t *testing.T) {
			t.Parallel()
			for texts := range controls() {
				text := make([]byte, c.lengths[texts%len(c.lengths)])
				_, _ = crand.Read(text)
				for i := range text {
					text[i] = c.alphabet[int(text[i])%len(c.alphabet)] // the slight bias does not matter here
				}
				_, ok := predict.Prove(text)
				require.False(t, ok, "%d symbols", len(c.alphabet))
			}
		})
	}
}

// A state of zero stays zero and would write the first symbol of any alphabet
// for ever. The others are what people type.
func TestTextsOfAPatternAreNotProved(t *testing.T) {
	for _, text := range []string{
		"", "a", strings.Repeat("a", 64), strings.Repeat("0", 64), strings.Repeat("A", 64), strings.Repeat("u", 64),
		strings.Repeat("0123456789abcdef", 4), strings.Repeat("abc", 30), lower + upper + digits, strings.Repeat("é", 64),
		strings.Repeat("9", 1_000_000),
	} {
		t.Run(fmt.Sprintf("%d of %.8s", len(text), text), func(t *testing.T) {
			_, ok := predict.Prove([]byte(text))
			assert.False(t, ok)
		})
	}
}

// 33 hexadecimal digits hold 132 bits: some state writes nearly every such text.
func TestTextTooShortForAProofIsNotProved(t *testing.T) {
	v := newV8(rand.New(rand.NewPCG(5, 6)), 53)
	_, ok := predict.Prove([]byte(v.text(digits+"abcdef", 33)))
	assert.False(t, ok)
}

// The changes are always the same ones, because one in about 1,500 gives a text
// that V8 could have written: had its 64 numbers run out one draw earlier, all
// characters but one would be the same, and in a sixteenth of the cases that one
// is the changed one.
func TestOneChangedCharacterIsNoProof(t *testing.T) {
	v := newV8(rand.New(rand.NewPCG(7, 8)), 53)
	places := rand.New(rand.NewPCG(9, 10))
	for range 64 {
		text := []byte(v.text(digits+"abcdef", 64))
		i := places.IntN(len(text))
		text[i] = (digits + "abcdef" + digits)[strings.IndexByte(digits+"abcdef", text[i])+1]
		_, ok := predict.Prove(text)
		assert.False(t, ok)
	}
}

func BenchmarkProve(b *testing.B) {
	for _, c := range provable {
		for _, length := range c.lengths {
			for _, name := range []string{"made", "random"} {
				b.Run(fmt.Sprintf("%s/%dx%d", name, length, len(c.alphabet)), func(b *testing.B) {
					random := rand.New(rand.NewPCG(1, 2))
					for b.Loop() {
						text := newV8(random, 52).text(c.alphabet, length)
						if name == "random" {
							runes := []byte(text)
							random.Shuffle(len(runes), func(i, j int) { runes[i], runes[j] = runes[j], runes[i] })
							text = string(runes)
						}
						predict.Prove([]byte(text))
					}
				})
			}
		}
	}
}
