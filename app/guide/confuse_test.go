package guide

import (
	"bytes"
	"os"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"jwtsecret/app/job"
	"jwtsecret/app/judge"
	"jwtsecret/app/keypair"
	"jwtsecret/app/token"
)

// The form as the box begins.
func confuseForm() Form {
	return Form{"claims": []byte(`{"sub":"admin","admin":true}`), "secret": []byte(secretFile)}
}

// forgedByFile is what Node.js 20 makes with createHmac("sha256", text of public.pem).
const (
	forgedInput   = "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJzdWIiOiJhZG1pbiIsImFkbWluIjp0cnVlfQ"
	forgedByFile  = forgedInput + ".b_4PAMg2PjKhgOD12NKp1K_Xi1YDCkLCyscR_3sHbZg"
	forgedTrimmed = forgedInput + ".Z5uFFus2mKc2IB8c1ZpRQdcBS319hnd-WPMoWz5jIoc" // without the last line end
	forgedByGuess = forgedInput + ".I_kNpEfW3msm3KcVG3ZJnCdTszl49LXUMG2NZu_fXag" // "a guess"
)

// RFC 7515 appendix A.3.1.
const rfc7515A3 = `{"kty":"EC","crv":"P-256","x":"f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU","y":"x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0"}`

func keyOf(t *testing.T, text string) *keypair.Key {
	t.Helper()
	p, err := keypair.Parse([]byte(text), nil)
	require.NoError(t, err)
	require.Len(t, p.Keys, 1)
	return p.Keys[0]
}

// verifies checks a token of ES256 with a public key, by another package than the box.
func verifies(t *testing.T, pem, text []byte) error {
	t.Helper()
	tok, err := token.Parse(text)
	require.NoError(t, err)
	return keyOf(t, string(pem)).Verify("ES256", tok.SigningInput(), tok.Signature())
}

func TestTheFirstPairIsThatOfTheStandard(t *testing.T) {
	p := standardPair()
	pem, err := keyOf(t, rfc7515A3).SPKI()
	require.NoError(t, err)
	assert.Equal(t, string(pem), string(p.key))
	require.NoError(t, verifies(t, p.key, p.issued))
}

func TestTheCarelessServiceLetsTheAttackerInAndThePinnedOneDoesNot(t *testing.T) {
	v := show(&confuse{}, confuseForm())
	assert.Equal(t, forgedByFile, v.text("forged"))
	assert.Equal(t, [][]string{
		{"Careless: does what alg says", "accepted", "accepted"},
		{"Pinned to ES256", "accepted", "refused"},
	}, v.rows("checks"))
	assert.Equal(t, "bad", v.state("careless"))
	assert.Equal(t, "good", v.state("pinned"))
	assert.Empty(t, v.text("problem"))
}

func TestAnotherSecretThanTheVeryBytesOfTheKeyIsRefused(t *testing.T) {
	for choice, forged := range map[string]string{secretTrimmed: forgedTrimmed, "a guess": forgedByGuess} {
		f := confuseForm()
		f["secret"] = []byte(choice)
		v := show(&confuse{}, f)
		assert.Equal(t, forged, v.text("forged"), choice)
		assert.Equal(t, "refused", v.rows("checks")[0][2], choice)
		assert.Equal(t, "refused", v.rows("checks")[1][2], choice)
		assert.Equal(t, "open", v.state("careless"), choice)
	}
}

// A verifier that is pinned refuses by alg alone, and does not fall for other spellings.
func TestThePinnedServiceTakesOneAlgorithmAlone(t *testing.T) {
	p := standardPair()
	signature := p.issued[bytes.LastIndexByte(p.issued, '.')+1:]
	require.Len(t, signature, 86) // 64 bytes in base64url: ⌈64 × 8 / 6⌉
	check := func(header string) error {
		tok, err := token.Parse(append(token.Input([]byte(header), []byte(`{"sub":"admin"}`)), append([]byte("."), signature...)...))
		require.NoError(t, err)
		return pinned(tok, p)
	}
	for _, header := range []string{`{"alg":"HS256"}`, `{"alg":"es256"}`, `{"ALG":"ES256"}`, `{"alg":"none"}`, `{"alg":["ES256"]}`, `{}`} {
		require.ErrorIs(t, check(header), token.ErrAlgorithm, header)
	}
	require.ErrorIs(t, check(`{"alg":"ES256"}`), token.ErrSignature, "the signature is another token's")
}

func TestClaimsThatCannotBeSignedGetASentence(t *testing.T) {
	for claims, words := range map[string]string{
		"": "write some claims", " ": "write some claims", "admin": "not a JSON object", `["admin"]`: "not a JSON object",
		`{"a":1,"a":2}`: "no name twice", `{"a":"` + strings.Repeat("x", token.MaxSize) + `"}`: "65,536 bytes",
	} {
		f := confuseForm()
		f["claims"] = []byte(claims)
		v := show(&confuse{}, f)
		assert.Contains(t, v.text("problem"), words, "%.20s", claims)
		assert.Empty(t, v.text("forged"))
		assert.Empty(t, v.rows("checks"))
		assert.Empty(t, v.state("careless")+v.state("pinned"))
	}
}

