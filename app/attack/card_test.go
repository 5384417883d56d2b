package attack

import (
	"bytes"
	"errors"
	"fmt"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"jwtsecret/app/attack/shader"
	"jwtsecret/app/guess"
	"jwtsecret/app/secret"
	"jwtsecret/app/token"
)

// byHand does what a card does, with package crypto/hmac, and counts what is under way.
type byHand struct {
	algorithm secret.Algorithm
	message   []byte
	compares  int // bytes of the tag
	underWay  int
	most      int
}

func (h *byHand) try(p shader.Piece) func() (uint32, error) {
	h.underWay++
	h.most = max(h.most, h.underWay)
	return func() (uint32, error) {
		h.underWay--
		for i := range p.Count {
			if bytes.HasPrefix(tagBy(h.algorithm, p.Key(p.First+uint64(i)), h.message), p.Tag[:h.compares]) {
				return uint32(i), nil
			}
		}
		return shader.None, nil
	}
}

// cardOn attacks a token that this key has signed, on a card that may change what it says.
func cardOn(t *testing.T, a secret.Algorithm, key []byte, change func(shader.Try) shader.Try) (*Card, *byHand) {
	t.Helper()
	signed := signedWith(t, a, key)
	h := &byHand{algorithm: a, message: signed.SigningInput(), compares: 16}
	return &Card{token: signed, algorithm: a, try: change(h.try), piece: 100}, h
}

func unchanged(try shader.Try) shader.Try { return try }

// What a card finds is what the processor finds: the same secret, in the same place, read in
// the same way, whichever of its readings made the key.
func TestACardFindsWhatTheProcessorFinds(t *testing.T) {
	for _, key := range []string{
		"7", "zq7", "0", "00", "000", "ab", "Ab9", "AAA", "~ }", "a=", "no such", // as they stand
		"\x7f", "\xab\xcd", "\x00", "\xca\xfe", // "7f", "abcd"; "AA" in base64 and "00"; "yv4"
		"\x69", "\x69\xb7", "\xfb", "\xfb\xf0", "\xff\xff", // "ab", "abc", "+w" or "-w", "+/A" or "-_A", "//8" or "__8"
	} {
		for alphabet := range guess.Alphabets() {
			s := guess.Short{Alphabet: alphabet, Longest: 2}
			if alphabet < 3 {
				s.Longest = 3
			}
			t.Run(fmt.Sprintf("%q among %s", key, s), func(t *testing.T) {
				t.Parallel()
				wantAt, want := open(t, secret.HS256, []byte(key)).Search([]Source{Short(s, 0, 1)}, always)
				card, h := cardOn(t, secret.HS256, []byte(key), unchanged)
				at, hit, err := card.Short(s, always)
				require.NoError(t, err)
				assert.Equal(t, want, hit)
				assert.Equal(t, wantAt, at)
				assert.LessOrEqual(t, h.most, 2)
				assert.Zero(t, h.underWay)
			})
		}
	}
}

// "abc" in base64 comes after "abc" as it stands would, and before "a000".
func TestAKeyOfBase64ThatHasThreeCharactersIsFoundAmongThem(t *testing.T) {
	key := []byte{0x69, 0xb7}
	s := guess.Short{Alphabet: 1, Longest: 3}
	card, _ := cardOn(t, secret.HS512, key, unchanged)
	at, hit, err := card.Short(s, always)
	require.NoError(t, err)
	require.NotNil(t, hit)
	assert.Equal(t, "abc", string(hit.Secret))
	assert.Equal(t, token.Base64, hit.Encoding)
	assert.Equal(t, 26+26*26+0*26*26+1*26+2+1, hit.Place) // a is 0, b 1 and c 2
	assert.Equal(t, hit.Place, at.Tried)
	assert.Positive(t, card.Rate())
}

