package judge

import (
	"regexp"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"jwtsecret/app/job"
	"jwtsecret/app/token/tokentest"
)

// onBench asks as a page does.
func onBench(t *testing.T, r job.Bench) job.BenchReport {
	t.Helper()
	events := ask(t, job.Request{Bench: &r}, nil)
	require.Len(t, events, 1)
	require.NotNil(t, events[0].Bench)
	return *events[0].Bench
}

func state(r job.BenchReport) string { return r.Badges[0].Code }
func word(r job.BenchReport) string  { return r.Badges[0].Title }

// benchToken is a token of any header and claims, made without package token.
func benchToken(header, claims, key string) string {
	return tokentest.HS256(encode(header)+"."+encode(claims), key)
}

const (
	plain      = `{"alg":"HS256","typ":"JWT"}`
	plainShown = "{\n  \"alg\": \"HS256\",\n  \"typ\": \"JWT\"\n}"
)

func TestATokenOnTheBenchSaysWhatItIs(t *testing.T) {
	signature := strings.Repeat("A", 43)
	for name, c := range map[string]struct {
		token, secret         string
		state, word, sentence string
		problem               string
		header, claims        string // as they are shown
	}{
		"a good one": {benchToken(plain, `{"a":1}`, "k"), "k", fits, "Signature fits", "Signed with this secret, read as UTF-8: 1 byte, HS256.", "",
			plainShown, "{\n  \"a\": 1\n}"},
		"in its header":        {"Authorization: Bearer " + benchToken(plain, `{}`, "k") + "\n", "k", fits, "Signature fits", "read as UTF-8", "", plainShown, "{}"},
		"a secret in base64":   {benchToken(plain, `{}`, "hunter2"), "aHVudGVyMg==", fits, "Signature fits", "read as base64: 7 bytes", "", plainShown, "{}"},
		"another secret":       {benchToken(plain, `{}`, "k"), "x", fails, "Signature does not fit", "No key that this text may stand for signed", "", plainShown, "{}"},
		"no secret":            {benchToken(plain, `{}`, "k"), "", open, "Not checked", "Enter the secret", "", plainShown, "{}"},
		"nothing":              {"", "k", open, "No token yet", "Paste a token", "", "", ""},
		"white space":          {" \n", "k", open, "No token yet", "Paste a token", "", "", ""},
		"what is no token":     {"hunter2", "k", fails, "No token", "", "does not have three parts", "", ""},
		"a cut one":            {benchToken(plain, `{}`, "k")[:30], "k", fails, "No token", "", "does not have three parts", "", ""},
		"one of 1 MB":          {strings.Repeat("a", 1<<20), "k", open, "Not checked", "", "longer than 64 KiB", "", ""},
		"alg none":             {encode(`{"alg":"none"}`) + "." + encode(`{}`) + ".", "k", fails, "Not signed", "alg none", "", "{\n  \"alg\": \"none\"\n}", "{}"},
		"RS256":                {encode(`{"alg":"RS256"}`) + "." + encode(`{}`) + ".AAAA", "k", open, "Not checked", "RS256 signs with a private key, and its public key verifies: enter one of them in the place of the secret, as PEM, certificate, JWK or JWKS.", "", "{\n  \"alg\": \"RS256\"\n}", "{}"},
		"an unknown one":       {encode(`{"alg":"XX1"}`) + "." + encode(`{}`) + ".AAAA", "k", open, "Not checked", "does not know the algorithm", "", "{\n  \"alg\": \"XX1\"\n}", "{}"},
		"no algorithm":         {encode(`{}`) + "." + encode(`{}`) + ".AAAA", "k", open, "Not checked", "names no algorithm", "", "{}", "{}"},
		"two parts":            {encode(plain) + "." + encode(`{}`), "k", fails, "Not signed", "signature of this token is missing", "", plainShown, "{}"},
		"a detached payload":   {encode(plain) + ".." + signature, "k", open, "Not checked", "The payload is not in this token: it is detached", "", plainShown, ""},
		"b64 false":            {tokentest.HS256(encode(`{"alg":"HS256","b64":false,"crit":["b64"]}`)+".$02", "k"), "k", fits, "Signature fits", "read as UTF-8", "", "{\n  \"alg\": \"HS256\",\n  \"b64\": false,\n  \"crit\": [\n    \"b64\"\n  ]\n}", "$02"},
		"JWE":                  {encode(`{"alg":"RSA-OAEP","enc":"A128GCM"}`) + ".a.b.c.d", "k", open, "Not checked", "encrypted (JWE)", "", "{\n  \"alg\": \"RSA-OAEP\",\n  \"enc\": \"A128GCM\"\n}", ""},
		"a token in a token":   {benchToken(plain, benchToken(plain, `{}`, "x"), "k"), "k", fits, "Signature fits", "read as UTF-8", "", plainShown, benchToken(plain, `{}`, "x")},
		"bytes":                {benchToken(plain, "\x00\xff", "k"), "k", fits, "Signature fits", "read as UTF-8", "", plainShown, ""},
		"a claim twice":        {benchToken(plain, `{"a":1,"a":2}`, "k"), "k", fits, "Signature fits", "read as UTF-8", "", plainShown, "{\n  \"a\": 1,\n  \"a\": 2\n}"},
		"a header twice":       {benchToken(`{"alg":"HS256","alg":"HS256"}`, `{}`, "k"), "k", open, "Not checked", "", "same name twice", "{\n  \"alg\": \"HS256\",\n  \"alg\": \"HS256\"\n}", "{}"},
		"what turns text":      {benchToken(plain, "{\"a\":\"\u202e😀\U000e0001\"}", "k"), "k", fits, "Signature fits", "", "", plainShown, `{` + "\n" + `  "a": "\u202e😀\udb40\udc01"` + "\n}"},
		"a padded one":         {benchToken(plain, `{}`, "k") + "=", "k", open, "Not checked", "", "padded with =", plainShown, "{}"},
		"a signature too long": {benchToken(plain, `{}`, "k") + "AAAA", "k", fails, "Not signed", "has 35 bytes, and one by HS256 has 32", "", plainShown, "{}"},
	} {
		t.Run(name, func(t *testing.T) {
			r := onBench(t, job.Bench{Token: []byte(c.token), Header: []byte("typed"), Secret: []byte(c.secret)})
			assert.Equal(t, []string{c.state, c.word}, []string{state(r), word(r)}, r.Sentence)
			assert.Contains(t, r.Sentence, c.sentence)
			assert.Contains(t, r.TokenProblem, c.problem)
			assert.Equal(t, c.problem == "", r.TokenProblem == "")
			assert.Equal(t, []string{c.header, c.claims}, []string{string(r.Header), string(r.Claims)})
			assert.Equal(t, c.header != "", r.Reads)
			assert.False(t, r.Signs)
		})
	}
}