func TestAnotherPairIsMadeByTheAuditorAndOnlyItsPublicKeyIsKept(t *testing.T) {
	var answer job.Event
	c, e := &confuse{}, &fakePage{t: t}
	e.auditor = answering(func(r job.Request) job.Event {
		assert.Equal(t, "Making a key pair…", e.view.text("done"))
		assert.False(t, show(c, confuseForm()).changed("done"), "typing leaves that word")
		answer = judge.Keys(*r.Keys, time.Unix(1_800_000_000, 0))
		return answer
	})
	e.box, e.form = c, func() Form {
		f := confuseForm()
		f["claims"] = []byte(`{"sub":"typed while the pair was made"}`)
		return f
	}
	c.Act("pair", confuseForm(), e)
	forged, err := token.Parse([]byte(e.view.text("forged")))
	require.NoError(t, err)
	assert.Equal(t, `{"sub":"typed while the pair was made"}`, string(forged.Payload()))

	require.NotEqual(t, string(standardPair().key), e.view.text("public"))
	require.NoError(t, verifies(t, []byte(e.view.text("public")), []byte(e.view.text("issued"))))
	assert.Equal(t, [][]string{
		{"Careless: does what alg says", "accepted", "accepted"},
		{"Pinned to ES256", "accepted", "refused"},
	}, e.view.rows("checks"))
	assert.Contains(t, e.view.text("done"), "A new pair")
	for _, change := range e.view.Changes {
		assert.NotContains(t, string(change.Text), "PRIVATE")
	}
	private := 0
	for _, file := range answer.Keys.Files {
		if file.Private {
			private++
			assert.Equal(t, make([]byte, len(file.Text)), file.Text, "%s is overwritten", file.Name)
		}
	}
	assert.NotZero(t, private)

	public, issued := e.view.text("public"), e.view.text("issued")
	for range 2 { // it stays while one types, though what is shown is overwritten
		v := show(c, confuseForm())
		assert.True(t, v.changed("done") && v.text("done") == "", "what was said of it goes")
		assert.Equal(t, public, v.text("public"))
		assert.Equal(t, issued, v.text("issued"))
		for _, change := range v.Changes {
			clear(change.Text)
		}
	}
	c.Forget()
	assert.Equal(t, string(standardPair().key), show(c, confuseForm()).text("public"))
}

func TestAPairThatWasNotMadeLeavesTheOldOne(t *testing.T) {
	half := &job.KeysReport{Files: []job.KeyFile{{Name: "public.pem", Text: []byte("key")}}}
	for name, e := range map[string]*fakePage{
		"made no pair that":         {auditor: answering(func(job.Request) job.Event { return job.Event{Keys: &job.KeysReport{Token: []byte("token")}} })},
		"that can be shown":         {auditor: answering(func(job.Request) job.Event { return job.Event{Keys: half} })},
		"It failed.":                {auditor: failing("It failed.")},
		"no pair that can be shown": {auditor: answering(func(job.Request) job.Event { return job.Event{Keys: &job.KeysReport{}} })},
	} {
		c := &confuse{}
		c.Act("pair", confuseForm(), e)
		assert.Contains(t, e.view.text("done"), name)
		assert.Empty(t, c.pair)
	}
}

func TestAPairIsNotKeptOnceThePageIsLeft(t *testing.T) {
	c, e := &confuse{}, &fakePage{t: t}
	e.auditor = answering(func(r job.Request) job.Event {
		e.left = true
		return judge.Keys(*r.Keys, time.Unix(1_800_000_000, 0))
	})
	c.Act("pair", confuseForm(), e)
	assert.Empty(t, c.pair)
}

func TestLeavingThePageEndsTheWaitForAPair(t *testing.T) {
	c, e, ended := &confuse{}, &fakePage{}, make(chan struct{})
	asked := make(chan struct{})
	e.auditor = func(job.Request, func(job.Event), func(string)) { close(asked) }
	go func() { c.Act("pair", confuseForm(), e); close(ended) }()
	<-asked
	c.Forget()
	select {
	case <-ended:
	case <-time.After(10 * time.Second):
		t.Fatal("it still waits")
	}
	assert.Contains(t, e.view.text("done"), "the page was left")
}

func TestTheConfusionBeginsAsItsMarkupSays(t *testing.T) {
	form, err := os.ReadFile("../../web/guide/box/confuse.html")
	require.NoError(t, err)
	assert.Contains(t, string(form), "`"+string(confuseForm()["claims"])+"`")
	assert.Contains(t, string(form), `"options" "`+secretFile+"|"+secretTrimmed+`|`)
	assert.Contains(t, string(form), `"value" "`+secretFile+`"`)
}
