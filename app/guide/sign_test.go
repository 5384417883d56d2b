package guide

import (
	"encoding/base64"
	"encoding/json"
	"os"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"jwtsecret/app/token"
)

// exampleA1 is the example of RFC 7515 appendix A.1, with the key that stands there.
func exampleA1(t *testing.T) Form {
	t.Helper()
	key, err := base64.RawURLEncoding.DecodeString("AyM1SysPpbyDfgZld3umj1qzKObwVMkoqQ-EstJQLr_T-1qS0gZH75aKtMN3Yj0iPS4hcgUuTwjAzZr1Z9CAow")
	require.NoError(t, err)
	return Form{
		"header": []byte("{\"typ\":\"JWT\",\r\n \"alg\":\"HS256\"}"),
		"claims": []byte("{\"iss\":\"joe\",\r\n \"exp\":1300819380,\r\n \"http://example.com/is_root\":true}"),
		"secret": key, "service": key,
		"token": []byte("eyJ0eXAiOiJKV1QiLA0KICJhbGciOiJIUzI1NiJ9.eyJpc3MiOiJqb2UiLA0KICJleHAiOjEzMDA4MTkzODAsDQogImh0dHA6Ly9leGFtcGxlLmNvbS9pc19yb290Ijp0cnVlfQ.dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk"),
	}
}

func TestTheStepsAreThoseOfRFC7515(t *testing.T) {
	f := exampleA1(t)
	v := show(&sign{}, f)
	assert.Equal(t, "eyJ0eXAiOiJKV1QiLA0KICJhbGciOiJIUzI1NiJ9", v.text("header64"))
	assert.Equal(t, "eyJpc3MiOiJqb2UiLA0KICJleHAiOjEzMDA4MTkzODAsDQogImh0dHA6Ly9leGFtcGxlLmNvbS9pc19yb290Ijp0cnVlfQ", v.text("claims64"))
	assert.Equal(t, v.text("header64")+"."+v.text("claims64"), v.text("input"))
	// [116, 24, 223, 180, 151, 153, 224, 37, …, 83, 132, 141, 121]
	assert.Equal(t, "7418dfb49799e0254ffa607dd8adbbba16d4254d69d6bff05b5805585384 8d79", v.text("tag")[:60]+" "+v.text("tag")[60:])
	assert.Equal(t, string(f["token"]), v.text("token-made"))
	assert.Equal(t, "good", v.state("verdict"))
}

// user is the form as the page begins with it.
func user(t *testing.T) Form {
	t.Helper()
	html, err := os.ReadFile("../../web/guide/box/sign.html")
	require.NoError(t, err)
	_, rest, _ := strings.Cut(string(html), `"Token that arrives" "rows" 5 "value" "`)
	arrives, _, _ := strings.Cut(rest, `"`)
	return Form{
		"header": []byte(`{"alg":"HS256","typ":"JWT"}`), "claims": []byte(`{"sub":"alice","role":"user"}`),
		"secret": []byte("hunter2"), "service": []byte("hunter2"), "token": []byte(arrives),
	}
}

func TestTheTokenThatArrivesFirstIsTheSignedOne(t *testing.T) {
	f := user(t)
	v := show(&sign{}, f)
	assert.Equal(t, string(f["token"]), v.text("token-made"))
	assert.Equal(t, "good", v.state("verdict"))
	for _, c := range v.Changes {
		assert.Nil(t, c.Fill, "what a page begins with is not filled in")
	}
}

// claimsOf returns the claims of a token.
func claimsOf(t *testing.T, text string) (claims map[string]any) {
	t.Helper()
	raw, err := base64.RawURLEncoding.DecodeString(strings.Split(text, ".")[1])
	require.NoError(t, err)
	require.NoError(t, json.Unmarshal(raw, &claims))
	return claims
}

func TestAChangedByteIsRefused(t *testing.T) {
	f, e := user(t), &fakePage{t: t}
	(&sign{}).Act("change", f, e)
	changed := e.view.text("token")
	assert.Equal(t, map[string]any{"sub": "alice", "role": "uses"}, claimsOf(t, changed))
	before := strings.Split(string(f["token"]), ".")
	assert.Equal(t, []string{before[0], before[2]}, []string{strings.Split(changed, ".")[0], strings.Split(changed, ".")[2]})
	assert.Equal(t, "bad", e.view.state("verdict"))
	assert.Contains(t, e.view.text("said"), "refuses")
	assert.Equal(t, `{"sub":"alice","role":"uses"}`, e.view.text("arrives"))
}

