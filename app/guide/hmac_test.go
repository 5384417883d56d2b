package guide

import (
	"bytes"
	"crypto/hmac"
	"crypto/sha256"
	"encoding/hex"
	"testing"

	"github.com/stretchr/testify/assert"

	"jwtsecret/app/secret"
)

// RFC 4231 §4.2 to §4.8, but for §4.6, whose tag is cut: keys of 20, 4, 20, 25 and, longer
// than any block, 131 bytes. The beginning of each tag and its end.
func TestTheStepsEndInTheTagsOfRFC4231(t *testing.T) {
	long := bytes.Repeat([]byte{0xaa}, 131)
	counting := make([]byte, 25)
	for i := range counting {
		counting[i] = byte(i + 1)
	}
	for _, c := range []struct {
		name                string
		key                 []byte
		message             string
		hs256, hs384, hs512 string
	}{
		{
			"4.2", bytes.Repeat([]byte{0x0b}, 20), "Hi There",
			"b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7",
			"afd03944d84895626b0825f4ab46907f15f9dadbe4101ec682aa034c7cebc59cfaea9ea9076ede7f4af152e8b2fa9cb6",
			"87aa7cdea5ef619d4ff0b4241a1d6cb02379f4e2ce4ec2787ad0b30545e17cdedaa833b7d6b8a702038b274eaea3f4e4be9d914eeb61f1702e696c203a126854",
		},
		{
			"4.3", []byte("Jefe"), "what do ya want for nothing?",
			"5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843",
			"af45d2e376484031617f78d2b58a6b1b9c7ef464f5a01b47e42ec3736322445e8e2240ca5e69e2c78b3239ecfab21649",
			"164b7a7bfcf819e2e395fbe73b56e0a387bd64222e831fd610270cd7ea2505549758bf75c05a994a6d034f65f8f0e6fdcaeab1a34d4a6b4b636e070a38bce737",
		},
		{
			"4.4", bytes.Repeat([]byte{0xaa}, 20), string(bytes.Repeat([]byte{0xdd}, 50)),
			"773ea91e36800e46854db8ebd09181a72959098b3ef8c122d9635514ced565fe", "", "",
		},
		{
			"4.5", counting, string(bytes.Repeat([]byte{0xcd}, 50)),
			"82558a389a443c0ea4cc819899f2083a85f0faa3e578f8077a2e3ff46729665b", "", "",
		},
		{
			"4.7", long, "Test Using Larger Than Block-Size Key - Hash Key First",
			"60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54",
			"4ece084485813e9088d2c63a041bc5b44f9ef1012a2b588f3cd11f05033ac4c60c2ef6ab4030fe8296248df163f44952",
			"80b24263c7c1a3ebb71493c1dd7be8b49b46d1f41b4aeec1121b013783f8f3526b56d037e05f2598bd0fd2215d6a1e5295e64f73f63f0aec8b915a985d786598",
		},
		{
			"4.8", long, "This is a test using a larger than block-size key and a larger than block-size data. " +
				"The key needs to be hashed before being used by the HMAC algorithm.",
			"9b09ffa71b942fcb27635fbcd5b0e944bfdc63644f0713938a7f51535c3a35e2", "", "",
		},
	} {
		for a, want := range map[secret.Algorithm]string{secret.HS256: c.hs256, secret.HS384: c.hs384, secret.HS512: c.hs512} {
			if want != "" {
				assert.Equal(t, want, hex.EncodeToString(stepsOf(a, c.key, []byte(c.message)).tag), "%s %s", c.name, a)
			}
		}
	}
}

// Go's own HMAC is another implementation: it never keeps the key block.
func TestTheStepsAgreeWithAnotherHMACAtEveryLength(t *testing.T) {
	for a, h := range hashes {
		for size := range 200 {
			key := bytes.Repeat([]byte{0x5a, 0xc3, 0x01}, 70)[:size]
			mac := hmac.New(h.make, key)
			mac.Write([]byte("message"))
			assert.Equal(t, mac.Sum(nil), stepsOf(a, key, []byte("message")).tag, "%s, %d bytes", a, size)
		}
	}
}

func TestAShortKeyIsPaddedAndALongOneHashed(t *testing.T) {
	for _, c := range []struct {
		algorithm secret.Algorithm
		size      int
		block     int
		hashed    bool
	}{
		{secret.HS256, 0, 64, false},
		{secret.HS256, 32, 64, false},
		{secret.HS256, 64, 64, false},
		{secret.HS256, 65, 64, true},
		{secret.HS384, 128, 128, false},
		{secret.HS384, 129, 128, true},
		{secret.HS512, 128, 128, false},
		{secret.HS512, 129, 128, true},
	} {
		key := bytes.Repeat([]byte{7}, c.size)
		s := stepsOf(c.algorithm, key, nil)
		assert.Len(t, s.block, c.block, "%s, %d bytes", c.algorithm, c.size)
		assert.Equal(t, c.hashed, s.hashed, "%s, %d bytes", c.algorithm, c.size)
		if c.hashed {
			assert.Equal(t, c.algorithm.MinSize(), s.own, "as long as the hash")
		} else {
			assert.Equal(t, key, s.block[:s.own])
		}
		assert.Equal(t, make([]byte, c.block-s.own), s.block[s.own:], "zeros fill it")
	}
}

// The block of a key that is hashed first is computed here by hand.
func TestTheBlockOfALongKeyIsItsHash(t *testing.T) {
	key := bytes.Repeat([]byte{7}, 65)
	sum := sha256.Sum256(key)
	assert.Equal(t, append(sum[:], make([]byte, 32)...), stepsOf(secret.HS256, key, nil).block)
}

// 0x00 xor 0x36 is 0x36 and 0x00 xor 0x5c is 0x5c; 'a' is 0x61, 0x57 and 0x3d.
func TestTheTwoPadsAreThoseOfRFC2104(t *testing.T) {
	s := stepsOf(secret.HS256, []byte("a"), nil)
	assert.Equal(t, append([]byte{0x57}, bytes.Repeat([]byte{0x36}, 63)...), s.inner)
	assert.Equal(t, append([]byte{0x3d}, bytes.Repeat([]byte{0x5c}, 63)...), s.outer)
}

func TestStepsThatAreWipedHoldNothingOfTheKey(t *testing.T) {
	s := stepsOf(secret.HS512, []byte("key"), nil)
	s.wipe()
	for _, b := range [][]byte{s.block, s.inner, s.outer} {
		assert.Equal(t, make([]byte, 128), b)
	}
}
