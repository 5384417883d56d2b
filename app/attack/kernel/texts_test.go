package kernel

import (
	"bytes"
	"encoding/base64"
	"encoding/hex"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

var someAffixes = Affixes{Suffixes: []string{"!", "1", "123", "-jwt-secret-key", "=", "0f", "124", "0", "0a", "127", "128", "+", "/", "-"}, Prefixes: []string{"my", "super_", "ab+"}}

// keysOf are the keys of a text by the definitions of the encodings, slowly.
func keysOf(text string) (keys [][]byte) {
	keys = append(keys, []byte(text))
	if key, err := hex.DecodeString(text); err == nil && len(key) > 0 {
		keys = append(keys, key)
	}
	if strings.ContainsAny(text, "\r\n") { // the standard library passes over them
		return keys
	}
	if len(text)%4 == 0 {
		text = strings.TrimSuffix(strings.TrimSuffix(text, "="), "=")
	}
	for _, encoding := range []*base64.Encoding{base64.RawStdEncoding, base64.RawURLEncoding} {
		if key, err := encoding.DecodeString(text); err == nil && len(key) > 0 {
			return append(keys, key)
		}
	}
	return keys
}

// keysOfRecord are the keys that a module has to try.
func keysOfRecord(kind Kind, text string, affixes Affixes) (keys [][]byte) {
	switch kind {
	case Key:
		return [][]byte{[]byte(text)}
	case Text:
		return keysOf(text)
	}
	keys = keysOf(text)
	for _, suffix := range affixes.Suffixes {
		keys = append(keys, keysOf(text+suffix)...)
	}
	for _, prefix := range affixes.Prefixes {
		keys = append(keys, keysOf(prefix+text)...)
	}
	return keys
}

func record(kind Kind, text string) []byte {
	return append([]byte{byte(kind), byte(len(text))}, text...)
}

// someText is of the characters that the encodings have and lack, of any size up to this.
func someText(t testing.TB, most int) string {
	t.Helper()
	const characters = "aF09zZ+/-_=. \n\r\xff\x00"
	dice := random(t, 2+most)
	text := make([]byte, int(dice[0])%(most+1))
	few := []int{2, 4, 6, len(characters)}[dice[1]%4] // hexadecimal, base64, and all
	for i := range text {
		text[i] = characters[int(dice[2+i])%few]
	}
	if few == 6 && len(text)%4 == 0 && len(text) > 0 && dice[1] >= 0x80 {
		copy(text[len(text)-1-int(dice[1]>>6&1):], "==")
	}
	return string(text)
}

// A record stands among others, of which it must take nothing and leave nothing.
func TestAModuleTriesEachTextInEveryReading(t *testing.T) {
	for _, m := range macs {
		message := random(t, 111)
		l, _ := m.open(message, m.sum(nil, message))
		write, run := start(t, Module(message, m.sum(nil, message), someAffixes))
		before := record(Text, "one before")
		for i := range inputs(t) / 20 {
			kind := Kind(i % 3)
			most := m.block()
			if kind == Stem {
				most -= LongestAffix
			}
			text := someText(t, most)
			keys := keysOfRecord(kind, text, someAffixes)
			key := keys[i/3%len(keys)]
			records := append(bytes.Clone(before), record(kind, text)...)
			records = append(records, record(Text, someText(t, 20))...)
			write(0, records)
			tag := tagAt(l, m.sum(key, message))
			write(l.tagAt, tag)
			require.True(t, run(len(records)), "%s: kind %d, %q, %x", m.name, kind, text, key)
			tag[i%len(tag)] ^= 1 << (i / len(tag) % 8)
			write(l.tagAt, tag)
			require.False(t, run(len(records)), "%s: kind %d, %q, %x", m.name, kind, text, key)
		}
	}
}

// The tables are looked up by the definition of the encodings.
func TestTheTablesOfDigitsAreThoseOfTheEncodings(t *testing.T) {
	for c := range 256 {
		b, err := hex.DecodeString(string([]byte{'0', byte(c)}))
		if err == nil {
			assert.Equal(t, b[0], nibbles()[c])
		}
		for i, table := range quads() {
			entry := table[4*c:][:4]
			assert.Equal(t, err != nil, entry[3]&1 != 0, "%q", c)
			for bit, encoding := range map[byte]*base64.Encoding{2: base64.RawStdEncoding, 4: base64.RawURLEncoding} {
				digits := []byte("AAAA")
				digits[i] = byte(c)
				want, err := encoding.DecodeString(string(digits))
				if len(want) < 3 { // a line end, which the standard library passes over
					assert.NotZero(t, entry[3]&bit)
					continue
				}
				assert.Equal(t, err != nil, entry[3]&bit != 0, "%q", c)
				if err == nil {
					assert.Equal(t, want, entry[:3], "%q", c)
				}
			}
		}
	}
}

// Each suffix after it with the same key, by the definition of base64, behind texts of all sizes.
func TestOnlyWhatRepeatsAKeyHasATwin(t *testing.T) {
	suffixes := []string{"1", "2", "w", "v", "a", "2010", "2011", "2014", "2019", "2020", "-2010", "-2011", "!", "#", "+", "-", "/", "_", "x1", "y1"}
	for i, twin := range twins(suffixes) {
		for size := range 8 {
			decode := func(suffix string) string {
				key, err := base64.RawStdEncoding.DecodeString(strings.Repeat("A", size) + suffix)
				if err != nil {
					return "none of " + suffix
				}
				return string(key)
			}
			repeats := slices.ContainsFunc(suffixes[:i], func(other string) bool {
				return len(other) == len(suffixes[i]) && decode(other) == decode(suffixes[i])
			})
			tail := (size + len(suffixes[i])) % 4
			if strings.ContainsAny(suffixes[i], "-_+/") {
				continue // what the alphabets do not share is not said to have any, or not read here
			}
			assert.Equal(t, repeats, twin>>tail&1 != 0, "%q behind %d", suffixes[i], size)
		}
	}
}

// The keys are what someone would make of the texts who did not look at each character,
// or at how many there are.
func TestAModuleTriesNothingThatIsNoReading(t *testing.T) {
	for _, m := range macs {
		message := random(t, 111)
		l, _ := m.open(message, m.sum(nil, message))
		write, run := start(t, Module(message, m.sum(nil, message), someAffixes))
		for text, key := range map[string]string{
			"zz11":  "\x00\x11",     // z is no digit of hexadecimal
			"abc":   "\xab",         // an odd number of them
			"ab==":  "\xab",         // padding
			"a!!!":  "\x68",         // no digits of base64; a is 26: 011010 00
			"abcde": "\x69\xb7\x1d", // one too many for base64: 011010 011011 011100 011101
			"+-8=":  "\xfb\xef",     // of both alphabets: 111110 111110 111100
		} {
			records := record(Text, text)
			write(0, records)
			for key, want := range map[string]bool{text: true, key: false} {
				write(l.tagAt, tagAt(l, m.sum([]byte(key), message)))
				assert.Equal(t, want, run(len(records)), "%s: %q as %x", m.name, text, key)
			}
		}
	}
}