func TestAnyClaimsCanBeChanged(t *testing.T) {
	for claims, want := range map[string]string{
		`{"a":"z"}`: `{"a":"a"}`, `{"a":9}`: `{"b":9}`, `{"a":""}`: "", `{"":9}`: `{"":1}`, `{"":41}`: `{"":42}`,
	} {
		f, e := user(t), &fakePage{t: t}
		f["claims"] = []byte(claims)
		b := &sign{}
		b.Act("restore", f, e)
		f["token"] = []byte(e.view.text("token"))
		b.Act("change", f, e)
		if want == "" {
			assert.Contains(t, e.view.text("said"), "no letter or digit")
			continue
		}
		assert.Equal(t, want, e.view.text("arrives"))
	}
}

func TestWhoKnowsTheSecretForgesAnAdministrator(t *testing.T) {
	f, e := user(t), &fakePage{t: t}
	(&sign{}).Act("forge", f, e)
	assert.Equal(t, map[string]any{"sub": "alice", "role": "admin"}, claimsOf(t, e.view.text("token")))
	assert.Equal(t, "good", e.view.state("verdict"))
	assert.Contains(t, e.view.text("said"), "accepts it")

	f["service"] = []byte("another secret")
	(&sign{}).Act("forge", f, e)
	assert.Equal(t, "bad", e.view.state("verdict"))
	assert.Contains(t, e.view.text("said"), "refuses it")
}

func TestOnlyANewTokenTakesThePlaceOfWhatArrives(t *testing.T) {
	f, b := user(t), &sign{}
	_ = show(b, f)
	f["token"] = []byte("typed")
	f["service"] = []byte("typed, too")
	filled := show(b, f).changed("token")
	assert.False(t, filled, "what is typed stays")
	f["claims"] = []byte(`{"sub":"bob"}`)
	assert.False(t, show(b, f).changed("token"), "also when the issuer signs another one")

	f, b = user(t), &sign{}
	_ = show(b, f)
	f["claims"] = []byte(`{"sub":"bob"}`)
	v := show(b, f)
	assert.Equal(t, v.text("token-made"), v.text("token"))

	e := &fakePage{t: t}
	f["token"] = []byte(v.text("token"))
	b.Act("change", f, e)
	f["token"], f["claims"] = []byte(e.view.text("token")), []byte(`{"sub":"carol"}`)
	v = show(b, f)
	assert.Equal(t, v.text("token-made"), v.text("token"), "what a button changed was not typed")

	b.Forget()
	_ = show(b, user(t))
	f = user(t)
	f["claims"] = []byte(`{"sub":"dave"}`)
	assert.True(t, show(b, f).changed("token"), "and the page begins anew")
}

func TestWhatCannotBeSignedHasASentence(t *testing.T) {
	for want, change := range map[string]struct{ field, typed string }{
		"Type a secret.":                {"secret", ""},
		"wrong with the header":         {"header", "{"},
		"wrong with the claims":         {"claims", "[1]"},
		"names no algorithm":            {"header", `{"alg":"none"}`},
		"cannot be signed so: the":      {"header", `{"alg":"HS256","crit":["x"]}`},
		"wrong with the claims: it has": {"claims", `{"a":1,"a":2}`},
		"cannot be signed so":           {"claims", `{"a":"` + strings.Repeat("a", token.MaxSize) + `"}`},
	} {
		f := user(t)
		f[change.field] = []byte(change.typed)
		v := show(&sign{}, f)
		for _, field := range []string{"header", "claims", "secret"} {
			if field == change.field {
				assert.Contains(t, v.text(field+"-problem"), want)
				assert.Equal(t, "bad", v.state(field+"-problem"))
			} else {
				assert.Empty(t, v.text(field+"-problem"), "it stands below its field")
			}
		}
		assert.Empty(t, v.text("tag"))
		assert.Equal(t, "good", v.state("verdict"), "what arrives is still checked")
	}
}

func TestWhatIsNoTokenHasASentence(t *testing.T) {
	for want, arriving := range map[string]string{
		"No token arrives": "", "does not have three parts": "abc",
		// {"alg":"none"} and {}
		"names no algorithm": "eyJhbGciOiJub25lIn0.e30.",
	} {
		f := user(t)
		f["token"] = []byte(arriving)
		v := show(&sign{}, f)
		assert.Contains(t, v.text("verdict"), want)
		assert.Equal(t, "bad", v.state("verdict"))
	}
	f, e := user(t), &fakePage{t: t}
	f["token"] = []byte("abc")
	(&sign{}).Act("forge", f, e)
	assert.NotEmpty(t, e.view.text("said"))
	assert.False(t, e.view.changed("token"))
}

func TestTheSignedTokenCanBeTakenAgain(t *testing.T) {
	f, e := user(t), &fakePage{t: t}
	signed := string(f["token"])
	f["token"] = []byte("abc")
	(&sign{}).Act("restore", f, e)
	assert.Equal(t, signed, e.view.text("token"))
	assert.Equal(t, "good", e.view.state("verdict"))
}
