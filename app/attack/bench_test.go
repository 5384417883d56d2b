package attack

import "testing"

// BenchmarkKey tries keys of eight bytes against a token of the usual size, and
// does the same with crypto/hmac, made anew for each key as programs do.
func BenchmarkKey(b *testing.B) {
	for _, k := range kernels {
		message, key := random(b, 111), []byte("password")
		s := k.open(message, tagOf(k.hash, []byte("other"), message))
		b.Run(k.algorithm.String()+"/ours", func(b *testing.B) {
			for b.Loop() {
				s.signed(key)
			}
		})
		b.Run(k.algorithm.String()+"/hmac", func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				tagOf(k.hash, key, message)
			}
		})
	}
}
