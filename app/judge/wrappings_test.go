package judge

import (
	"encoding/base64"
	"encoding/hex"
	"encoding/json"
	"strconv"
	"strings"
	"testing"
	"time"
	"unicode/utf16"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"jwtsecret/app/attack"
	"jwtsecret/app/job"
	"jwtsecret/app/paste"
	"jwtsecret/app/rotation"
	"jwtsecret/app/secret"
	"jwtsecret/app/strength"
	"jwtsecret/app/token"
)

// wrappings are what people paste around a secret. How begins what the page calls the
// secret inside.
var wrappings = map[string]struct {
	wrap func(s string) string
	how  string
}{
	"nothing":                     {func(s string) string { return s }, "the text as it stands"},
	"a line end":                  {func(s string) string { return s + "\n" }, "the text, without its line end"},
	"a line end of Windows":       {func(s string) string { return s + "\r\n" }, "the text, without its line end"},
	"spaces":                      {func(s string) string { return "  " + s + "\t" }, "the text, without the spaces around it"},
	"a byte-order mark":           {func(s string) string { return "\uFEFF" + s }, "the text, without its byte-order mark"},
	"UTF-16":                      {inUTF16, "the text, read as UTF-16"},
	"a zero-width space":          {func(s string) string { return s[:3] + "\u200B" + s[3:] }, "the text, without invisible characters"},
	"double quotes":               {strconv.Quote, "the text, without quotes"},
	"single quotes":               {func(s string) string { return "'" + s + "'" }, "the text, without quotes"},
	"typographic quotes":          {func(s string) string { return "“" + s + "”" }, "the text, without quotes"},
	"backticks":                   {func(s string) string { return "`" + s + "`" }, "the text, without quotes"},
	".env":                        {func(s string) string { return "JWT_SECRET=" + s }, "the value of JWT_SECRET"},
	".env in quotes":              {func(s string) string { return `JWT_SECRET="` + s + `"` + "\n" }, "the value of JWT_SECRET, without quotes"},
	".env among others":           {func(s string) string { return "PORT=3000\n# the secret\nJWT_SECRET=" + s + "\nDEBUG=false\n" }, "the value of JWT_SECRET"},
	"export":                      {func(s string) string { return "export JWT_SECRET='" + s + "' # production" }, "the value of JWT_SECRET, without quotes"},
	"PowerShell":                  {func(s string) string { return `$env:JWT_SECRET = "` + s + `"` }, "the value of JWT_SECRET, without quotes"},
	"YAML":                        {func(s string) string { return "jwt:\n  secret: \"" + s + "\"\n  expiresIn: 15m\n" }, "the value of secret, without quotes"},
	"JSON":                        {func(s string) string { return `{"jwt":{"secret":` + quoteJSON(s) + `,"expiresIn":"15m"}}` }, "the member secret"},
	"settings of .NET":            {func(s string) string { return `{"Jwt":{"Key":` + quoteJSON(s) + `,"Issuer":"https://shop.example"}}` }, "the member Key"},
	"TOML":                        {func(s string) string { return "[jwt]\nsecret = '" + s + "'\n" }, "the value of secret, without quotes"},
	"properties":                  {func(s string) string { return "jwt.secret=" + s }, "the value of jwt.secret"},
	"Terraform":                   {func(s string) string { return `jwt_secret = "` + s + `"` }, "the value of jwt_secret, without quotes"},
	"the data of a cluster":       {func(s string) string { return "kind: Secret\ndata:\n  JWT_SECRET: " + b64(s) + "\n" }, "the value of JWT_SECRET, decoded from base64 as Kubernetes does"},
	"the stringData of a cluster": {func(s string) string { return "kind: Secret\nstringData:\n  JWT_SECRET: '" + s + "'\n" }, "the value of JWT_SECRET, without quotes"},
	"Compose":                     {func(s string) string { return "services:\n  api:\n    environment:\n      - JWT_SECRET=" + s + "\n" }, "the value of JWT_SECRET"},
	"systemd":                     {func(s string) string { return "[Service]\nEnvironment=\"JWT_SECRET=" + s + "\"\n" }, "the value of JWT_SECRET"},
	"code":                        {func(s string) string { return "const JWT_SECRET = '" + s + "';" }, "the value of JWT_SECRET, without quotes"},
	"a default in code":           {func(s string) string { return "const secret = process.env.JWT_SECRET || '" + s + "';" }, "the value of secret, the default in the code"},
	"a template's default":        {func(s string) string { return "${JWT_SECRET:-" + s + "}" }, "the default of the template"},
	"a JWK": {func(s string) string {
		return `{"kty":"oct","k":"` + base64.RawURLEncoding.EncodeToString([]byte(s)) + `","alg":"HS256"}`
	}, "the member k of the JWK"},
	"a JWKS": {func(s string) string {
		return `{"keys":[{"kty":"oct","kid":"1","k":"` + base64.RawURLEncoding.EncodeToString([]byte(s)) + `"}]}`
	}, "the member k of the JWK"},
	"the prefix base64:":      {func(s string) string { return "base64:" + b64(s) }, "the text, base64 after the prefix base64:"},
	"the prefix 0x":           {func(s string) string { return "0x" + hex.EncodeToString([]byte(s)) }, "the text, hex after the prefix 0x"},
	"hexadecimal with colons": {func(s string) string { return colons(s) }, "the text, its groups of hexadecimal digits joined"},
	"settings of Hasura": {func(s string) string {
		return `HASURA_GRAPHQL_JWT_SECRET='{"type":"HS256","key":` + quoteJSON(s) + `}'`
	}, "the value of HASURA_GRAPHQL_JWT_SECRET, without quotes, the member key"},
	"hexadecimal":                  {func(s string) string { return hex.EncodeToString([]byte(s)) }, "the text as it stands"},
	"base64":                       {b64, "the text as it stands"},
	"quotes in .env with a prefix": {func(s string) string { return `APP_KEY="base64:` + b64(s) + `"` }, "the value of APP_KEY, without quotes, base64 after the prefix base64:"},
}

