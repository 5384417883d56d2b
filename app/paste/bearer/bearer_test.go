package bearer

import (
	"encoding/base64"
	"net/url"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"jwtsecret/app/token"
	"jwtsecret/app/token/tokentest"
)

func encoded(text string) string { return base64.RawURLEncoding.EncodeToString([]byte(text)) }

var (
	pastedHeader  = encoded(`{"alg":"HS256","typ":"JWT"}`)
	pastedPayload = encoded(`{"sub":"1234567890","name":"John Doe","iat":1516239022}`)
	pasted        = tokentest.HS256(pastedHeader+"."+pastedPayload, "secret")
	another       = tokentest.HS256(pastedHeader+"."+encoded("{}"), "secret")
	cutPasted     = pastedHeader + "." + pastedPayload
	encryptedOne  = encoded(`{"alg":"dir","enc":"A128GCM"}`) + "..AAAA.AAAA.AAAA"
	unencoded     = encoded(`{"alg":"HS256","b64":false,"crit":["b64"]}`)
	unencodedOne  = tokentest.HS256(unencoded+`.{"sub": "a;b"}`, "secret")
)

// wrapped breaks a text into lines of so many characters.
func wrapped(text, lineEnd string, width int) string {
	var lines []string
	for len(text) > width {
		lines, text = append(lines, text[:width]), text[width:]
	}
	return strings.Join(append(lines, text), lineEnd)
}

