package guide

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"jwtsecret/app/job"
)

// result is what stands on a page after all that a box has shown.
type result struct {
	texts, states map[string]string
	rows          map[string][][]string
	allowed       map[string]bool
}

func (r *result) take(v View) {
	if r.texts == nil {
		*r = result{map[string]string{}, map[string]string{}, map[string][][]string{}, map[string]bool{}}
	}
	for _, c := range v.Changes {
		switch {
		case c.Text != nil:
			r.texts[c.Place] = string(c.Text)
		case c.Fill != nil:
			r.texts[c.Place] = string(c.Fill)
		case c.State != nil:
			r.states[c.Place] = *c.State
		case c.Rows != nil:
			r.rows[c.Place] = c.Rows
		case c.Allow != nil:
			r.allowed[c.Place] = *c.Allow
		}
	}
}

// quietPage is a page that only shows.
type quietPage struct{ result }

func (p *quietPage) Show(change func(v *View)) { var v View; change(&v); p.take(v) }
func (*quietPage) Random() float64             { return 0 }
func (*quietPage) Breathe()                    {}
func (*quietPage) Milliseconds() float64       { return 0 }
func (*quietPage) Ask(job.Request, func(job.Event), func(string)) func() {
	panic("it asks nobody")
}

func paddedBy(algorithm, reading, key, message string) (r result) {
	var v View
	(&padding{}).Show(paddingForm(algorithm, reading, key, message), &v)
	r.take(v)
	return r
}

func paddingForm(algorithm, reading, key, message string) Form {
	return Form{"algorithm": []byte(algorithm), "reading": []byte(reading), "key": []byte(key), "message": []byte(message)}
}

// RFC 4231 §4.3: the key is "Jefe", 4a 65 66 65, and 60 zeros follow. 0x4a xor 0x36 is 0x7c
// and 0x4a xor 0x5c is 0x16.
func TestEachStepOfAShortKeyIsShown(t *testing.T) {
	r := paddedBy("HS256", "text", "Jefe", "what do ya want for nothing?")
	assert.Equal(t, "4 bytes", r.texts["size"])
	assert.Equal(t, "64 bytes (SHA-256)", r.texts["block"])
	assert.Equal(t, "followed by 60 zero bytes", r.texts["step"])
	assert.Equal(t, "4a 65 66 65", r.texts["own"])
	assert.Equal(t, strings.TrimSpace(strings.Repeat("00 ", 60)), r.texts["zeros"])
	assert.True(t, strings.HasPrefix(r.texts["inner"], "7c 53 50 53 36 36"), r.texts["inner"])
	assert.True(t, strings.HasPrefix(r.texts["outer"], "16 39 3a 39 5c 5c"), r.texts["outer"])
	assert.Equal(t, "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843", strings.ReplaceAll(r.texts["tag"], " ", ""))
	assert.Equal(t, "bad", r.states["rule"])
	assert.Equal(t, "HS256 asks for 32 bytes or more: this key is too short.", r.texts["rule"])
}

// RFC 4231 §4.7 has a key of 131 bytes, longer than a block of any of the hashes. With
// SHA-256 that makes 45ad4b37…, by Python's hashlib.
func TestALongKeyIsHashedFirst(t *testing.T) {
	r := paddedBy("HS256", "hex", strings.Repeat("aa", 131), "Test Using Larger Than Block-Size Key - Hash Key First")
	assert.Equal(t, "hashed first to 32 bytes, because it is longer than the block; then 32 zero bytes", r.texts["step"])
	assert.Equal(t, "45ad4b37c6e2fc0a2cfcc1b5da524132ec707615c2cae1dbbc43c97aa521db81", strings.ReplaceAll(r.texts["own"], " ", ""))
	assert.Equal(t, "60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54", strings.ReplaceAll(r.texts["tag"], " ", ""))
	assert.Equal(t, "good", r.states["rule"])
}

