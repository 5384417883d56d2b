package guide

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func paddedBy(algorithm, reading, key, message string) View {
	return show(&padding{}, paddingForm(algorithm, reading, key, message))
}

func paddingForm(algorithm, reading, key, message string) Form {
	return Form{"algorithm": []byte(algorithm), "reading": []byte(reading), "key": []byte(key), "message": []byte(message)}
}

// RFC 4231 §4.3: the key is "Jefe", 4a 65 66 65, and 60 zeros follow. 0x4a xor 0x36 is 0x7c
// and 0x4a xor 0x5c is 0x16.
func TestEachStepOfAShortKeyIsShown(t *testing.T) {
	r := paddedBy("HS256", "text", "Jefe", "what do ya want for nothing?")
	assert.Equal(t, "4 bytes", r.text("size"))
	assert.Equal(t, "64 bytes (SHA-256)", r.text("block"))
	assert.Equal(t, "followed by 60 zero bytes", r.text("step"))
	assert.Equal(t, "4a 65 66 65", r.text("own"))
	assert.Equal(t, strings.TrimSpace(strings.Repeat("00 ", 60)), r.text("zeros"))
	assert.True(t, strings.HasPrefix(r.text("inner"), "7c 53 50 53 36 36"), r.text("inner"))
	assert.True(t, strings.HasPrefix(r.text("outer"), "16 39 3a 39 5c 5c"), r.text("outer"))
	assert.Equal(t, "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843", strings.ReplaceAll(r.text("tag"), " ", ""))
	assert.Equal(t, "bad", r.state("rule"))
	assert.Equal(t, "HS256 asks for 32 bytes or more: this key is too short.", r.text("rule"))
}

// RFC 4231 §4.7 has a key of 131 bytes, longer than a block of any of the hashes. With
// SHA-256 that makes 45ad4b37…, by Python's hashlib.
func TestALongKeyIsHashedFirst(t *testing.T) {
	r := paddedBy("HS256", "hex", strings.Repeat("aa", 131), "Test Using Larger Than Block-Size Key - Hash Key First")
	assert.Equal(t, "hashed first to 32 bytes, because it is longer than the block; then 32 zero bytes", r.text("step"))
	assert.Equal(t, "45ad4b37c6e2fc0a2cfcc1b5da524132ec707615c2cae1dbbc43c97aa521db81", strings.ReplaceAll(r.text("own"), " ", ""))
	assert.Equal(t, "60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54", strings.ReplaceAll(r.text("tag"), " ", ""))
	assert.Equal(t, "good", r.state("rule"))
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
		require.Len(t, r.rows("same"), 3)
		assert.Equal(t, c.zero, r.rows("same")[1][3], "%s, %d bytes", c.algorithm, c.size)
		assert.Equal(t, c.hash, r.rows("same")[2][3], "%s, %d bytes", c.algorithm, c.size)
		assert.Equal(t, c.zero == "the same", strings.Contains(r.text("zero"), "changes nothing"), c)
		assert.Equal(t, c.hash == "the same", strings.Contains(r.text("hash"), "one key to HMAC"), c)
	}
}

func TestAKeyThatFillsTheBlockIsUsedAsItIs(t *testing.T) {
	r := paddedBy("HS512", "text", strings.Repeat("k", 128), "")
	assert.Equal(t, "used as it is: it fills the block", r.text("step"))
	assert.Empty(t, r.text("zeros"))
}

// RFC 7518 §3.2: a key is at least as long as the hash, of 256, 384 and 512 bits.
func TestTheRuleAllowsAKeyThatIsJustLongEnough(t *testing.T) {
	for algorithm, size := range map[string]int{"HS256": 32, "HS384": 48, "HS512": 64} {
		assert.Equal(t, "good", paddedBy(algorithm, "text", strings.Repeat("k", size), "").state("rule"), algorithm)
		assert.Equal(t, "bad", paddedBy(algorithm, "text", strings.Repeat("k", size-1), "").state("rule"), algorithm)
	}
}

func TestAnEmptyKeyHasASentence(t *testing.T) {
	r := paddedBy("HS384", "text", "", "")
	assert.Equal(t, "bad", r.state("rule"))
	assert.Contains(t, r.text("rule"), "The key is empty")
	assert.Empty(t, r.text("own"))
}

func TestAKeyThatCannotBeReadHasASentenceAndNoSteps(t *testing.T) {
	for key, want := range map[string]string{
		"abc":                      "not hexadecimal", // a digit is missing
		"zz":                       "not hexadecimal",
		strings.Repeat("00", 1025): "more than 1,024 bytes",
	} {
		r := paddedBy("HS256", "hex", key, "message")
		assert.Equal(t, "bad", r.state("said"))
		assert.Contains(t, r.text("said"), want)
		for _, place := range []string{"size", "rule", "own", "zeros", "inner", "middle", "outer", "tag", "zero", "hash"} {
			assert.True(t, r.changed(place), place)
			assert.Empty(t, r.text(place), "%s of the key before must not stay", place)
		}
		assert.Empty(t, r.rows("same"))
		assert.False(t, r.changed("key"), "what was typed stays")
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
		page := &fakePage{t: t}
		(&padding{}).Act(c.name, paddingForm(c.algorithm, "hex", "00", "message"), page)
		assert.Len(t, page.view.text("key"), c.size)
		assert.Equal(t, "text", page.view.text("reading"))
		assert.Contains(t, page.view.text("step"), c.step, "what follows from the key is shown, too")
		assert.NotEmpty(t, page.view.text("said"))
	}
}

// Who presses both buttons, one after the other, sees the same tag.
func TestTheHashOfALongKeyTakesItsPlaceAndTheTagStays(t *testing.T) {
	key := strings.Repeat("k", 65)
	page := &fakePage{t: t}
	(&padding{}).Act("hash", paddingForm("HS256", "text", key, "message"), page)
	assert.Equal(t, "hex", page.view.text("reading"))
	assert.Len(t, page.view.text("key"), 64)
	assert.Equal(t, paddedBy("HS256", "text", key, "message").text("tag"), page.view.text("tag"))
}

func TestTheHashOfAKeyThatCannotBeReadIsNotFilledIn(t *testing.T) {
	page := &fakePage{t: t}
	(&padding{}).Act("hash", paddingForm("HS256", "hex", "zz", "message"), page)
	assert.False(t, page.view.changed("key"))
	assert.Contains(t, page.view.text("said"), "not hexadecimal")
}
