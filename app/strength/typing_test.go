package strength

import (
	"math"
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"

	"jwtsecret/app/secret"
)

func TestTypingIsRecognised(t *testing.T) {
	for name, text := range map[string]string{
		"both hands on the middle row":    "ghfjdkslahgjfkdhslagjhfkdjalshg",
		"with digits":                     "kjdf84hfk3jhdf93kjhfd82hjkf0dfkj",
		"with symbols":                    "fkjh&*sdf78^dfkjh(dsf7@dkfjhs$df",
		"in capitals":                     "ASDJHKAJSD8787ASDJKHASD68ASDKJH9",
		"always the same turn of classes": "rK3$tB8!wQ1%zM6&cV9*hX4#nP7@gD2+",
		"words between other characters":  "all7of3the9words2in4here6are1too0x",
	} {
		t.Run(name, func(t *testing.T) {
			assert.NotEmpty(t, findTyping([]byte(text)), "%.1f bits", typingSaving([]byte(text)))
		})
	}
}

// What openssl rand returned, less the characters of other alphabets.
func TestRandomTextIsNotSaidToBeTyped(t *testing.T) {
	for name, text := range map[string]string{
		"letters and digits":        "h578vvdX7lWhrm4cHlykmB4YV8SGyuyJI60U0ldX4xQ",
		"small letters and digits":  "udfbhl441byir185b8dcrzk1xr2ihjemt9fl0zku4r80",
		"printable characters":      "Y^$B,FVseZ~d,+mrP,#@DM4:U~BU6.=m9QDD",
		"hexadecimal":               "7b1fd0a6c3985e42bb06f4e91c7da8530e6294cf5a7183dbe2490fb6ad15c87e",
		"no letters and no digits":  "+-*/!?.,:;()[]{}<>=&%$#@^~`|",
		"random, and a symbol last": "3qRTokdYR4yLIiOaEOaF0SAh50ZGGtozyPsXVd1fOgQ1xyZtocEscnkt6h63QWohhPkkAEEVtww8Xv!",
		"nothing":                   "",
		"no character of ASCII":     "ghfjdkslahgjfkdhslagjhfkdjalshg\xc3\xa9",
	} {
		t.Run(name, func(t *testing.T) {
			assert.Empty(t, findTyping([]byte(text)), "%.1f bits", typingSaving([]byte(text)))
		})
	}
}

func hasCode(text string, code Code) bool {
	return slices.ContainsFunc(Audit([]byte(text), secret.HS256, Context{}).Findings, func(f Finding) bool { return f.Code == code })
}

func TestTypingIsAFindingOfTheAudit(t *testing.T) {
	r := Audit([]byte("rK3$tB8!wQ1%zM6&cV9*hX4#nP7@gD2+"), secret.HS256, Context{})
	at := slices.IndexFunc(r.Findings, func(f Finding) bool { return f.Code == TypedByHand })
	if assert.GreaterOrEqual(t, at, 0, "%v", r.Findings) {
		assert.Equal(t, HumanLooking, r.Findings[at].Certainty)
		assert.Less(t, r.Findings[at].Bits, narrowest([]byte("rK3$tB8!wQ1%zM6&cV9*hX4#nP7@gD2+"))-minTyped)
	}
}

// Kraft's inequality: the chances of all texts of a length are at most 1 together,
// whatever the code. Here those of all texts of three small letters and digits,
// and of four letters with a symbol in a fixed place.
func TestTypingIsACode(t *testing.T) {
	for name, c := range map[string]struct {
		pattern  string // each ? is any member
		members  string
		alphabet string // what the text must have, for the alphabet to be this
	}{
		"letters": {"???", "abcdefghijklmnopqrstuvwxyz", "x"},
		"both":    {"???", "abcdefghijklmnopqrstuvwxyz0123456789", "x0"},
		"symbol":  {"?-??", "abcdefghijklmnopqrstuvwxyz", "x"},
	} {
		t.Run(name, func(t *testing.T) {
			alphabet, _ := typingAlphabet([]byte(c.alphabet))
			sum := 0.0
			var fill func(text []byte, i int)
			fill = func(text []byte, i int) {
				switch {
				case i == len(text):
					sum += math.Exp2(typingChance(text, alphabet))
				case c.pattern[i] != '?':
					fill(text, i+1)
				default:
					for _, b := range []byte(c.members) {
						text[i] = b
						fill(text, i+1)
					}
				}
			}
			fill([]byte(c.pattern), 0)
			assert.LessOrEqual(t, sum, 1+1e-9)
			assert.Greater(t, sum, 0.7, "little of the code is given away")
		})
	}
}

func TestTheWordsOfTypingAreACode(t *testing.T) {
	sum := 0.0
	for _, bits := range words() {
		sum += math.Exp2(-float64(bits) - vocabularyBits())
	}
	assert.InDelta(t, 1, sum, 1e-6)
	assert.LessOrEqual(t, math.Exp2(-typedCasePrice([]byte("word")))+math.Exp2(-typedCasePrice([]byte("Word")))+math.Exp2(-typedCasePrice([]byte("WORD"))), 1.0)
	assert.True(t, math.IsInf(typedCasePrice([]byte("wOrD")), 1))
}

func TestAKeyIsNearerToSomeThanToOthers(t *testing.T) {
	for name, c := range map[string]struct {
		from, to byte
		want     int
	}{
		"the same":                {'f', 'f', sameKey},
		"to the right":            {'f', 'g', neighbour},
		"to the left":             {'8', '7', neighbour},
		"down, and to the left":   {'g', 'v', otherRow},
		"down":                    {'g', 'b', otherRow},
		"up":                      {'g', 't', otherRow},
		"two to the right":        {'h', 'k', twoApart},
		"far away with one hand":  {'q', 'f', sameHand},
		"the other hand":          {'d', 'k', otherHand},
		"what is on no key of it": {'d', ' ', otherHand},
	} {
		t.Run(name, func(t *testing.T) { assert.Equal(t, c.want, way(c.from, c.to)) })
	}
}
