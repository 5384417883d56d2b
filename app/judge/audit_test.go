package judge

import (
	"bytes"
	"encoding/base64"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"jwtsecret/app/job"
	"jwtsecret/app/secret"
)

func TestAReportOfASecretIsReadyToBeRead(t *testing.T) {
	report := auditOf(t, "your-256-bit-secret").Secret
	require.NotNil(t, report)
	require.Len(t, report.Verdicts, 3)
	for i, algorithm := range []string{"HS256", "HS384", "HS512"} {
		assert.Equal(t, algorithm, report.Verdicts[i].Algorithm)
		assert.Equal(t, "unusable", report.Verdicts[i].Code)
		assert.Equal(t, "Unusable", report.Verdicts[i].Name)
	}
	require.NotEmpty(t, report.Findings)
	assert.Equal(t, "known-default", report.Findings[0].Code)
	assert.Equal(t, "Known", report.Findings[0].Title)
	assert.Equal(t, "UTF-8", report.Readings[0].Encoding)
	assert.Equal(t, 19, report.Readings[0].Size)
	assert.NotEmpty(t, report.Readings[0].Treatment)
	for _, c := range report.CrackTimes {
		assert.Equal(t, "less than a second", c.Time)
	}
}

// 64 hexadecimal characters of a hash of random bytes: as hex they are 32 bytes,
// enough for HS256 alone, and carry 256 bits at most in every reading.
func TestTheVerdictDependsOnTheAlgorithm(t *testing.T) {
	report := auditOf(t, "8f2c61d0a94be7735d1e9c08f6ab42ed70c35a9be41d2f8867a0b1c94e53d7f6").Secret
	require.NotNil(t, report)
	var codes []string
	for _, v := range report.Verdicts {
		codes = append(codes, v.Code)
		for _, word := range []string{"strong", "secure", "proven", "safe"} {
			assert.NotContains(t, strings.ToLower(v.Sentence), word)
		}
	}
	assert.Equal(t, []string{"no-defect", "below-rule", "below-rule"}, codes)
	assert.Equal(t, "It can be worth at most 256 bits; only how it was made can tell.", report.Verdicts[0].Sentence)
	for _, r := range report.Readings {
		assert.LessOrEqual(t, r.Bits, 256, r.Encoding)
	}
	for _, c := range report.CrackTimes {
		assert.Contains(t, c.Time, "if it was drawn at random")
	}
}

// The block of SHA-256 is 64 bytes, that of the others 128 (RFC 2104 §2): 86 characters
// are hashed for HS256 and filled up for HS512, which they are enough for.
func TestAReadingSaysWhatTheAlgorithmThatSuitsBestDoesWithIt(t *testing.T) {
	for text, want := range map[string][2]string{
		"w2Xq0n7Zr4Jk9Tb1Lm6Vc3Hf8Ps5Gd0Ya7Ue2Wi4Ox9Nj1Kz6Bt3Rv8Qh5Mg0Lc7Sf2Dp4Ea9Iy1Uo6Qw3Zx8B": {"HS512", "zeros are appended"},
		"w2Xq0n7Zr4Jk9Tb1Lm6Vc3Hf8Ps5Gd0Ya7Ue2Wi4Ox9":                                            {"HS256", "zeros are appended"},
	} {
		report := auditOf(t, text).Secret
		require.NotNil(t, report)
		assert.Equal(t, want, [2]string{report.Verdicts[report.Verdicts.Fit()].Algorithm, report.Readings[0].Treatment})
	}
}

// nobodys is a secret that no list of ours holds, and the same in base64.
const (
	nobodys       = "Vn7kQ2mX9cLr4TzB8wHs3YdJ6pFgA1eU"
	nobodysBase64 = "Vm43a1EybVg5Y0xyNFR6Qjh3SHMzWWRKNnBGZ0ExZVU="
)

func TestASecretInThePersonsWordListIsKnown(t *testing.T) {
	for text, reading := range map[string]string{nobodys: "", nobodysBase64: " This shows when it is read as base64."} {
		list := &words{text: "one\r\ntwo\r\n\r\n" + nobodys + "\r\nfive"}
		request, err := job.Encode(job.Request{Audit: &job.Audit{Text: []byte(text), WithFile: true}})
		require.NoError(t, err)
		var said []byte
		Answer(request, Lists{Own: list, Packed: noLists}, measured(), func(message []byte) { said = bytes.Clone(message) })
		e, err := job.Decode[job.Event](said)
		require.NoError(t, err)
		require.NotNil(t, e.Secret)
		assert.Equal(t, "unusable", e.Secret.Verdicts[2].Code)
		require.NotEmpty(t, e.Secret.Findings)
		assert.Equal(t, job.Finding{
			Code: "known-listed", Title: "Known",
			Sentence: "This secret is in a list of known secrets. Evidence: line 4 of your word list." + reading,
		}, e.Secret.Findings[0])
		assert.NotContains(t, string(said), nobodys[:6], "nothing that the page is told holds the secret")
		assert.NotContains(t, string(said), nobodysBase64[:6])
	}
}

