package attack

import (
	"bytes"
	"slices"
	"testing"

	"jwtsecret/app/secret"
	"jwtsecret/app/strength"
)

// BenchmarkKey tries keys of eight bytes against a token of the usual size, and
// does the same with crypto/hmac, made anew for each key as programs do.
func BenchmarkKey(b *testing.B) {
	for _, a := range secret.Algorithms() {
		message, key := random(b, 111), []byte("password")
		h := newHMAC(a, message, tagOf(hashes[a], []byte("other"), message))
		b.Run(a.String()+"/ours", func(b *testing.B) {
			for b.Loop() {
				h.signed(key)
			}
		})
		b.Run(a.String()+"/hmac", func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				tagOf(hashes[a], key, message)
			}
		})
	}
}

// BenchmarkSearch makes the forms of common words, and tries them as an attack
// does.
func BenchmarkSearch(b *testing.B) {
	words := [][]byte{[]byte("tiger"), []byte("secret"), []byte("football")}
	for _, vectors := range []bool{false, true} {
		a := open(b, secret.HS256, []byte("other"))
		name := "one by one"
		if vectors {
			name = "in vectors"
			if err := a.Vectorise(machine(b)); err != nil {
				b.Fatal(err)
			}
		}
		b.Run(name, func(b *testing.B) {
			tried := 0
			for b.Loop() {
				at, _ := a.Search([]Source{source("forms", strength.Candidates(slices.Values(words)))}, always)
				tried += at.Tried
			}
			b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(tried), "ns/candidate")
		})
	}
}

// BenchmarkLines reads a word list of short lines.
func BenchmarkLines(b *testing.B) {
	list := bytes.Repeat([]byte("password123\n"), 1<<16)
	b.SetBytes(int64(len(list)))
	for b.Loop() {
		for range (&List{Chunks: slices.Values([][]byte{list})}).all { // what arrives is of no interest here
		}
	}
}