func b64(s string) string { return base64.StdEncoding.EncodeToString([]byte(s)) }

func quoteJSON(s string) string { text, _ := json.Marshal(s); return string(text) }

func inUTF16(s string) string {
	text := []byte{0xFF, 0xFE}
	for _, unit := range utf16.Encode([]rune(s)) {
		text = append(text, byte(unit), byte(unit>>8))
	}
	return string(text)
}

func colons(s string) string {
	var pairs []string
	for _, b := range []byte(s) {
		pairs = append(pairs, hex.EncodeToString([]byte{b}))
	}
	return strings.Join(pairs, ":")
}

// The secrets inside: one that documentation shows, one that is made of a word, and 32
// bytes that openssl rand returned, in base64.
const (
	aDefault = "your-256-bit-secret"
	aDerived = "Sunshine2024"
	aGoodOne = "q7mK0vXhT3ZcR9dLw2NfYb8sJp5uAeGi1oVxMzQkB4U="
)

// Each row is asked in all four places where a secret is taken in: 38 wrappings of 3
// secrets.
func TestASecretIsFoundInsideEveryWrapping(t *testing.T) {
	require.GreaterOrEqual(t, len(wrappings)*3*4, 400)
	for name, w := range wrappings {
		for kind, inside := range map[string]string{"a default": aDefault, "a derived one": aDerived, "a good one": aGoodOne} {
			t.Run(kind+" in "+name, func(t *testing.T) {
				text := w.wrap(inside)
				t.Run("audit", func(t *testing.T) { auditsInside(t, text, w.how, inside == aGoodOne) })
				t.Run("verify", func(t *testing.T) { verifiesInside(t, text, w.how, inside) })
				t.Run("attack", func(t *testing.T) { attacksInside(t, text, inside == aGoodOne) })
				t.Run("rotate", func(t *testing.T) { rotatesInside(t, text, inside) })
			})
		}
	}
}

func auditsInside(t *testing.T, text, how string, good bool) {
	report := auditOf(t, text).Secret
	require.NotNil(t, report)
	assert.Equal(t, how, report.Candidates[report.Judged].How)
	assert.Equal(t, "the text as it stands", report.Candidates[0].How)
	assert.Equal(t, len(text), report.Candidates[0].Size, "nothing of it is lost")
	want := "unusable"
	if good {
		want = "no-defect"
		assert.Empty(t, report.Findings)
	}
	assert.Equal(t, want, report.Verdicts[0].Code, "%v", report.Findings)
}

func verifiesInside(t *testing.T, text, how, inside string) {
	says := verification([]byte(signed(t, secret.HS256, inside)), []byte(text))
	if how == "the text as it stands" {
		how = "this secret"
	}
	assert.True(t, strings.HasPrefix(says, "Signed with "+how+", read as "), says)
	assert.Contains(t, says, ": "+strconv.Itoa(len(inside))+" bytes, HS256.")
}