func TestWhatWasEditedIsSignedAgain(t *testing.T) {
	token := benchToken(plain, `{"a":1}`, "hunter2")
	for name, c := range map[string]struct {
		header, claims, secret string
		want                   string // the token
		sentence               string
	}{
		"claims":           {plainShown, `{"a": 2}`, "hunter2", benchToken(plain, `{"a":2}`, "hunter2"), "Now signed with this secret, read as UTF-8: 7 bytes, HS256."},
		"a header":         {`{"alg":"HS256", "kid":"x"}`, "{\n  \"a\": 1\n}", "hunter2", benchToken(`{"alg":"HS256","kid":"x"}`, `{"a":1}`, "hunter2"), "Now signed with this secret"},
		"as it was signed": {plainShown, `{"a": 2}`, "aHVudGVyMg", benchToken(plain, `{"a":2}`, "hunter2"), "read as base64: 7 bytes"},
		"another secret":   {plainShown, `{"a": 2}`, "aHVudGVyMw", benchToken(plain, `{"a":2}`, "aHVudGVyMw"), "read as UTF-8: 10 bytes"},
		"a line of .env":   {plainShown, `{"a": 2}`, "JWT_SECRET=hunter3", benchToken(plain, `{"a":2}`, "hunter3"), "the value of JWT_SECRET, read as UTF-8: 7 bytes"},
		"a JWK":            {plainShown, `{"a": 2}`, `{"kty":"oct","k":"aHVudGVyMw"}`, benchToken(plain, `{"a":2}`, "hunter3"), "the member k of the JWK, read as base64url: 7 bytes"},
		"a name twice":     {`{"alg":"HS256","a":1,"a":2}`, `{"b":1,"b":2}`, "hunter2", benchToken(`{"alg":"HS256","a":1,"a":2}`, `{"b":1,"b":2}`, "hunter2"), "Now signed with this secret"},
		"crit":             {`{"alg":"HS256","crit":["x"],"x":1}`, `{}`, "hunter2", benchToken(`{"alg":"HS256","crit":["x"],"x":1}`, `{}`, "hunter2"), "Now signed with this secret"},
		"no header":        {"", `{}`, "hunter2", benchToken(plain, `{}`, "hunter2"), "Now signed with this secret"},
		"a number":         {plainShown, `{"n": 12345678901234567890.10e2}`, "hunter2", benchToken(plain, `{"n":12345678901234567890.10e2}`, "hunter2"), "Now signed"},
	} {
		t.Run(name, func(t *testing.T) {
			r := onBench(t, job.Bench{Parts: true, Token: []byte(token), Header: []byte(c.header), Claims: []byte(c.claims), Secret: []byte(c.secret)})
			assert.Equal(t, c.want, string(r.Token))
			assert.Equal(t, []string{fits, "Signed"}, []string{state(r), word(r)})
			assert.Contains(t, r.Sentence, c.sentence)
			assert.True(t, r.Signs)
			assert.Equal(t, c.header == "", r.Reads, "what was typed stays as it was typed")
		})
	}
}

