package judge

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"jwtsecret/app/job"
)

// drawn is the beginning of what package predict has recorded of Chromium, with the
// alphabet of base64url, in that order.
const drawn = "_hcpAGuPFn_aghVi1hZrwAiXFgX70j-NNcQ3Clu30T5kbw_UnTawjNiBQ1Fjj8jL"

// fewAlphabets is random. Because of its space only one alphabet holds it, so that it takes
// little time.
const fewAlphabets = "4WnbR^21SAOhE)P/9Y[?zvm7 JC0]gv^+U(|Q@zVg"

func TestWhetherMathRandomDrewASecretIsToldIfItIsAsked(t *testing.T) {
	for name, c := range map[string]struct {
		text     string
		answer   string
		findings int
	}{
		"drawn":  {drawn, isDrawn, 1},
		"random": {fewAlphabets, notDrawn, 0},
	} {
		t.Run(name, func(t *testing.T) {
			before := auditOf(t, c.text).Secret
			require.NotNil(t, before)
			assert.Equal(t, drawable, before.Drawable)
			assert.Empty(t, before.Drawn)
			assert.Empty(t, before.Findings)

			after := last(t, ask(t, job.Request{Audit: &job.Audit{Text: []byte(c.text), MathRandom: true}}, nil)).Secret
			assert.Empty(t, after.Drawable, "it was asked")
			assert.Equal(t, c.answer, after.Drawn)
			assert.Empty(t, after.Remarks)
			require.Len(t, after.Findings, c.findings)
			if c.findings == 0 {
				undrawable := last(t, ask(t, job.Request{Audit: &job.Audit{Text: []byte("changeme"), MathRandom: true}}, nil)).Secret
				assert.Empty(t, undrawable.Drawn, "of what Math.random cannot have drawn so nothing is said")
			}
			for _, f := range after.Findings {
				assert.Equal(t, "math-random", f.Code)
				assert.Equal(t, "Made by Math.random", f.Title)
				assert.Equal(t, "guessable", after.Verdicts[0].Code)
			}
			assert.NotContains(t, notDrawn, " random")
		})
	}
}

// What takes long is asked of one of several secrets, and all say of it the same.
func TestOneOfSeveralSecretsIsAskedForMathRandom(t *testing.T) {
	text := "A_SECRET=" + drawn + "\nB_SECRET=" + drawn[1:] + "x\n"
	report := last(t, ask(t, job.Request{Audit: &job.Audit{Text: []byte(text), MathRandom: true}}, nil)).Secret
	require.NotNil(t, report)
	require.Len(t, report.Secrets, 2)
	assert.Equal(t, report.Verdicts, report.Secrets[0].Verdicts)
	assert.Equal(t, "guessable", report.Secrets[0].Verdicts[0].Code)
	assert.Equal(t, "no-defect", report.Secrets[1].Verdicts[0].Code)
}
