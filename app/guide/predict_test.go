package guide

import (
	"math"
	"os"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"jwtsecret/app/predict"
)

// xorshift is Math.random of Chrome since May 2026: xorshift128+ of V8's
// base/utils/random-number-generator.h, of whose sum the upper 53 bits are given.
type xorshift struct{ s0, s1 uint64 }

func (x *xorshift) random() float64 {
	a, b := x.s0, x.s1
	x.s0 = b
	a ^= a << 23
	a ^= a >> 17
	a ^= b
	a ^= b >> 26
	x.s1 = a
	return float64((x.s0+x.s1)>>11) / (1 << 53)
}

// whereKnown recovers a generator by looking into it.
func whereKnown(t *testing.T, of *xorshift) {
	t.Helper()
	before := recoverState
	t.Cleanup(func() { recoverState = before })
	recoverState = func(numbers []float64, _ func()) (machine, bool) {
		require.Len(t, numbers, 256)
		known := *of
		return machine{engine: "V8", state: [2]uint64{of.s0, of.s1}, next: known.random}, true
	}
}

func TestTheNextFiveAreShownBeforeTheyAreDrawn(t *testing.T) {
	x := &xorshift{1, 2}
	whereKnown(t, x)
	drawn := 0
	e := &fakePage{t: t, random: func() float64 { drawn++; return x.random() }}
	p := &predicting{}
	p.Act("predict", nil, e)

	require.Equal(t, 256, drawn)
	assert.Equal(t, "good", e.view.state("said"))
	assert.True(t, e.view.allowed("draw"))
	copied := *x
	for _, row := range e.view.rows("five") {
		assert.Equal(t, []string{written(copied.random()), "not drawn yet", "–"}, row)
	}

	p.Act("draw", nil, e)
	assert.Equal(t, 256+5, drawn)
	assert.Equal(t, copied, *x)
	for _, row := range e.view.rows("five") {
		assert.Equal(t, row[0], row[1])
		assert.Equal(t, "yes", row[2])
	}
	assert.Equal(t, "All five are what was predicted, to the last digit.", e.view.text("verdict"))
	assert.False(t, e.view.allowed("draw"), "they can be drawn once")
}

func TestTheOtherAttemptStaysForComparing(t *testing.T) {
	x := &xorshift{1, 2}
	e := &fakePage{t: t, random: x.random}
	p := &predicting{}
	p.Act("strong", nil, e)
	said := e.view.text("strong")
	require.Contains(t, said, "Not predicted")
	whereKnown(t, x)
	p.Act("predict", nil, e)
	assert.Equal(t, said, e.view.text("strong"))
	assert.NotEmpty(t, e.view.text("why"))
	assert.Equal(t, "good", e.view.state("said"))
	anew := show(p, nil)
	assert.True(t, anew.changed("strong") && anew.text("strong") == "", "and goes with the page")
}

func TestAnUnknownStateIsFoundFromWhatItDraws(t *testing.T) {
	x := &xorshift{0x0123456789abcdef, 0xfedcba9876543210}
	e := &fakePage{t: t, random: x.random}
	p := &predicting{}
	p.Act("predict", nil, e)
	assert.Contains(t, e.view.text("engine"), "Chrome")
	assert.Equal(t, "(s0 + s1) >> 11", e.view.text("formula"))
	assert.Equal(t, "s0 = "+hexadecimal(x.s0)+"\ns1 = "+hexadecimal(x.s1), e.view.text("state"))
	p.Act("draw", nil, e)
	assert.Equal(t, "All five are what was predicted, to the last digit.", e.view.text("verdict"))

	p.Act("strong", nil, e)
	assert.Contains(t, e.view.text("strong"), "Not predicted")
}

func TestNothingCanBeDrawnBeforeItIsForetold(t *testing.T) {
	p := &predicting{}
	assert.False(t, show(p, nil).allowed("draw"))
	p.Act("draw", nil, &fakePage{t: t, random: func() float64 { t.Fatal("it has drawn"); return 0 }})
}

func TestNothingIsForetoldOnceThePageIsLeft(t *testing.T) {
	x := &xorshift{1, 2}
	whereKnown(t, x)
	p := &predicting{}
	p.Act("predict", nil, &fakePage{t: t, random: x.random})
	v := show(p, nil)
	assert.False(t, v.allowed("draw"))
	assert.Equal(t, [][]string{{"–", "–", "–"}, {"–", "–", "–"}, {"–", "–", "–"}, {"–", "–", "–"}, {"–", "–", "–"}}, v.rows("five"))
	assert.Nil(t, p.next)
}

