package strength_test

import (
	"errors"
	"fmt"
	"io"
	"math"
	"runtime"
	"slices"
	"strings"
	"testing"
	"testing/iotest"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"jwtsecret/app/paste"
	"jwtsecret/app/secret"
	"jwtsecret/app/strength"
)

func TestTheLineOfAListIsFoundInEveryReadingOfTheSecret(t *testing.T) {
	list := "one\r\n\r\n two \nthree\nthree\nZm91cg==\nlast"
	for text, want := range map[string]int{
		"one":         1,
		" two ":       3, // spaces may belong to it
		"two":         3, // or not
		"three":       4, // the first of two
		"dGhyZWU=":    4, // base64 of three
		"dGhyZWU":     4,
		"6f6e65":      1, // hex of one
		"6F6E65":      1,
		"Zm91cg==":    6, // as it stands in the list
		"last":        7,
		"One":         0,
		"one\r":       1, // a service may cut that off
		`A_KEY="one"`: 1, // what is inside a wrapping
		"four":        0, // a line is not decoded
		"":            0, // no secret, though the list has such a line
	} {
		for name, r := range map[string]io.Reader{"at once": strings.NewReader(list), "byte by byte": iotest.OneByteReader(strings.NewReader(list))} {
			t.Run(text+" "+name, func(t *testing.T) {
				found, _, err := strength.FindLine(r, strength.ListKeys(paste.Read([]byte(text))))
				require.NoError(t, err)
				assert.Equal(t, want, found.Line())
				assert.Equal(t, want > 0, found != nil)
				if found != nil { // an attacker meets it after so many lines
					r := strength.Audit([]byte(text), secret.HS256, strength.Context{Lists: []*strength.List{found}})
					i := slices.Index(codes(r), strength.KnownListed)
					assert.InDelta(t, math.Log2(float64(want)), r.Findings[i].Bits, 0)
				}
			})
		}
	}
}

func TestALineThatIsFoundMakesTheSecretKnown(t *testing.T) {
	text := []byte("Vm43a1EybVg5Y0xyNFR6Qjh3SHMzWWRKNnBGZ0ExZVU=") // base64 of Vn7kQ2mX9cLr4TzB8wHs3YdJ6pFgA1eU
	assert.NotEqual(t, strength.Unusable, strength.Audit(text, secret.HS256, strength.Context{}).Verdict)
	found, line, err := strength.FindLine(strings.NewReader("\n\n\nVn7kQ2mX9cLr4TzB8wHs3YdJ6pFgA1eU\n"), strength.ListKeys(paste.Read(text)))
	require.NoError(t, err)
	require.Equal(t, 4, line)
	found.Name = "line 4 of a list"
	r := strength.Audit(text, secret.HS256, strength.Context{Lists: []*strength.List{found}})
	assert.Equal(t, strength.Unusable, r.Verdict)
	require.NotEmpty(t, r.Findings)
	assert.Equal(t, strength.KnownListed, r.Findings[0].Code)
	assert.Equal(t, "base64", r.Findings[0].Encoding.String())
	assert.Equal(t, "line 4 of a list", r.Findings[0].Evidence)
	assert.Equal(t, 2.0, r.Findings[0].Bits) // log2 of 4 lines
}

// A reading that is no text is not inspected, so it must not be found either.
func TestWhatIsFoundIsAlwaysAFinding(t *testing.T) {
	found, _, err := strength.FindLine(strings.NewReader("\xff\x00\xfe\n"), strength.ListKeys(paste.Read([]byte("ff00fe"))))
	require.NoError(t, err)
	assert.Nil(t, found)
}

func TestTheFirstLineThatIsAnyOfTheKeysIsFound(t *testing.T) {
	keys := [][]byte{nil, []byte("JWT_SECRET=tiger"), []byte("tiger"), []byte("lion")}
	found, _, err := strength.FindLine(strings.NewReader("cat\n\nlion\ntiger\n"), keys)
	require.NoError(t, err)
	assert.Equal(t, 3, found.Line())
	for text, listed := range map[string]bool{"lion": true, "tiger": false} {
		known := codes(strength.Audit([]byte(text), secret.HS256, strength.Context{Lists: []*strength.List{found}}))
		assert.Equal(t, listed, slices.Contains(known, strength.KnownListed), text)
	}
	found, _, err = strength.FindLine(strings.NewReader("cat\n"), nil)
	require.NoError(t, err)
	assert.Nil(t, found)
}

func TestALineMayHaveManySpacesBesideTheSecret(t *testing.T) {
	_, line, err := strength.FindLine(strings.NewReader("x\n"+strings.Repeat(" \t", 2<<10)+"tiger\n"), strength.ListKeys(paste.Read([]byte("tiger"))))
	require.NoError(t, err)
	assert.Equal(t, 2, line)
}

func TestLinesLongerThanTheSecretAreCountedAndPassedOver(t *testing.T) {
	huge := strings.Repeat("x", 3<<20)
	long := strings.Repeat("y", 2<<20)
	list := huge + "\n" + long + "\r\n" + huge + "\nsecret\n" + huge + long
	for text, want := range map[string]int{"secret": 4, long: 2, huge: 1, "x": 0, huge[1:]: 0, long + "y": 0} {
		t.Run(fmt.Sprint(len(text), " bytes"), func(t *testing.T) {
			found, _, err := strength.FindLine(strings.NewReader(list), strength.ListKeys(paste.Read([]byte(text))))
			require.NoError(t, err)
			assert.Equal(t, want, found.Line())
		})
	}
}

func TestTheErrorOfAListsReaderIsReported(t *testing.T) {
	broken := errors.New("broken")
	found, _, err := strength.FindLine(io.MultiReader(strings.NewReader("one\ntwo"), iotest.ErrReader(broken)), strength.ListKeys(paste.Read([]byte("two"))))
	assert.ErrorIs(t, err, broken)
	assert.Nil(t, found)
}

// repeated is a reader of so many bytes.
type repeated struct {
	text string
	left int
}

func (r *repeated) Read(p []byte) (int, error) {
	if r.left == 0 {
		return 0, io.EOF
	}
	n := min(copy(p, r.text), r.left)
	r.left -= n
	return n, nil
}

func TestAListOfAnySizeTakesTheSameMemory(t *testing.T) {
	for name, text := range map[string]string{"short lines": strings.Repeat("password123\n", 1<<13), "one line": strings.Repeat("x", 1<<17)} {
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		found, _, err := strength.FindLine(&repeated{text, 256 << 20}, strength.ListKeys(paste.Read([]byte("correct horse"))))
		runtime.ReadMemStats(&after)
		require.NoError(t, err)
		assert.Nil(t, found)
		assert.Less(t, after.TotalAlloc-before.TotalAlloc, uint64(4<<20), name)
	}
}

func TestHowManyLinesWereReadIsTold(t *testing.T) {
	for list, want := range map[string]int{"": 0, "\r\n\n": 0, "one\ntwo\n": 2, "one\r\rthree": 3, "one\ntiger\nthree": 2} {
		_, read, err := strength.FindLine(strings.NewReader(list), [][]byte{[]byte("tiger")})
		require.NoError(t, err)
		assert.Equal(t, want, read, "%q", list)
	}
}