// attacksInside signs as a service does that uses what is inside.
func attacksInside(t *testing.T, text string, good bool) {
	p := paste.Read([]byte(text))
	defer p.Wipe()
	readings := p.Candidates[p.Used[0]].Readings()
	found := 0
	for _, r := range readings {
		if falls(t, string(r.Key)) {
			found++
		}
	}
	assert.Equal(t, good, found == 0, "%d of %d readings", found, len(readings))
}

// fallen remembers which keys an attack finds: most wrappings hold the same.
var fallen = map[string]bool{}

// falls reports whether an attack finds the key. Of the millions of forms that are
// derived from words, it tries those of one.
func falls(t *testing.T, key string) bool {
	if hit, known := fallen[key]; known {
		return hit
	}
	parsed, err := token.Parse([]byte(signed(t, secret.HS256, key)))
	require.NoError(t, err)
	prepared, err := attack.New(parsed)
	require.NoError(t, err)
	sources := attack.Sources(parsed, nil, 0, 1)
	sources[len(sources)-1].Candidates = attack.Share(strength.Forms([]byte("sunshine")), 0, 1)
	_, hit := prepared.Search(sources, func(attack.Progress) bool { return true })
	fallen[key] = hit != nil
	return hit != nil
}

func rotatesInside(t *testing.T, text, inside string) {
	found := pasted(paste.Read([]byte(text)), mostOffers)
	taken, reading := strings.TrimRight(text, "\r\n"), token.UTF8
	if len(found.Offers) > 0 {
		taken = string(found.Offers[0].Text)
		for _, e := range []token.Encoding{token.Hex, token.Base64, token.Base64URL} {
			if found.Offers[0].Encoding == e.String() {
				reading = e
			}
		}
	}
	if text == b64(inside) {
		reading = token.Base64
	} else if text == hex.EncodeToString([]byte(inside)) {
		reading = token.Hex
	}
	fresh, err := secret.Generate(secret.Request{Algorithm: secret.HS256, Size: 64, Format: map[token.Encoding]secret.Format{
		token.UTF8: secret.Base64URL, token.Hex: secret.HexLower, token.Base64: secret.Base64, token.Base64URL: secret.Base64URL,
	}[reading], Count: 1})
	require.NoError(t, err)
	now := time.Date(2026, 11, 26, 12, 0, 0, 0, time.UTC)
	plan, err := rotation.New(rotation.Request{
		Algorithm: secret.HS256, Reading: reading, New: fresh[0].Text(), Previous: []byte(taken), Name: "JWT_SECRET",
		Start: now, Now: now, Lifetime: time.Hour, Rollout: time.Hour, Days: 90,
	})
	require.NoError(t, err)
	entries, err := plan.Entries(rotation.Prepare)
	require.NoError(t, err)
	assert.Equal(t, inside, string(entries[0].Key), "the plan goes on with the key that the service has")
	env, err := plan.Environment(rotation.Prepare)
	require.NoError(t, err)
	assert.NotContains(t, string(env.Text), "JWT_SECRET=JWT_SECRET")
	assert.NotContains(t, string(env.Text), `"kty"`)
}

// A token is read in whatever carries it.
func TestATokenIsReadInWhateverCarriesIt(t *testing.T) {
	text := signed(t, secret.HS256, aDefault)
	for name, carried := range map[string]string{
		"a scheme": "Bearer " + text, "a header": "Authorization: Bearer " + text, "a cookie": "Cookie: theme=dark; session=" + text,
		"an address": "https://shop.example/callback?state=1&token=" + text, "a fragment": "https://shop.example/#access_token=" + text + "&expires_in=3600",
		"JSON": `{"access_token":"` + text + `","token_type":"Bearer"}`, "quotes": `"` + text + `"`, "lines": text[:40] + "\n" + text[40:] + "\n",
		"percent-encoding": strings.ReplaceAll(text, ".", "%2E"), "a variable": "TOKEN=" + text, "a byte-order mark": "\uFEFF" + text,
	} {
		t.Run(name, func(t *testing.T) {
			e := auditOf(t, carried)
			require.NotNil(t, e.Token, "%s", e.Failed)
			assert.Equal(t, "HS256", e.Token.Algorithm)
			assert.Contains(t, verification([]byte(carried), []byte(aDefault)), "Signed with this secret")
			hit := last(t, ask(t, job.Request{Attack: &job.Attack{Token: []byte(carried), Shares: 1}}, nil)).Hit
			require.NotNil(t, hit)
			assert.Equal(t, aDefault, string(hit.Secret))
		})
	}
}
