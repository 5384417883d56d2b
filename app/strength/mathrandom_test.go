package strength_test

import (
	"encoding/base64"
	"encoding/json"
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"jwtsecret/app/paste"
	"jwtsecret/app/secret"
	"jwtsecret/app/strength"
)

// drawnBy returns characters that a real engine drew, as package predict has recorded
// their numbers.
func drawnBy(t *testing.T, engine string, n int) string {
	t.Helper()
	const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
	file, err := os.ReadFile(filepath.Join("..", "predict", "testdata", "drawn", engine+".json"))
	require.NoError(t, err)
	var recorded struct{ Drawn [][]float64 }
	require.NoError(t, json.Unmarshal(file, &recorded))
	var text []byte
	for _, number := range recorded.Drawn[0][:n] {
		text = append(text, alphabet[int(number*64)])
	}
	return string(text)
}

func examined(text string, c strength.Context) strength.Examination {
	p := paste.Read([]byte(text))
	return strength.Examine(p, p.Used[0], c)
}

// V8 seeds with 64 bits. What Firefox or Safari drew has the 128 of the state at most.
func TestWhatTodaysEnginesDrewIsProvedIfItIsAsked(t *testing.T) {
	for engine, bits := range map[string]float64{"chromium": 64, "node26": 64, "firefox": 128, "webkit": 128} {
		t.Run(engine, func(t *testing.T) {
			text := drawnBy(t, engine, 72)
			unasked := examined(text[:64], strength.Context{})
			assert.True(t, unasked.Drawable)
			assert.Empty(t, unasked.Judge(secret.HS256).Findings)

			e := examined(text[:64], strength.Context{MathRandom: true})
			assert.False(t, e.Drawable, "there is nothing left to ask")
			r := e.Judge(secret.HS256)
			require.Equal(t, []strength.Code{strength.MathRandom}, codes(r))
			assert.Contains(t, r.Findings[0].Evidence, text[64:])
			assert.InDelta(t, bits, r.Bits(), 0.01)
		})
	}
}

func TestASecretIsDrawableWhereTheTextCanTellAndNothingCertainIsFound(t *testing.T) {
	good := "6OvsMvde_UDnX4Zz0QiU_wYomrHWz9H9-djbuZaqzdw"
	for name, c := range map[string]struct {
		text string
		want bool
	}{
		"base64url":             {good, true},
		"in a line of .env":     {"A_KEY='" + good + "'\n", true},
		"28 characters":         {good[:28], false},
		"hexadecimal":           {goodHex, false},
		"32 bytes in base64":    {base64.StdEncoding.EncodeToString(random(32)), true},
		"a placeholder":         {"replace-This-With-4-Long-Random-Secret-String", false},
		"a default":             {"a-string-secret-at-least-256-bits-long", false},
		"a piece that repeats":  {good[:20] + good[:20], false},
		"empty":                 {"", false},
		"random, not printable": {string([]byte{1, 2, 3}) + good, false},
	} {
		t.Run(name, func(t *testing.T) {
			e := examined(c.text, strength.Context{})
			assert.Equal(t, c.want, e.Drawable, "%v", e.Judge(secret.HS256).Findings)
		})
	}
}