func TestATokenIsFoundInItsWrapping(t *testing.T) {
	const curly, low, angled, wide = "\u201c?\u201d", "\u201e?\u201c", "\u00ab?\u00bb", "\uff02?\uff02"
	for name, c := range map[string]struct{ wrapping, how string }{
		"none":                       {"?", ""},
		"white space":                {" \t?\r\n", "white space around it removed"},
		"no-break spaces":            {"\u00a0?\u00a0", "white space around it removed"},
		"a byte-order mark":          {"\ufeff?", "invisible characters removed"},
		"zero-width characters":      {"\u200b?\u200d\u2060\n", "invisible characters removed"},
		"a comma":                    {"?,", "the end of a line removed"},
		"a semicolon":                {"?;\n", "the end of a line removed"},
		"quotes":                     {`"?"`, "quotes removed"},
		"single quotes":              {"'?'", "quotes removed"},
		"backticks":                  {"`?`", "quotes removed"},
		"curly quotes":               {curly, "quotes removed"},
		"low quotes":                 {low, "quotes removed"},
		"angled quotes":              {angled, "quotes removed"},
		"wide quotes":                {wide, "quotes removed"},
		"one quote":                  {`"?`, "quotes removed"},
		"escaped quotes":             {`\"?\"`, "quotes removed"},
		"quotes and a comma":         {`"?",`, "quotes removed"},
		"quotes in quotes":           {`"Bearer '?'"`, "after Bearer, quotes removed"},
		"Bearer":                     {"Bearer ?", "after Bearer"},
		"bearer, with a line break":  {"bearer\n  ?", "after Bearer"},
		"JWT":                        {"JWT ?", "after JWT"},
		"Authorization":              {"Authorization: Bearer ?", "after Bearer"},
		"Authorization alone":        {"authorization: ?", "after authorization:"},
		"a command's header":         {`-H "Authorization: Bearer ?"`, "quotes removed, after Bearer"},
		"another header":             {"X-Access-Token: ?", "the value of X-Access-Token"},
		"a request":                  {"GET /me HTTP/1.1\r\nHost: api.example.com\r\nAuthorization: Bearer ?\r\nX-Api-Key: 0123\r\n\r\n", "after Bearer"},
		"a response":                 {"HTTP/2 200\nDate: Thu, 26 Nov 2026 20:00:00 GMT\nSet-Cookie: a=b.c; Path=/\nSet-Cookie: session=?; HttpOnly", "in the cookie session"},
		"a folded header":            {"Accept: */*\nAuthorization: Bearer\n ?\nHost: a.example\n", "after Bearer"},
		"a cookie":                   {"Cookie: session=?", "in the cookie session"},
		"cookies":                    {"Cookie: theme=dark; _ga=GA1.2.3.4; next-auth.session-token=?; b=c", "in the cookie next-auth.session-token"},
		"a cookie that is set":       {"Set-Cookie: __Host-jwt=?; Path=/; Domain=a.example.com; Expires=Thu, 26 Nov 2026 20:00:00 GMT; HttpOnly", "in the cookie __Host-jwt"},
		"cookies alone":              {"theme=dark; session=?; Path=/", "in the cookie session"},
		"a cookie of any name":       {"Cookie: {a}=?", "in a cookie"},
		"a quoted cookie":            {`Cookie: session="?"`, "in the cookie session, quotes removed"},
		"a query":                    {"https://app.example.com/login/callback?state=a.b&token=?&lang=de#top", "in the parameter token"},
		"a fragment":                 {"https://app.example.com/#access_token=?&token_type=Bearer&id_token=" + another, "in the parameter access_token"},
		"a fragment alone":           {"#id_token=?", "in the parameter id_token"},
		"a query alone":              {"?token=?", "in the parameter token"},
		"a parameter with the next":  {"?&state=xyz", "in the URL"},
		"a path alone":               {"/verify/?", "in the URL"},
		"a parameter of any name":    {"/verify?a[b]=?", "in a parameter"},
		"a key that is a token":      {`{"anon_key":"?"}`, "in the member anon_key"},
		"a path":                     {"https://app.example.com/verify/?/", "in the URL"},
		"a URL in a header":          {"Location: https://app.example.com/cb#access_token=?", "the value of Location, in the parameter access_token"},
		"a URL in a URL":             {"https://a.example.com/?next=" + url.QueryEscape("https://b.example.com/?token=") + "?", "in the parameter next, percent-encoding removed, in the parameter token"},
		"a broken URL":               {"https://app.exam\nple.com/cb?token=?", "in the parameter token"},
		"a variable":                 {"ACCESS_TOKEN=?", "the value of ACCESS_TOKEN"},
		"a shell's":                  {"export TOKEN='?'", "the value of TOKEN, quotes removed"},
		"a program's":                {"const token = \"?\";", "the value of token, quotes removed"},
		"YAML":                       {"token: ?", "the value of token"},
		"a member":                   {`"access_token" : "?",`, "the value of access_token, quotes removed"},
		"JSON":                       {`{"token":"?"}`, "in the member token"},
		"an array":                   {`["?"]`, "in a member"},
		"JSON of OAuth":              {`{"id_token":"` + another + `","access_token":"?","token_type":"Bearer","expires_in":3600,"refresh_token":"def502","scope":"a.b"}`, "in the member access_token"},
		"JSON, in camel case":        {`{"idToken":"` + another + `","data":{"accessToken":"?"}}`, "in the member accessToken"},
		"JSON in an object in it":    {`{"data":{"user":{"name":"J. Doe","jwt":"Bearer ?"}}}`, "in the member jwt, after Bearer"},
		"JSON with an empty secret":  {`{"secret":"","key":null,"token":"?"}`, "in the member token"},
		"JSON in JSON":               {`{"body":"{\"token\":\"?\"}"}`, "in the member body, in the member token"},
		"JSON with an escape":        {`{"token":"\u0042earer ?"}`, "in the member token, after Bearer"},
		"JSON that a terminal broke": {"{\"access_tok\r\nen\":\"?\"}", "in the member access_token"},
		"JSON with any name":         {`{"a b":"?"}`, "in a member"},
		"percent-encoding":           {"Bearer%20?", "percent-encoding removed, after Bearer"},
		"percent-encoded JSON":       {"session=%7B%22token%22%3A%22?%22%7D", "the value of session, percent-encoding removed, in the member token"},
	} {
		t.Run(name, func(t *testing.T) {
			for _, inside := range []string{pasted, cutPasted, encryptedOne} {
				at := strings.LastIndex(c.wrapping, "?") // a URL has one of its own before
				text := c.wrapping[:at] + inside + c.wrapping[at+1:]
				found, how := Token([]byte(text))
				require.Equal(t, inside, string(found))
				assert.Equal(t, c.how, how)
			}
		})
	}
}

