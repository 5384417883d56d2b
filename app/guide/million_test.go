package guide

import (
	"bytes"
	"os"
	"strconv"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"jwtsecret/app/prose"
)

// pictures returns the last picture on each canvas of bits.
func (v View) pictures() map[string][]byte {
	all := map[string][]byte{}
	for _, c := range v.Changes {
		if c.Bits != nil {
			all[c.Place] = c.Bits
		}
	}
	return all
}

// The numbers are those of OEIS A096555.
func TestRanduIsRandu(t *testing.T) {
	n := uint32(1)
	for _, want := range []uint32{65539, 393225, 1769499, 7077969, 26542323, 95552217, 334432395, 1146624417, 1722371299, 14608041} {
		n = randu(n)
		require.Equal(t, want, n)
	}
}

// The bytes that follow the seed 33 are those in J. D. Cook, "A Truly Horrible Random Number
// Generator".
func TestTheLowestBitsOfRanduRepeat(t *testing.T) {
	got := make([]byte, 128)
	ofRandu(33)(got)
	assert.Equal(t, []byte{0x63, 0x29, 0x7b, 0x71, 0x53, 0xf9, 0xeb, 0xc1}, got[:8])
	assert.Equal(t, got[:64], got[64:])
	assert.NotEqual(t, got[:32], got[32:64])
}

func TestAMillionBitsAreDrawnOfEach(t *testing.T) {
	numbers := 0
	e := &fakePage{t: t, random: func() float64 { numbers++; return 0.75 }} // 0.11 in binary
	(&million{}).Act("draw", nil, e)
	assert.Equal(t, 1_000_000/50, numbers)

	pictures := e.view.pictures()
	require.Len(t, pictures, 3)
	for name, bits := range pictures {
		require.Len(t, bits, 125_000, name)
	}
	for at := range 100 { // two ones and 48 noughts, again and again
		assert.Equal(t, at%50 < 2, pictures["math"][at/8]>>(7-at%8)&1 == 1, at)
	}
	assert.Equal(t, "40,000 of 1,000,000", e.view.text("math-ones"))
	assert.True(t, bytes.Equal(pictures["randu"][:64], pictures["randu"][64:128]))

	// 500,000 ones, give or take ten deviations of 500: a fair coin is outside of that
	// once in 10^23 times.
	assert.InDelta(t, 500_000, ones(pictures["strong"]), 5000)
}

// The hint is typed into the form.
func TestTheHintSaysWhichBitsArePictured(t *testing.T) {
	form, err := os.ReadFile("../../web/guide/box/million.html")
	require.NoError(t, err)
	assert.Contains(t, string(form), prose.Thousands(side)+" bits wide and "+prose.Thousands(side)+" high")
	assert.Contains(t, string(form), "the upper "+strconv.Itoa(perNumber)+" bits")
}

func TestAPictureAppearsInStrips(t *testing.T) {
	e := &fakePage{t: t, random: func() float64 { return 0.75 }}
	drawn := map[int]int{}
	e.onShow = func() {
		for _, c := range e.view.Changes {
			if c.Place == "math" && c.Bits != nil {
				drawn[ones(c.Bits)] = 1
			}
		}
	}
	b := &million{}
	assert.Equal(t, "", show(b, nil).state("math"), "no picture yet")
	b.Act("draw", nil, e)
	assert.Len(t, drawn, 10)
	assert.Equal(t, "drawn", e.view.state("math"))
}
