package strength_test

import (
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"

	"jwtsecret/app/strength"
)

// wide is an ASCII text in UTF-16, little-endian.
func wide(text string) string {
	var b strings.Builder
	for _, c := range []byte(text) {
		b.Write([]byte{c, 0})
	}
	return b.String()
}

func TestWhatAWordListIsMadeOfIsTold(t *testing.T) {
	random := make([]byte, strength.LookSize)
	_, _ = rand.NewChaCha8([32]byte{1}).Read(random) // it never fails
	for name, c := range map[string]struct {
		head         string
		utf16, noise bool
	}{
		"nothing":                  {"", false, false},
		"words":                    {"one\r\ntwo\tthree\n", false, false},
		"UTF-8":                    {"\xef\xbb\xbfgrün\n", false, false},
		"Latin-1":                  {strings.Repeat("gr\xfcn\xe9\x93\n", 100), false, false},
		"UTF-16 with its mark":     {"\xff\xfe" + wide("one\r\n"), true, false},
		"UTF-16 without it":        {wide("one\r\ntwo"), true, false},
		"one stray byte in many":   {strings.Repeat("password\n", 100) + "\x00", false, false},
		"random bytes":             {string(random), false, true},
		"the head of an archive":   {"PK\x03\x04\x14\x00\x00\x00\x08\x00", false, true},
		"the head of a PNG":        {"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", false, true},
		"zeros":                    {strings.Repeat("\x00", 4096), false, true},
		"random bytes as if words": {"\xff\xfe" + strings.Repeat("\x01\x00\x02\x00", 50), true, true},
	} {
		t.Run(name, func(t *testing.T) {
			assert.Equal(t, c.utf16, strength.InUTF16([]byte(c.head)), "UTF-16")
			assert.Equal(t, c.noise, strength.IsNoise([]byte(c.head)), "noise")
		})
	}
}