// RFC 7515 appendix A.1 has line ends in its JSON.
func TestWhatWasNotEditedKeepsItsBytes(t *testing.T) {
	token := benchToken("{\"typ\":\"JWT\",\r\n \"alg\":\"HS256\"}", "{\"iss\":\"joe\",\r\n \"exp\":1300819380}", "k")
	seen := onBench(t, job.Bench{Token: []byte(token)})
	again := onBench(t, job.Bench{Parts: true, Token: []byte(token), Header: seen.Header, Claims: seen.Claims, Secret: []byte("k")})
	assert.Equal(t, token, string(again.Token))
	edited := onBench(t, job.Bench{Parts: true, Token: []byte(token), Header: seen.Header, Claims: []byte(`{"iss": "ann"}`), Secret: []byte("k")})
	assert.Equal(t, benchToken("{\"typ\":\"JWT\",\r\n \"alg\":\"HS256\"}", `{"iss":"ann"}`, "k"), string(edited.Token))
}

func TestWithoutASecretTheSignatureNoLongerFits(t *testing.T) {
	token := benchToken(plain, `{"a":1}`, "k")
	_, signature, _ := strings.Cut(token, encode(`{"a":1}`)+".")
	r := onBench(t, job.Bench{Parts: true, Token: []byte(token), Header: []byte(plain), Claims: []byte(`{"a":2}`)})
	assert.Equal(t, encode(plain)+"."+encode(`{"a":2}`)+"."+signature, string(r.Token))
	assert.Equal(t, []string{fails, "Not signed"}, []string{state(r), word(r)})
	assert.Equal(t, "The signature no longer fits what you edited. Enter the secret, and the token is signed.", r.Sentence)

	fresh := onBench(t, job.Bench{Parts: true, Do: []string{"900"}})
	assert.Equal(t, "Nothing has signed it yet. Enter the secret, and the token is signed.", fresh.Sentence)

	back := onBench(t, job.Bench{Parts: true, Token: r.Token, Header: []byte(plain), Claims: []byte(`{"a":1}`)})
	assert.Equal(t, token, string(back.Token), "what is taken back fits again")

	same := onBench(t, job.Bench{Parts: true, Token: []byte(token), Header: []byte(plain), Claims: []byte(`{"a":1}`)})
	assert.Equal(t, []string{open, "Not checked"}, []string{state(same), word(same)}, "nothing has changed")

	rs := onBench(t, job.Bench{Parts: true, Token: []byte(token), Header: []byte(`{"alg":"RS256"}`), Claims: []byte(`{"a":2}`), Secret: []byte("k")})
	assert.Equal(t, fails, state(rs))
	assert.Contains(t, rs.Sentence, "no longer fits what you edited. RS256 signs with a private key")
}

func TestTheSecretIsReadAsWasChosen(t *testing.T) {
	token := benchToken(plain, `{"a":1}`, "aHVudGVyMg")
	r := onBench(t, job.Bench{Parts: true, Token: []byte(token), Header: []byte(plain), Claims: []byte(`{"a":1}`), Secret: []byte("aHVudGVyMg"), Reading: "base64url"})
	assert.Equal(t, benchToken(plain, `{"a":1}`, "hunter2"), string(r.Token))
	assert.Contains(t, r.Sentence, "base64url")
	r = onBench(t, job.Bench{Parts: true, Token: []byte(token), Header: []byte(plain), Claims: []byte(`{"a":2}`), Secret: []byte("aHVudGVyMg"), Reading: "hex"})
	assert.Equal(t, "This cannot be read as hex. Choose how your service reads it.", r.SecretProblem)
	assert.Equal(t, fails, state(r))
	assert.Equal(t, "The signature no longer fits what you edited. ", r.Sentence)
}