func TestNumbersThatSomethingElseDrewInBetweenAreCounted(t *testing.T) {
	x := &xorshift{1, 2}
	whereKnown(t, x)
	e := &fakePage{t: t, random: x.random}
	p := &predicting{}
	p.Act("predict", nil, e)
	for range 20_000 {
		x.random()
	}
	p.Act("draw", nil, e)
	assert.Contains(t, e.view.text("verdict"), "drew 20,000 numbers in between")
	for _, row := range e.view.rows("five") {
		assert.Equal(t, "no", row[2])
	}
}

func TestThePageMayBeLeftInTheMiddle(t *testing.T) {
	x := &xorshift{1, 2}
	whereKnown(t, x)
	p := &predicting{}
	e := &fakePage{t: t, random: x.random, onBreathe: p.Forget}
	p.Act("predict", nil, e)
	x.random()
	p.Act("draw", nil, e)
	assert.Contains(t, e.view.text("verdict"), "drew 1 number in between")
}

func TestWhatIsForetoldOnceThePageIsLeftIsDropped(t *testing.T) {
	x := &xorshift{1, 2}
	whereKnown(t, x)
	e := &fakePage{t: t}
	e.random = func() float64 { e.left = true; return x.random() }
	p := &predicting{}
	p.Act("predict", nil, e)
	assert.Empty(t, *p)
}

func TestWhatIsForetoldIsDrawnOnce(t *testing.T) {
	x := &xorshift{1, 2}
	whereKnown(t, x)
	e := &fakePage{t: t, random: x.random}
	p := &predicting{}
	p.Act("predict", nil, e)
	e.onBreathe = func() { assert.Empty(t, *p, "another act may foretell meanwhile") }
	for range 2000 {
		x.random()
	}
	p.Act("draw", nil, e)
	assert.Contains(t, e.view.text("verdict"), "drew 2,000 numbers")
}

func TestAWrongStateIsNotCalledRight(t *testing.T) {
	whereKnown(t, &xorshift{3, 4})
	e := &fakePage{t: t, random: (&xorshift{1, 2}).random}
	p := &predicting{}
	p.Act("predict", nil, e)
	p.Act("draw", nil, e)
	assert.Equal(t, "bad", e.view.state("verdict"))
	assert.Contains(t, e.view.text("verdict"), "not what was predicted")
}

func TestWhatCannotBeForetoldIsNotSaidToBeSafe(t *testing.T) {
	before := recoverState
	t.Cleanup(func() { recoverState = before })
	var got []float64
	recoverState = func(numbers []float64, _ func()) (machine, bool) { got = numbers; return machine{}, false }

	e := &fakePage{t: t, random: func() float64 { return 0.5 }}
	p := &predicting{}
	p.Act("predict", nil, e)
	assert.Equal(t, "bad", e.view.state("said"))
	assert.Contains(t, e.view.text("note"), "no sign of safety")
	assert.False(t, e.view.allowed("draw"))

	p.Act("strong", nil, e)
	assert.Contains(t, e.view.text("strong"), "Not predicted")
	assert.Contains(t, e.view.text("why"), "proves nothing")
	require.Len(t, got, 256)
	sum := 0.0
	for _, n := range got {
		require.True(t, n >= 0 && n < 1)
		assert.Equal(t, math.Trunc(n*(1<<53)), n*(1<<53), "a number is a whole one of 2^53")
		sum += n
	}
	assert.InDelta(t, 0.5, sum/256, 0.18, "the mean of 256 is off by ten deviations of 1/√12/16 once in 10^23 times")
}

func TestABrokenStrongGeneratorIsToldOf(t *testing.T) {
	x := &xorshift{1, 2}
	whereKnown(t, x)
	e := &fakePage{t: t, random: x.random}
	(&predicting{}).Act("strong", nil, e)
	assert.Equal(t, "bad", e.view.state("strong"))
}

// 1 − 2^-53 is 0.99999999999999988898 and 1 − 2·2^-53 is 0.99999999999999977796.
func TestNeighbouringNumbersAreWrittenDifferently(t *testing.T) {
	assert.Equal(t, "0.99999999999999989", written(1-0x1p-53))
	assert.Equal(t, "0.99999999999999978", written(1-0x1p-52))
	assert.Equal(t, "0x000000000000000f", hexadecimal(15))
}

// The label of the button is typed into the form.
func TestTheButtonSaysHowManyNumbersItDraws(t *testing.T) {
	form, err := os.ReadFile("../../web/guide/box/predict.html")
	require.NoError(t, err)
	assert.Equal(t, 1, strings.Count(string(form), "\"Draw "+strconv.Itoa(predict.Outputs)+" and predict\""), "and no other has its name")
}

func TestATimeIsWrittenAsPeopleReadIt(t *testing.T) {
	for want, ms := range map[string]float64{"less than a millisecond": 0.4, "47 ms": 47.2, "1.2 s": 1234} {
		assert.Equal(t, want, duration(ms))
	}
}