func TestATokenIsFoundInOtherSpellings(t *testing.T) {
	rs256 := encoded(`{"alg":"RS256"}`) + "." + pastedPayload + "." + encoded(strings.Repeat("s", 256))
	unencodedEmoji := tokentest.HS256(unencoded+".\U0001f468\u200d\U0001f467", "secret")
	unencodedBytes := tokentest.HS256(unencoded+".\xff", "secret")
	for name, c := range map[string]struct{ text, want, how string }{
		"lines of 16":           {wrapped(pasted, "\n", 16), pasted, "line breaks removed"},
		"lines of 76, indented": {"Bearer " + wrapped(rs256, "\r\n    ", 76), rs256, "after Bearer, line breaks removed"},
		"spaces":                {wrapped(pasted, " ", 50), pasted, "spaces removed"},
		"a line for each part":  {strings.ReplaceAll(pasted, ".", ".\n"), pasted, "line breaks removed"},
		"quoted lines":          {`"` + wrapped(pasted, "\n", 60) + `"`, pasted, "quotes removed, line breaks removed"},
		"lines without an end":  {wrapped(cutPasted, "\n", 60), cutPasted, "line breaks removed"},
		"encoded dots":          {strings.ReplaceAll(pasted, ".", "%2E"), pasted, "percent-encoding removed"},
		"encoded dots in a URL": {"/cb?jwt=" + strings.ReplaceAll(pasted, ".", "%2e") + "&a=b", pasted, "in the parameter jwt, percent-encoding removed"},
		"encoded twice":         {strings.ReplaceAll(pasted, ".", "%252E"), pasted, "percent-encoding removed"},
		"zero width inside":     {strings.ReplaceAll(pasted, ".", ".\u200b"), pasted, "invisible characters removed"},
		"two, on lines":         {pasted + "\n" + another, pasted, "the first of several"},
		"two, with a comma":     {pasted + ", " + another, pasted, "the first of several"},
		"two of RS256":          {rs256 + "\n" + rs256, rs256, "the first of several"},
		"two that are broken":   {pastedHeader + ".e30.AA\n" + pasted, pastedHeader + ".e30.AA", "the first of several"},
		"one for each line":     {pastedHeader + ".\n" + pastedPayload + ".\nAAAA", pastedHeader + "." + pastedPayload + ".AAAA", "line breaks removed"},
		"that, with a joiner":   {unencodedEmoji + "\n", unencodedEmoji, "white space around it removed"},
		"that, no UTF-8":        {"'" + unencodedBytes + "'\u200b", unencodedBytes, "invisible characters removed, quotes removed"},
		"two in JSON":           {`["` + pasted + `","` + another + `"]`, pasted, "in a member"},
		"padded":                {pastedHeader + "=." + pastedPayload + "=.AA==", pastedHeader + "=." + pastedPayload + "=.AA==", ""},
		"in base64":             {"Bearer " + pastedHeader + "." + pastedPayload + ".+/+/", pastedHeader + "." + pastedPayload + ".+/+/", "after Bearer"},
		"four parts":            {pasted + ".AA", pasted + ".AA", ""},
		"as it stands":          {unencodedOne, unencodedOne, ""},
		"that, quoted":          {"'" + unencodedOne + "'", unencodedOne, "quotes removed"},
		"detached":              {"x-jws-signature: " + pastedHeader + ".." + encoded("s"), pastedHeader + ".." + encoded("s"), "the value of x-jws-signature"},
	} {
		t.Run(name, func(t *testing.T) {
			found, how := Token([]byte(c.text))
			assert.Equal(t, c.want, string(found))
			assert.Equal(t, c.how, how)
		})
	}
}

func TestWhatIsMoreThanATokenOrNoneIsNotFound(t *testing.T) {
	for name, text := range map[string]string{
		"nothing":                  "",
		"a space":                  " ",
		"a secret":                 "correct horse battery staple",
		"dots":                     "a.b.c",
		"a host":                   "api.example.com",
		"a header of a token":      pastedHeader,
		"JSON of no token":         `{"a.b":"c.d","e":[1.5,null,true,{}]}`,
		"a key":                    `{"kty":"oct","k":"` + pasted + `"}`,
		"a key, its type last":     `{"k":"` + pasted + `","kty":"oct"}`,
		"a secret behind a token":  `{"token":"` + pasted + `","secret":"hunter2"}`,
		"many texts":               `["` + strings.Repeat(`","`, maxTexts) + pasted + `"]`,
		"a set of keys":            `{"keys":[{"kty":"oct","k":"AA"}],"token":"` + pasted + `"}`,
		"a configuration":          `{"jwt":{"secret":"hunter2"},"token":"` + pasted + `"}`,
		"one with a key":           `{"type":"HS256","key":"hunter2","token":"` + pasted + `"}`,
		"a client's secret":        `{"client_secret":"hunter2","access_token":"` + pasted + `"}`,
		"a password":               `{"Password":"hunter2","access_token":"` + pasted + `"}`,
		"an .env file":             "JWT_SECRET=hunter2\nTOKEN=" + pasted,
		"the other way round":      "TOKEN=" + pasted + "\nJWT_SECRET=hunter2",
		"YAML":                     "secret: hunter2\ntoken: " + pasted,
		"prose":                    "My token is " + pasted,
		"a token and a word":       pasted + " hunter2",
		"a token and a line":       pasted + "\nhunter2\n",
		"one of RS256 and a line":  encoded(`{"alg":"RS256"}`) + ".e30." + encoded(strings.Repeat("s", 256)) + "\nhunter2",
		"a command that has both":  "sign --secret hunter2 " + pasted,
		"a long name":              strings.Repeat("a", 65) + "=" + pasted,
		"a key after many texts":   `["` + strings.Repeat(`","`, 2*maxTexts) + `",{"access_token":"` + pasted + `"},{"kty":"oct"}]`,
		"many headers":             strings.Repeat("A: b.c\n", maxTexts) + "Authorization: Bearer " + pasted,
		"too many wrappings":       strings.Repeat("Bearer ", maxWrappings) + pasted,
		"a PEM file":               "-----BEGIN PUBLIC KEY-----\nMFkw.AA==\n-----END PUBLIC KEY-----",
		"broken JSON of no breaks": `{"token":` + pasted + `}`,
	} {
		t.Run(name, func(t *testing.T) {
			found, how := Token([]byte(text))
			assert.Nil(t, found)
			assert.Empty(t, how)
		})
	}
}

