package secret_test

import (
	"io"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"jwtsecret/app/secret"
	"jwtsecret/app/secret/secrettest"
)

// filling is a generator that is a function.
type filling func(p []byte)

func (f filling) Read(p []byte) (int, error) {
	f(p)
	return len(p), nil
}

// period repeats so many different bytes, from the first in every read.
func period(n int) filling {
	return func(p []byte) {
		for i := range p {
			p[i] = byte(1 + 29*(i%n)*(i%n))
		}
	}
}

// counter goes up by a step from byte to byte, and never begins again.
func counter(step byte) filling {
	next := byte(0)
	return func(p []byte) {
		for i := range p {
			p[i] = next
			next += step
		}
	}
}

// stuck works for so many bytes, and gives zeros from there on.
func stuck(bytes int64) io.Reader {
	return io.MultiReader(io.LimitReader(secrettest.Predictable(), bytes), filling(func(p []byte) { clear(p) }))
}

func TestABrokenGeneratorIsRefused(t *testing.T) {
	digits := secrettest.Predictable()
	for name, broken := range map[string]io.Reader{
		"zeros":                  filling(func(p []byte) { clear(p) }),
		"one byte":               period(1),
		"two bytes in turn":      period(2),
		"the same 16 bytes":      period(16),
		"the same 32 bytes":      period(32),
		"the same in every read": period(256),
		"ten values": filling(func(p []byte) {
			_, _ = digits.Read(p)
			for i := range p {
				p[i] = '0' + p[i]%10
			}
		}),
		"a counter":           counter(1),
		"a counter in sevens": counter(7),
	} {
		for _, f := range secret.Formats() {
			for _, size := range []int{1, 31, 32, 64, 1024} {
				if size < 32 && name == "the same in every read" {
					continue // the sample is good, and such a secret too short to compare
				}
				secrettest.ReplaceRandomness(t, broken)
				secrets, err := secret.Generate(secret.Request{Algorithm: secret.HS256, Size: size, Format: f, Count: 3, TestOnly: true})
				assert.Nil(t, secrets)
				assert.ErrorIs(t, err, secret.ErrGenerator, "%s, %v of %d bytes", name, f, size)
			}
		}
	}
}

func TestAGeneratorThatBreaksOnTheWayIsRefused(t *testing.T) {
	for _, f := range secret.Formats() {
		if f == secret.JWK {
			continue // reads key ids between the secrets
		}
		secrettest.ReplaceRandomness(t, stuck(64+5*64))
		secrets, err := secret.Generate(secret.Request{Algorithm: secret.HS512, Size: 64, Format: f, Count: 10})
		assert.Nil(t, secrets)
		assert.ErrorIs(t, err, secret.ErrGenerator, f.String())
	}
}

// Eleven values in each block are what a working generator may give: nothing but what
// the bound counts is refused.
func TestWhatAWorkingGeneratorMayGiveIsNotRefused(t *testing.T) {
	stream := secrettest.Predictable()
	secrettest.ReplaceRandomness(t, filling(func(p []byte) {
		_, _ = stream.Read(p)
		for i := range p {
			if i%32 < 11 {
				p[i] = []byte{0, 1, 3, 6, 10, 4, 9, 2, 7, 5, 8}[i%32]
			} else {
				p[i] %= 11
			}
		}
	}))
	_, err := secret.Generate(secret.Request{Algorithm: secret.HS256, Size: 32, Count: 100})
	require.NoError(t, err)
}