func TestAReadingThatWasChosenAndDoesNotFitIsSaid(t *testing.T) {
	byText := []byte(benchToken(plain, `{"a":1}`, "aHVudGVyMg"))
	r := onBench(t, job.Bench{Token: byText, Secret: []byte("aHVudGVyMg"), Reading: "base64url"})
	assert.Equal(t, []string{fails, "Not read as chosen"}, []string{state(r), word(r)})
	assert.Contains(t, r.Sentence, "Signed with this secret, read as UTF-8: 10 bytes, HS256.")
	assert.Contains(t, r.Sentence, "Read as base64url, which was chosen, it does not fit: a service that reads it so refuses this token.")
	assert.True(t, r.Sign, "it can be signed as was chosen")
	for _, fitting := range []job.Bench{
		{Token: byText, Reading: "UTF-8"}, {Token: byText}, {Token: []byte(benchToken(plain, `{}`, "hunter2")), Reading: "base64url"},
	} {
		fitting.Secret = []byte("aHVudGVyMg")
		r := onBench(t, fitting)
		assert.Equal(t, []string{fits, "Signature fits"}, []string{state(r), word(r)}, fitting.Reading)
		assert.NotContains(t, r.Sentence, "chosen")
	}
	assert.Equal(t, fails, state(onBench(t, job.Bench{Token: byText, Secret: []byte("aHVudGVyMg"), Reading: "hex"})), "it cannot be read so")
}

func TestToChooseTheAlgorithmOfTheTokenEditsNothing(t *testing.T) {
	token := []byte(benchToken(plain, `{"a":1}`, "k"))
	for _, same := range []string{"HS256", ""} {
		r := onBench(t, job.Bench{Token: token, Header: []byte(plainShown), Claims: []byte(`{"a":1}`), Secret: []byte("wrongwrong"), Do: []string{"algorithm"}, Algorithm: same})
		assert.Equal(t, []string{fails, "Signature does not fit"}, []string{state(r), word(r)})
		assert.False(t, r.Signs, "the token stays")
		assert.Equal(t, string(token), string(r.Token))
	}
	r := onBench(t, job.Bench{Token: token, Header: []byte(plainShown), Claims: []byte(`{"a":1}`), Secret: []byte("wrongwrong"), Do: []string{"algorithm"}, Algorithm: "HS512"})
	assert.True(t, r.Signs)
	assert.Contains(t, r.Sentence, "Now signed with this secret, read as UTF-8: 10 bytes, HS512.")
}

func TestMistakesInJSONSayWhereAndTakeNothingAway(t *testing.T) {
	token := []byte(benchToken(plain, `{"a":1}`, "k"))
	r := onBench(t, job.Bench{Parts: true, Token: token, Header: []byte("{\n \"alg\": HS256\n}"), Claims: []byte("{\"a\": 1"), Secret: []byte("k")})
	assert.Equal(t, "This is not JSON: look at line 2, column 9. The character there does not belong, or one is missing before it.", r.HeaderProblem)
	assert.Equal(t, "This JSON ends too early, in line 1, column 8: a bracket or a quotation mark is missing.", r.ClaimsProblem)
	assert.False(t, r.Reads || r.Signs, "both sides stay as they are")
	assert.Empty(t, r.Token)
	assert.Equal(t, "This is JSON, but not an object. Write it between { and }.", onBench(t, job.Bench{Parts: true, Header: []byte("[]"), Claims: []byte("{}")}).HeaderProblem)
	assert.Contains(t, onBench(t, job.Bench{Parts: true, Header: []byte(plain)}).ClaimsProblem, "nothing here yet")

	bad := onBench(t, job.Bench{Token: []byte("no token"), Header: []byte(plain), Claims: []byte("{}")})
	assert.Equal(t, "No token", word(bad))
	assert.False(t, bad.Reads)
}