func TestWhatOnlyLooksRightIsPassedOver(t *testing.T) {
	lies := 0
	card, _ := cardOn(t, secret.HS256, []byte("777"), func(try shader.Try) shader.Try {
		return func(p shader.Piece) func() (uint32, error) {
			wait := try(p)
			return func() (uint32, error) {
				found, err := wait()
				if lies++; lies%2 == 1 && found > 0 { // the one before, or the first
					return (found - 1) % uint32(p.Count), err
				}
				return found, err
			}
		}
	})
	_, hit, err := card.Short(guess.Short{Longest: 3}, always)
	require.NoError(t, err)
	require.NotNil(t, hit)
	assert.Equal(t, "777", string(hit.Secret))
	assert.Equal(t, 10+100+777+1, hit.Place)
	assert.Greater(t, lies, 10)
}

func TestACardThatFailsIsAnErrorAndNoHit(t *testing.T) {
	gone := errors.New("gone")
	for after := range 5 {
		pieces := 0
		card, _ := cardOn(t, secret.HS256, []byte("999"), func(try shader.Try) shader.Try {
			return func(p shader.Piece) func() (uint32, error) {
				wait := try(p)
				return func() (uint32, error) {
					if pieces++; pieces > after {
						_, _ = wait()
						return shader.None, gone
					}
					return wait()
				}
			}
		})
		_, hit, err := card.Short(guess.Short{Longest: 3}, always)
		require.ErrorIs(t, err, gone)
		assert.Nil(t, hit)
	}
	card, _ := cardOn(t, secret.HS256, []byte("999"), func(shader.Try) shader.Try {
		return func(p shader.Piece) func() (uint32, error) {
			return func() (uint32, error) { return uint32(p.Count), nil } // not among them
		}
	})
	_, _, err := card.Short(guess.Short{Longest: 1}, always)
	assert.ErrorIs(t, err, shader.ErrCard)
}

func TestASearchOnACardStopsWhenItIsAskedTo(t *testing.T) {
	card, h := cardOn(t, secret.HS256, []byte("no such"), unchanged)
	var seen []int
	at, hit, err := card.Short(guess.Short{Longest: 4}, func(p Progress) bool {
		assert.Equal(t, 11_110, p.Total)
		seen = append(seen, p.Tried)
		return p.Tried < 300
	})
	require.NoError(t, err)
	assert.Nil(t, hit)
	assert.GreaterOrEqual(t, at.Tried, 300)
	assert.Less(t, at.Tried, 11_110)
	assert.Equal(t, seen[len(seen)-1], at.Tried)
	assert.IsNonDecreasing(t, seen)
	assert.Zero(t, h.underWay)
}

// A card that does nothing, that finds too much, or that has its bytes in another order is
// found out.
func TestACardHasToShowThatItFindsKeys(t *testing.T) {
	card, _ := cardOn(t, secret.HS384, []byte("x"), unchanged)
	require.NoError(t, card.proven())
	answers := func(number uint32, when func(shader.Piece) bool) func(shader.Try) shader.Try {
		return func(try shader.Try) shader.Try {
			return func(p shader.Piece) func() (uint32, error) {
				wait := try(p)
				if when(p) {
					return func() (uint32, error) { return number, nil }
				}
				return wait
			}
		}
	}
	every := func(shader.Piece) bool { return true }
	for name, change := range map[string]func(shader.Try) shader.Try{
		"finds nothing":    answers(shader.None, every),
		"finds everything": answers(0, every),
		"finds no base64":  answers(shader.None, func(p shader.Piece) bool { return p.Bits == 6 }),
		"finds none of 5":  answers(shader.None, func(p shader.Piece) bool { return p.Size == 5 }),
	} {
		card, _ := cardOn(t, secret.HS384, []byte("x"), change)
		assert.ErrorIs(t, card.proven(), shader.ErrCard, name)
	}
	card, h := cardOn(t, secret.HS384, []byte("x"), unchanged)
	h.compares = 15
	assert.ErrorIs(t, card.proven(), shader.ErrCard, "compares less of the tag")
}

func TestPiecesGrowUntilTheyTakeLongEnough(t *testing.T) {
	card, _ := cardOn(t, secret.HS256, []byte("x"), func(shader.Try) shader.Try {
		return func(shader.Piece) func() (uint32, error) {
			return func() (uint32, error) { return shader.None, nil }
		}
	})
	require.NoError(t, card.Measure(50*time.Millisecond))
	assert.Equal(t, shader.MaxCount, card.piece, "this card takes no time")
	assert.Greater(t, card.Rate(), 1e9)
}