// A key and the same with a zero byte make one tag, but where the block is full; a key that
// is longer than the block and its hash make one tag.
func TestWhichOtherKeysMakeTheSameTag(t *testing.T) {
	for _, c := range []struct {
		algorithm  string
		size       int
		zero, hash string
	}{
		{"HS256", 0, "the same", "another"},
		{"HS256", 3, "the same", "another"},
		{"HS256", 63, "the same", "another"},
		{"HS256", 64, "another", "another"},
		{"HS256", 65, "another", "the same"},
		{"HS384", 127, "the same", "another"},
		{"HS384", 128, "another", "another"},
		{"HS384", 129, "another", "the same"},
		{"HS512", 128, "another", "another"},
		{"HS512", 129, "another", "the same"},
	} {
		r := paddedBy(c.algorithm, "text", strings.Repeat("k", c.size), "message")
		require.Len(t, r.rows["same"], 3)
		assert.Equal(t, c.zero, r.rows["same"][1][3], "%s, %d bytes", c.algorithm, c.size)
		assert.Equal(t, c.hash, r.rows["same"][2][3], "%s, %d bytes", c.algorithm, c.size)
		assert.Equal(t, c.zero == "the same", strings.Contains(r.texts["zero"], "changes nothing"), c)
		assert.Equal(t, c.hash == "the same", strings.Contains(r.texts["hash"], "one key to HMAC"), c)
	}
}

func TestAKeyThatFillsTheBlockIsUsedAsItIs(t *testing.T) {
	r := paddedBy("HS512", "text", strings.Repeat("k", 128), "")
	assert.Equal(t, "used as it is: it fills the block", r.texts["step"])
	assert.Empty(t, r.texts["zeros"])
}

func TestAnEmptyKeyHasASentence(t *testing.T) {
	r := paddedBy("HS384", "text", "", "")
	assert.Equal(t, "bad", r.states["rule"])
	assert.Contains(t, r.texts["rule"], "The key is empty")
	assert.Empty(t, r.texts["own"])
}

func TestAKeyThatCannotBeReadHasASentenceAndNoSteps(t *testing.T) {
	for key, want := range map[string]string{
		"abc":                      "not hexadecimal", // a digit is missing
		"zz":                       "not hexadecimal",
		strings.Repeat("00", 1025): "more than 1,024 bytes",
	} {
		r := paddedBy("HS256", "hex", key, "message")
		assert.Equal(t, "bad", r.states["said"])
		assert.Contains(t, r.texts["said"], want)
		for _, place := range []string{"size", "rule", "own", "zeros", "inner", "middle", "outer", "tag", "zero", "hash"} {
			assert.Contains(t, r.texts, place)
			assert.Empty(t, r.texts[place], "%s of the key before must not stay", place)
		}
		assert.Empty(t, r.rows["same"])
		assert.NotContains(t, r.texts, "key", "what was typed stays")
	}
}

func TestASampleIsFilledInForTheAlgorithm(t *testing.T) {
	for _, c := range []struct {
		name, algorithm string
		size            int
		step            string
	}{
		{"short", "HS256", 3, "followed by 61 zero bytes"},
		{"enough", "HS256", 32, "followed by 32 zero bytes"},
		{"enough", "HS384", 48, "followed by 80 zero bytes"},
		{"long", "HS256", 65, "hashed first to 32 bytes"},
		{"long", "HS512", 129, "hashed first to 64 bytes"},
	} {
		page := &quietPage{}
		(&padding{}).Act(c.name, paddingForm(c.algorithm, "hex", "00", "message"), page)
		assert.Len(t, page.texts["key"], c.size)
		assert.Equal(t, "text", page.texts["reading"])
		assert.Contains(t, page.texts["step"], c.step, "what follows from the key is shown, too")
		assert.NotEmpty(t, page.texts["said"])
	}
}

// Who presses both buttons, one after the other, sees the same tag.
func TestTheHashOfALongKeyTakesItsPlaceAndTheTagStays(t *testing.T) {
	key := strings.Repeat("k", 65)
	page := &quietPage{}
	(&padding{}).Act("hash", paddingForm("HS256", "text", key, "message"), page)
	assert.Equal(t, "hex", page.texts["reading"])
	assert.Len(t, page.texts["key"], 64)
	assert.Equal(t, paddedBy("HS256", "text", key, "message").texts["tag"], page.texts["tag"])
}

func TestTheHashOfAKeyThatCannotBeReadIsNotFilledIn(t *testing.T) {
	page := &quietPage{}
	(&padding{}).Act("hash", paddingForm("HS256", "hex", "zz", "message"), page)
	assert.NotContains(t, page.texts, "key")
	assert.Contains(t, page.texts["said"], "not hexadecimal")
}
