package attack

import (
	"bytes"
	"slices"
	"testing"

	"github.com/stretchr/testify/require"

	"jwtsecret/app/secret"
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

// BenchmarkSearch tries what everyone can try against a token of the usual size: give
// it -benchtime 5s, or it sees little but the longest words, which come first. Other
// programs make the time longer that it takes, but hardly the processor's own.
func BenchmarkSearch(b *testing.B) {
	for _, algorithm := range secret.Algorithms() {
		signed := signedWith(b, algorithm, []byte("\x00 nobody has this in a list \x00"))
		for name, prepare := range ways(b) {
			a, err := New(signed)
			require.NoError(b, err)
			prepare(a)
			b.Run(algorithm.String()+"/"+name, func(b *testing.B) {
				began, tried := processorTime(b), 0
				a.Search(Sources(signed, nil, 0, 1), func(p Progress) bool {
					if tried == 0 { // all candidates were counted before
						began = processorTime(b)
					}
					tried = p.Tried
					return b.Loop()
				})
				b.ReportMetric(float64((processorTime(b)-began).Nanoseconds())/float64(tried-tickEvery), "cpu-ns/candidate")
				b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(tried-tickEvery), "ns/candidate")
			})
		}
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
