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

// BenchmarkSearch tries what everyone can try against a token of the usual size, until
// it is among what is derived from common words, as most of an attack is. Other
// programs make the time longer that it takes, and not the processor's own.
func BenchmarkSearch(b *testing.B) {
	const candidates = 1 << 19
	for _, algorithm := range secret.Algorithms() {
		for _, vectors := range []bool{false, true} {
			signed := signedWith(b, algorithm, []byte("\x00 nobody has this in a list \x00"))
			a, err := New(signed)
			require.NoError(b, err)
			name := algorithm.String() + "/one by one"
			if vectors {
				name = algorithm.String() + "/in vectors"
				require.NoError(b, a.Vectorise(machine(b)))
			}
			b.Run(name, func(b *testing.B) {
				sources := Sources(signed, nil, 0, 1)
				a.Search(sources, func(Progress) bool { return false }) // counts the candidates once
				began := processorTime(b)
				for b.Loop() {
					a.Search(sources, func(p Progress) bool { return p.Tried < candidates })
				}
				b.ReportMetric(float64((processorTime(b)-began).Nanoseconds())/float64(b.N*candidates), "cpu-ns/candidate")
				b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N*candidates), "ns/candidate")
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
