package attack

import (
	"testing"

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
