package keypair_test

import (
	"bytes"
	"crypto/ed25519"
	"encoding/hex"
	"math/big"
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"jwtsecret/app/keypair"
)

// prime25519 is 2^255 - 19.
var prime25519 = new(big.Int).Sub(new(big.Int).Lsh(big.NewInt(1), 255), big.NewInt(19))

// little returns a number as 32 bytes, the lowest first.
func little(n *big.Int) []byte {
	b := n.FillBytes(make([]byte, 32))
	slices.Reverse(b)
	return b
}

func okp(t *testing.T, curve string, point []byte) keypair.Parsed {
	t.Helper()
	p, err := keypair.Parse([]byte(`{"kty":"OKP","crv":"`+curve+`","x":"`+encode(point)+`"}`), nil)
	require.NoError(t, err)
	return p
}

// By Euler's criterion x² = (y²-1)/(d·y²+1) has a root if its power of (p-1)/2 is 0 or 1.
func TestAKeyOfEd25519IsAPointOfItsCurve(t *testing.T) {
	one, p := big.NewInt(1), prime25519
	d := new(big.Int).Mul(big.NewInt(-121665), new(big.Int).ModInverse(big.NewInt(121666), p))
	half := new(big.Int).Rsh(p, 1)
	on := 0
	for i := range int64(100) {
		y := big.NewInt(i)
		square := new(big.Int).Mul(y, y)
		x := new(big.Int).ModInverse(new(big.Int).Mod(new(big.Int).Add(new(big.Int).Mul(d, square), one), p), p)
		x.Mul(x, square.Sub(square, one)).Mod(x, p)
		want := x.Exp(x, half, p).Cmp(one) <= 0
		got := okp(t, "Ed25519", little(y))
		assert.Equal(t, want, len(got.Keys) == 1, i)
		if want {
			on++
			continue
		}
		require.Len(t, got.Problems, 1)
		assert.Equal(t, "point", got.Problems[0].Code)
	}
	assert.InDelta(t, 50, on, 20) // about each second number
	for name, point := range map[string][]byte{
		"y beyond the field":  little(new(big.Int).Add(p, big.NewInt(3))),
		"a zero with a sign":  append(little(one)[:31], 0x80),
		"likewise, below it":  append(little(new(big.Int).Sub(p, one))[:31], 0xff),
		"nothing but highest": bytes.Repeat([]byte{0xff}, 32),
	} {
		assert.Empty(t, okp(t, "Ed25519", point).Keys, name)
	}
}

// The points are those of Bernstein, "Curve25519: new Diffie-Hellman speed records", 2006,
// and of https://cr.yp.to/ecdh.html, and on Ed25519 y = 1, -1, 0 and the points of order 8.
func TestAPointOfSmallOrderIsNoKeyToUse(t *testing.T) {
	number := func(s string) *big.Int { n, _ := new(big.Int).SetString(s, 10); return n }
	points := map[string][][]byte{
		"X25519": {
			little(big.NewInt(0)), little(big.NewInt(1)), little(new(big.Int).Sub(prime25519, big.NewInt(1))), little(prime25519),
			little(number("325606250916557431795983626356110631294008115727848805560023387167927233504")),
			little(number("39382357235489614581723060781553021112529911719440698176882885853963445705823")),
		},
		"Ed25519": {little(big.NewInt(1)), little(new(big.Int).Sub(prime25519, big.NewInt(1))), little(big.NewInt(0))},
	}
	for _, text := range []string{"26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05", "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a"} {
		point, err := hex.DecodeString(text)
		require.NoError(t, err)
		points["Ed25519"] = append(points["Ed25519"], point)
	}
	for curve, all := range points {
		for _, point := range all {
			p := okp(t, curve, point)
			require.Len(t, p.Keys, 1, "%s %x", curve, point)
			assert.Equal(t, []string{"0 okp-small"}, codes(keypair.Check(p.Keys)), "%s %x", curve, point)
			p.Keys[0].ID = "small"
			_, err := keypair.Merge(nil, p.Keys[0])
			assert.ErrorContains(t, err, "small order")
		}
	}
	neutral := little(big.NewInt(1))
	forged := append(slices.Clone(neutral), make([]byte, 32)...)
	assert.True(t, ed25519.Verify(neutral, []byte("anything"), forged), "this is why")
}