func TestTheDateOfExpiryAndTheAlgorithmAreWrittenWhereTheyStand(t *testing.T) {
	before := time.Now().Unix()
	claims := "{\n\t\"exp\" : 3600 , \"sub\":\"x\",\n\t\"exp \": [1]\n}"
	r := onBench(t, job.Bench{
		Header: []byte(`{ "typ":"JWT","alg":"HS256" }`), Claims: []byte(claims), Secret: []byte("k"), Algorithm: "HS512", Do: []string{"900", "algorithm"},
	})
	pattern := regexp.MustCompile(strings.Replace(regexp.QuoteMeta(claims), "3600", `(\d+)`, 1))
	require.Regexp(t, pattern, string(r.Claims))
	exp, err := strconv.ParseInt(pattern.FindStringSubmatch(string(r.Claims))[1], 10, 64)
	require.NoError(t, err)
	assert.InDelta(t, before+900, exp, 2)
	assert.Contains(t, string(r.Dates), "exp expires in 15 minutes, ")
	assert.Equal(t, `{ "typ":"JWT","alg":"HS512" }`, string(r.Header))
	assert.True(t, r.Reads && r.Signs)
	assert.Contains(t, r.Sentence, "HS512")

	empty := onBench(t, job.Bench{Secret: []byte("k"), Do: []string{"3600"}})
	assert.Equal(t, plainShown, string(empty.Header))
	assert.Regexp(t, `^\{"exp": \d{10}\}$`, string(empty.Claims))
	assert.Equal(t, fits, state(empty))
}

func TestASampleTakesTheOnlyPlaceThatIsEmpty(t *testing.T) {
	r := onBench(t, job.Bench{Do: []string{"sample"}})
	require.Equal(t, []string{fits, "Signed"}, []string{state(r), word(r)}, r.Sentence)
	assert.Len(t, r.Secret, 43) // 32 bytes in base64url
	assert.True(t, r.Reads && r.Signs)
	again := onBench(t, job.Bench{Token: r.Token, Secret: r.Secret})
	assert.Equal(t, "Signature fits", word(again))
	assert.NotEqual(t, r.Secret, onBench(t, job.Bench{Do: []string{"sample"}}).Secret, "each has a secret of its own")

	for name, full := range map[string]job.Bench{
		"a token": {Token: r.Token}, "a header": {Header: []byte("{}"), Parts: true}, "claims": {Claims: []byte("{}"), Parts: true}, "a secret": {Secret: []byte("k")},
	} {
		full.Do = []string{"sample"}
		refused := onBench(t, full)
		assert.Equal(t, "Clear first: the sample would take the place of what stands here.", refused.Sentence, name)
		assert.Empty(t, refused.Secret)
	}
}

func TestDatesBadgesAndFindingsComeWithTheToken(t *testing.T) {
	Local = func(at time.Time) time.Time { return at.In(time.FixedZone("", 3600)) }
	defer func() { Local = time.Time.Local }()
	r := onBench(t, job.Bench{Token: []byte(benchToken(`{"alg":"HS256","kid":"/etc/passwd"}`, `{"exp":3600,"iat":1000000000000,"nbf":"now"}`, "k"))})
	var codes, words []string
	for _, f := range r.Findings {
		codes = append(codes, f.Code)
	}
	for _, b := range r.Badges {
		words = append(words, b.Code+" "+b.Title)
	}
	assert.Equal(t, []string{"kid-path", "date-is-a-duration", "date-not-a-number", "date-in-milliseconds"}, codes)
	assert.Equal(t, []string{"open Not checked", "fails Expired"}, words)
	lines := strings.Split(string(r.Dates), "\n")
	require.Len(t, lines, 4)
	assert.Equal(t, "exp seems to be a duration of 1 hour. As a date it is 1 Jan 1970 02:00 your time", lines[0])
	assert.Equal(t, "nbf is no date", lines[1])
	assert.Regexp(t, `^iat is in milliseconds. In seconds it was issued \d+ years ago, 9 Sep 2001 02:46 your time$`, lines[2]) // date -ud @1000000000
	assert.Equal(t, 10, r.Words)
	assert.True(t, r.Guess)
	assert.False(t, onBench(t, job.Bench{Token: []byte(encode(`{"alg":"none"}`) + ".e30.")}).Guess, "there is none to guess")

	for claims, want := range map[string]string{
		`{"exp":4102444800}`: "date Expires in ", `{}`: "date Never expires", `{"exp":1}`: "fails Expired", `{"exp":"4102444800"}`: "",
	} {
		last := onBench(t, job.Bench{Token: []byte(benchToken(plain, claims, "k"))}).Badges[1:]
		if want == "" {
			assert.Empty(t, last, claims)
			continue
		}
		require.Len(t, last, 1, claims)
		assert.Contains(t, last[0].Code+" "+last[0].Title, want)
	}

	soon := strconv.FormatInt(time.Now().Unix()+60, 10)
	assert.Equal(t, 1, onBench(t, job.Bench{Token: []byte(benchToken(plain, `{"exp":`+soon+`,"iat":0}`, "k"))}).Words, "seconds pass")
	assert.Zero(t, onBench(t, job.Bench{Token: []byte(benchToken(plain, `{}`, "k"))}).Words)
}