func TestTheTokenIsInNewMemory(t *testing.T) {
	for _, text := range []string{pasted, "Bearer " + pasted, wrapped(pasted, "\n", 30)} {
		b := []byte(text)
		found, _ := Token(b)
		clear(b)
		assert.Equal(t, pasted, string(found))
	}
}

// hostile are texts of 64 KiB that ask for as much work as can be.
func hostile() map[string]string {
	fill := func(part string) string { return strings.Repeat(part, token.MaxSize/len(part)) }
	return map[string]string{
		"dots": fill("."), "quotes": fill(`"`), "curly quotes": fill("\u201c"), "eyJ": fill("eyJ"), "eyJ.": fill("eyJ."), "eyJ lines": fill("eyJ.\n"),
		"headers": fill(pastedHeader + "."), "two parts": fill("e30.e30 "), "Bearer": fill("Bearer "), "assignments": fill("a=.;"), "a long one": fill("a.=") + ".",
		"percent": fill("%25"), "percent dots": fill("%2E"), "parameters": fill("?a=.&"), "slashes": fill("/."), "header lines": fill("A: .\n"), "folded": "A: .\n" + fill(" .\n"),
		"JSON": `["` + fill(`.","`) + `"]`, "JSON, deep": fill("["), "JSON, deep and closed": strings.Repeat("[", 9_000) + `"."` + strings.Repeat("]", 9_000),
		"access tokens": `[` + fill(`{"access_token":"."},`) + `{}]`, "brackets": fill("{.}"), "words": fill("ab.cd/"), "words in lines": fill("A: ab.cd\n"), "words in JSON": `["` + fill(`ab.cd","`) + `"]`,
		"words in cookies": fill("a=ab.cd;"), "words in members": `{"a":"b"` + fill(`,"a":"a.b=c"`) + "}", "spaces": fill("e30. "), "tokens": fill("e30.e30. "), "Unicode": fill("\u200b."), "no UTF-8": fill("\xff."), "export": fill("export a=."),
		"JSON of URLs": `["` + fill(`http://a.b/?c=d.e#f","`) + `"]`, "JSON of headers": `["` + fill(pastedHeader+`.","`) + `"]`,
	}
}

func BenchmarkHostileTexts(b *testing.B) {
	for name, text := range hostile() {
		b.Run(name, func(b *testing.B) {
			for range b.N {
				Token([]byte(text))
			}
		})
	}
}

// What is found looks like a token and has no wrapping any more.
func FuzzToken(f *testing.F) {
	seeds := []string{
		"", "Bearer " + pasted, "Cookie: a=b; session=" + pasted, "https://a.example/?token=" + pasted + "#x", `{"access_token":"` + pasted + `"}`,
		"'" + cutPasted + "',", encryptedOne, unencodedOne, wrapped(pasted, "\n", 40), strings.ReplaceAll(pasted, ".", "%2E"), "\ufeff" + pasted + "\n" + another,
		"export TOKEN=\u201c" + pasted + "\u201d;", "HTTP/1.1 200 OK\nSet-Cookie: a=" + pasted, "{", "[", "\\", "%", "=", ":", ";", "/", `{"a":[".`,
	}
	require.NotEmpty(f, seeds)
	for _, text := range hostile() {
		seeds = append(seeds, text)
	}
	for _, seed := range seeds {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, text []byte) {
		before := string(text)
		found, how := Token(text)
		assert.Equal(t, before, string(text))
		if found == nil {
			assert.Empty(t, how)
			return
		}
		assert.True(t, token.LooksLike(found))
		assert.Equal(t, how == "", string(found) == before)
		again, none := Token(found)
		assert.Equal(t, string(found), string(again))
		assert.Empty(t, none)
	})
}