func TestASecretThatIsNotInTheWordListIsAuditedAsWithoutIt(t *testing.T) {
	with := last(t, ask(t, job.Request{Audit: &job.Audit{Text: []byte(nobodys), WithFile: true}}, &words{text: "one\n" + nobodys + "x\n"})).Secret
	require.NotNil(t, with)
	assert.Equal(t, auditOf(t, nobodys).Secret.Verdicts, with.Verdicts)
	assert.Equal(t, auditOf(t, nobodys).Secret.Findings, with.Findings)
}

func TestASecretIsLookedForInSlicesOfTheWordList(t *testing.T) {
	list := &words{text: strings.Repeat("0123456\n", 5<<17)} // 5 MiB
	last(t, ask(t, job.Request{Audit: &job.Audit{Text: []byte(nobodys), WithFile: true}}, list))
	require.Len(t, list.asked, 1+5) // its beginning once more, for the remarks
	for i, at := range list.asked[1:] {
		assert.Equal(t, i<<20, at)
	}
}

// A verdict without the list would say too little.
func TestAWordListThatCannotBeReadLeavesTheSecretWithoutAVerdict(t *testing.T) {
	audit := &job.Audit{Text: []byte(nobodys), WithFile: true}
	assert.Contains(t, last(t, ask(t, job.Request{Audit: audit}, nil)).Failed, "did not arrive")
	broken := &words{text: strings.Repeat("x\n", 1<<20), broken: 1 << 20}
	assert.Contains(t, last(t, ask(t, job.Request{Audit: audit}, broken)).Failed, "word list could not be read to its end")
}

func TestALongWordListReportsHowFarItIs(t *testing.T) {
	list := &words{text: strings.Repeat("0123456\n", 1<<18), pause: reportEvery} // 2 MiB
	events := ask(t, job.Request{Audit: &job.Audit{Text: []byte(nobodys), WithFile: true}}, list)
	require.NotNil(t, last(t, events).Secret)
	events = slices.DeleteFunc(events, func(e job.Event) bool { return e.List != nil })
	require.Len(t, events, 2) // the clock starts with the first slice, and the second one is the last
	assert.Equal(t, "your word list, 100 % of it", events[0].Progress.Trying)
	assert.GreaterOrEqual(t, events[0].Progress.Seconds, reportEvery.Seconds())
}

// Made-up names are hard to guess, but for whoever reads them in the token.
func TestASecretMadeOfTheIssuersNameIsUnusable(t *testing.T) {
	issuer := "https://Zorblattifax.quuxible.example"
	verdict := func(issuer string) string {
		audit := &job.Audit{Text: []byte("zorblattifax-quuxible-key"), Issuer: issuer}
		return last(t, ask(t, job.Request{Audit: audit}, nil)).Secret.Verdicts[0].Code
	}
	assert.Equal(t, "unusable", verdict(issuer))
	assert.NotEqual(t, "unusable", verdict(""))

	// {"alg":"HS256"} and {"iss":…}
	for payload, want := range map[string]string{`{"iss":"` + issuer + `"}`: issuer, `{"iss":7}`: "", `{}`: ""} {
		token := "eyJhbGciOiJIUzI1NiJ9." + base64.RawURLEncoding.EncodeToString([]byte(payload)) + ".AA"
		assert.Equal(t, want, auditOf(t, token).Token.Issuer)
	}
}

func TestATokenNeedsNoWordListToBeRead(t *testing.T) {
	list := &words{text: "one\n"}
	token := "eyJhbGciOiJIUzI1NiJ9.e30.AA"
	assert.NotNil(t, last(t, ask(t, job.Request{Audit: &job.Audit{Text: []byte(token), WithFile: true}}, list)).Token)
	assert.Empty(t, list.asked)
}

// 70 letters and digits hold 70 · log2 62 = 416.8 bits at most.
func TestBoundsReachThePageInWholeBitsRoundedUp(t *testing.T) {
	report := auditOf(t, "C4ewLSnaknr86yYbAMIGzqWNjZseUcIwA8sRcgV7h5nP3p99N0D88X2bMl9ySc70yUeZqF").Secret
	assert.InDelta(t, 417, report.Readings[0].Bits, 0)
}

func TestThePersonsCandidateIsJudged(t *testing.T) {
	for candidate, want := range map[int]string{0: "no-defect", 1: "defect-found", 2: "no-defect", 99: "no-defect"} {
		audit := &job.Audit{Text: []byte("A_KEY='" + aGoodOne + "'"), Candidate: candidate}
		report := last(t, ask(t, job.Request{Audit: audit}, nil)).Secret
		assert.Equal(t, want, report.Verdicts[0].Code, "%d: %v", candidate, report.Findings)
	}
}

func TestATokenBesideASecretIsOneOfSeveral(t *testing.T) {
	report := auditOf(t, "A_TOKEN="+signed(t, secret.HS256, "x")+"\nA_SECRET="+aGoodOne+"\n").Secret
	require.NotNil(t, report)
	require.Len(t, report.Secrets, 2)
	assert.Equal(t, "A_TOKEN", report.Secrets[0].Name)
	assert.Equal(t, "no-defect", report.Secrets[1].Verdicts[0].Code)
	assert.NotNil(t, auditOf(t, "A_TOKEN="+signed(t, secret.HS256, "x")).Token, "alone it is a token")
}
