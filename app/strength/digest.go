package strength

import (
	"bytes"
	"crypto/md5"
	"crypto/sha1"
	"crypto/sha256"
	"crypto/sha512"
	"encoding/base64"
	"encoding/binary"
	"encoding/hex"
	"sync"
)

// digests are the hashes that people apply to a word, by the length of their
// output in bytes.
var digests = map[int]struct {
	name string
	sum  func(word []byte) []byte
}{
	md5.Size:    {"MD5", func(w []byte) []byte { s := md5.Sum(w); return s[:] }},
	sha1.Size:   {"SHA-1", func(w []byte) []byte { s := sha1.Sum(w); return s[:] }},
	sha256.Size: {"SHA-256", func(w []byte) []byte { s := sha256.Sum256(w); return s[:] }},
	sha512.Size: {"SHA-512", func(w []byte) []byte { s := sha512.Sum512(w); return s[:] }},
}

// digestBits is the number of words whose hashes are known, with the choice of a
// hash and its encoding, in bits.
const digestBits = 20

// hashedWords are the words whose hashes are looked up: the defaults, the whole
// vocabulary, and the derived forms of the field's own words. The map holds eight
// bytes of each hash, for each length of hash; a random text meets one of 2^18
// with a chance of 2^-46. A map takes a tenth of a second, once.
var hashedWords = func() map[int]func() map[uint64]struct{} {
	tables := map[int]func() map[uint64]struct{}{}
	for size, digest := range digests {
		tables[size] = sync.OnceValue(func() map[uint64]struct{} {
			table := make(map[uint64]struct{}, len(words()))
			add := func(word []byte) bool {
				table[binary.BigEndian.Uint64(digest.sum(word))] = struct{}{}
				return true
			}
			Words()(add)
			for _, word := range ownWords() {
				forms := composer{yield: add}
				forms.forms([]byte(word))
			}
			return table
		})
	}
	return tables
}()

// digestOf reports whether the text is the hash of a word, in hexadecimal or
// base64, and names the hash.
func digestOf(text []byte) (string, bool) {
	for _, sum := range decodings(text) {
		digest, ok := digests[len(sum)]
		if !ok {
			continue
		}
		if _, ok := hashedWords[len(sum)]()[binary.BigEndian.Uint64(sum)]; ok {
			return digest.name + " of a common word", true
		}
	}
	return "", false
}

func decodings(text []byte) [][]byte {
	if len(text) > 2*sha512.Size {
		return nil
	}
	var all [][]byte
	if sum, err := hex.AppendDecode(nil, text); err == nil {
		all = append(all, sum)
	}
	digits := bytes.TrimRight(text, "=")
	for _, encoding := range []*base64.Encoding{base64.RawStdEncoding, base64.RawURLEncoding} {
		if sum, err := encoding.AppendDecode(nil, digits); err == nil {
			all = append(all, sum)
		}
	}
	return all
}
