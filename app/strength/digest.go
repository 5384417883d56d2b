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
	"slices"
	"sync"
)

// digests are the hashes that people apply to a word, by the length of their
// output in bytes. Each appends its output to dst.
var digests = map[int]struct {
	name string
	sum  func(dst, word []byte) []byte
}{
	md5.Size:    {"MD5", func(dst, w []byte) []byte { s := md5.Sum(w); return append(dst, s[:]...) }},
	sha1.Size:   {"SHA-1", func(dst, w []byte) []byte { s := sha1.Sum(w); return append(dst, s[:]...) }},
	sha256.Size: {"SHA-256", func(dst, w []byte) []byte { s := sha256.Sum256(w); return append(dst, s[:]...) }},
	sha512.Size: {"SHA-512", func(dst, w []byte) []byte { s := sha512.Sum512(w); return append(dst, s[:]...) }},
}

// digestBits is the number of words whose hashes are known, with the choice of a
// hash and its encoding, in bits.
const digestBits = 20

// hashedWords are the words whose hashes are looked up: the defaults, the whole
// vocabulary, and the derived forms of the field's own words. A table holds eight
// bytes of each hash, in order; a random text meets one of 2^18.3 with a chance
// below 2^-45. Each length of hash has its table, made when a text first has that
// length: the hashing takes a quarter of a second in a browser.
var hashedWords = func() map[int]func() []uint64 {
	tables := map[int]func() []uint64{}
	for size, digest := range digests {
		tables[size] = sync.OnceValue(func() []uint64 {
			table := make([]uint64, 0, 5<<16)
			sum := make([]byte, 0, size)
			add := func(word []byte) bool {
				table = append(table, binary.BigEndian.Uint64(digest.sum(sum, word)))
				return true
			}
			Words()(add)
			for _, word := range ownWords() {
				forms := composer{yield: add}
				forms.forms([]byte(word))
			}
			slices.Sort(table)
			return table
		})
	}
	return tables
}()

// digestOf reports whether the text is the hash of a word, in hexadecimal or
// base64, and names the hash.
func digestOf(text []byte) (string, bool) {
	sums := decodings(text)
	defer wipeAll(sums)
	for _, sum := range sums {
		digest, ok := digests[len(sum)]
		if !ok {
			continue
		}
		if _, ok := slices.BinarySearch(hashedWords[len(sum)](), binary.BigEndian.Uint64(sum)); ok {
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
