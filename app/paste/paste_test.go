package paste_test

import (
	"bytes"
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"jwtsecret/app/paste"
	"jwtsecret/app/token"
)

// good is 32 bytes that openssl rand returned, in hexadecimal.
const good = "7b1fd0a6c3985e42bb06f4e91c7da8530e6294cf5a7183dbe2490fb6ad15c87e"

// used returns the texts that a service would use.
func used(p paste.Paste) []string {
	var all []string
	for _, i := range p.Used {
		all = append(all, string(p.Candidates[i].Text))
	}
	return all
}

func TestTheValueInsideEachWrapping(t *testing.T) {
	for name, c := range map[string]struct{ text, want, how string }{
		"nothing":                     {good, good, "the text as it stands"},
		"a line end":                  {"x\n", "x", "the text, without its line end"},
		"line ends of Windows":        {"x\r\n\r\n", "x", "the text, without its line end"},
		"spaces":                      {" \tx ", "x", "the text, without the spaces around it"},
		"a byte-order mark":           {"\uFEFFx", "x", "the text, without its byte-order mark"},
		"UTF-16 with its mark":        {"\xFF\xFEx\x00y\x00", "xy", "the text, read as UTF-16"},
		"UTF-16 of the other order":   {"\xFE\xFF\x00x\x00y", "xy", "the text, read as UTF-16"},
		"UTF-16 with half of a pair":  {"\xFF\xFEx\x00\x00\xD8y\x00", "x\uFFFDy", "the text, read as UTF-16"},
		"UTF-16 with a pair":          {"\xFF\xFEx\x00\x3D\xD8\x00\xDEy\x00z\x00", "x\U0001F600yz", "the text, read as UTF-16"},
		"UTF-16 without a mark":       {"s\x00e\x00c\x00r\x00e\x00t\x00s\x00!\x00", "secrets!", "the text, read as UTF-16"},
		"an invisible character":      {"ab\u200Bcd", "abcd", "the text, without invisible characters"},
		"a fixed space":               {"ab\u00A0cd", "ab cd", "the text, without invisible characters"},
		"double quotes":               {`"x y"`, "x y", "the text, without quotes"},
		"single quotes":               {"'x'", "x", "the text, without quotes"},
		"typographic quotes":          {"“x”", "x", "the text, without quotes"},
		"German quotes":               {"„x“", "x", "the text, without quotes"},
		"French quotes":               {"«x»", "x", "the text, without quotes"},
		"three quotes":                {`"""x"""`, "x", "the text, without quotes"},
		"escaped quotes":              {`\"x\"`, "x", "the text, without quotes"},
		"the bytes of Python":         {"b'x'", "x", "the text, without quotes"},
		"escapes":                     {`"x\u0041\n"`, "xA\n", "the text, without quotes, its escapes resolved"},
		"an escaped pair":             {`"\ud83d\ude00"`, "😀", "the text, without quotes, its escapes resolved"},
		"a comma behind quotes":       {`"x",`, "x", "the text, without quotes"},
		".env":                        {"JWT_SECRET=x", "x", "the value of JWT_SECRET"},
		".env in quotes":              {`JWT_SECRET="x"`, "x", "the value of JWT_SECRET, without quotes"},
		".env in single quotes":       {`JWT_SECRET='x\n'`, `x\n`, "the value of JWT_SECRET, without quotes"},
		".env with a comment":         {"JWT_SECRET=x # production", "x", "the value of JWT_SECRET, without what stands behind it"},
		".env with spaces":            {"JWT_SECRET = x", "x", "the value of JWT_SECRET"},
		".env over lines":             {"A_KEY=\"one\ntwo\"\nPORT=1\n", "one\ntwo", "the value of A_KEY, without quotes"},
		".env among others":           {"# all\nPORT=3000\nJWT_SECRET=x\nJWT_EXPIRES_IN=15m\n", "x", "the value of JWT_SECRET"},
		"binary of YAML":              {"secret: !!binary eHl6eA==\n", "eHl6eA==", "the value of secret, base64 after the prefix !!binary "},
		"the padding of base64":       {"secretKey0123456789abA==", "secretKey0123456789abA==", "the text as it stands"},
		"an empty value":              {"JWT_SECRET=", "", "the value of JWT_SECRET"},
		"export":                      {"export JWT_SECRET='x'", "x", "the value of JWT_SECRET, without quotes"},
		"fish":                        {"set -gx JWT_SECRET x", "x", "the value of JWT_SECRET"},
		"PowerShell":                  {`$env:JWT_SECRET = "x"`, "x", "the value of JWT_SECRET, without quotes"},
		"YAML":                        {"jwt:\n  secret: x\n", "x", "the value of secret"},
		"YAML in quotes":              {"jwt:\n  secret: 'x' # production\n", "x", "the value of secret, without quotes"},
		"a block of YAML":             {"secret: |\n  x\n", "x\n", "the value of secret"},
		"a stripped block of YAML":    {"secret: |-\n  x\n", "x", "the value of secret"},
		"JSON":                        {`{"jwt":{"secret":"x","port":3000}}`, "x", "the member secret"},
		"JSON with escapes":           {`{"secret":"x\/y"}`, "x/y", "the member secret"},
		"a line of JSON":              {`  "secret": "x",`, "x", "the value of secret, without quotes"},
		"an object of JavaScript":     {`{ secret: 'x', }`, "x", "the member secret"},
		"a list of names and values":  {`[{"name":"JWT_SECRET","value":"x"},{"name":"PORT","value":"3000"}]`, "x", "the value of JWT_SECRET"},
		"Postman":                     {`{"key":"JWT_SECRET","value":"x"}`, "x", "the value of JWT_SECRET"},
		"variables of GitLab":         {`[{"key":"JWT_SECRET","value":"x","masked":true},{"key":"PORT","value":"3000"}]`, "x", "the value of JWT_SECRET"},
		"a key without a value":       {`{"key":"x","port":"3000"}`, "x", "the member key"},
		"docker inspect":              {"\"Env\": [\n    \"PATH=/usr/bin\",\n    \"JWT_SECRET=x\",\n    \"A=1\"\n],\n", "x", "the value of JWT_SECRET"},
		"TOML":                        {"[jwt]\nsecret = \"x\"\n", "x", "the value of secret, without quotes"},
		"properties":                  {"jwt.secret=a\\=b", "a=b", "the value of jwt.secret, its escapes resolved"},
		"settings of .NET":            {"Jwt:Key=x", "x", "the value of Jwt:Key"},
		"Terraform":                   {`jwt_secret = "x"`, "x", "the value of jwt_secret, without quotes"},
		"a variable of Terraform":     {"variable \"jwt_secret\" {\n  default = \"x\"\n}", "x", "the value of jwt_secret, without quotes"},
		"a Kubernetes Secret":         {"kind: Secret\ndata:\n  JWT_SECRET: eA==\n", "x", "the value of JWT_SECRET, decoded from base64 as Kubernetes does"},
		"stringData":                  {"kind: Secret\nstringData:\n  JWT_SECRET: x\n", "x", "the value of JWT_SECRET"},
		"data of something else":      {`{"data":{"JWT_SECRET":"eA=="}}`, "eA==", "the member JWT_SECRET"},
		"a Kubernetes Secret in JSON": {`{"kind":"Secret","data":{"JWT_SECRET":"eA=="}}`, "x", "the member JWT_SECRET, decoded from base64 as Kubernetes does"},
		"a Deployment":                {"env:\n  - name: JWT_SECRET\n    value: \"x\"\n", "x", "the value of JWT_SECRET, without quotes"},
		"Compose, a list":             {"services:\n  api:\n    environment:\n      - JWT_SECRET=x\n", "x", "the value of JWT_SECRET"},
		"Compose, a map":              {"services:\n  api:\n    environment:\n      JWT_SECRET: x\n", "x", "the value of JWT_SECRET"},
		"systemd":                     {"[Service]\nEnvironment=\"JWT_SECRET=x y\"\n", "x y", "the value of JWT_SECRET"},
		"a Dockerfile":                {"ENV JWT_SECRET=x", "x", "the value of JWT_SECRET"},
		"docker run":                  {"docker run -e JWT_SECRET=x -p 80:80 image", "x", "the value of JWT_SECRET"},
		"XML":                         {`<add key="JwtSecret" value="x" />`, "x", "the value of JwtSecret, without quotes"},
		"a constant of JavaScript":    {"const secret = 'x';", "x", "the value of secret, without quotes"},
		"TypeScript":                  {"const secret: string = 'x';", "x", "the value of secret, without quotes"},
		"Java":                        {`private static final String SECRET_KEY = "x";`, "x", "the value of SECRET_KEY, without quotes"},
		"the options of a call":       {"app.use(session({ secret: 'x', resave: false }))", "x", "the value of secret, without quotes"},
		"a template of Spring":        {"jwt:\n  secret: ${JWT_SECRET:x}\n", "x", "the value of secret, the default of the template"},
		"bytes of Rust":               {`const SECRET: &[u8] = b"x";`, "x", "the value of SECRET, without quotes"},
		"a typed constant of Python":  {`SECRET_KEY: Final[str] = "x"`, "x", "the value of SECRET_KEY, without quotes"},
		"a verbatim text of C#":       {`private const string Key = @"x";`, "x", "the value of Key, without quotes"},
		"a fence of Markdown":         {"```env\nJWT_SECRET=x\n```\n", "x", "the value of JWT_SECRET"},
		"a default of Django":         {"SECRET_KEY = os.environ.get('SECRET_KEY', 'x')", "x", "the value of SECRET_KEY, the default in the code"},
		"a default of Laravel":        {"'key' => env('APP_KEY', 'base64:eA=='),", "eA==", "the value of key, the default in the code, base64 after the prefix base64:"},
		"three quotes of TOML":        {"[auth]\njwt_secret = \"\"\"\nx\"\"\"\n", "x", "the value of jwt_secret, without quotes"},
		"a long name of Spring":       {"spring.security.jwt.secret-key=x", "x", "the value of spring.security.jwt.secret-key"},
		"the domain beside a secret":  {"AUTH0_CLIENT_SECRET=x\nAUTH0_DOMAIN=me.eu.auth0.com\nAUTH0_CLIENT_ID=abc\n", "x", "the value of AUTH0_CLIENT_SECRET"},
		"a command and its output":    {"openssl rand -base64 32\nK7gNU3sdo+OL0wNhqoVWhr3g6s1xYv72ol/pe/Unols=\n", "K7gNU3sdo+OL0wNhqoVWhr3g6s1xYv72ol/pe/Unols=", "the text, without its line end, without the command above it"},
		"a prompt and its output":     {"$ grep SECRET .env\nJWT_SECRET=x\n", "x", "the value of JWT_SECRET"},
		"a message of a template":     {"${A_KEY:?it must be set}", "${A_KEY:?it must be set}", "the text as it stands"},
		"a text like a transcript":    {"A_KEY=\"$ one\ntwo\"", "$ one\ntwo", "the value of A_KEY, without quotes"},
		"a call that signs":           {"const token = jwt.sign({ sub: '1', a: [1, 2] }, 'x', { expiresIn: '1h' });", "x", "the value of token, the key in the call"},
		"a call of Python that signs": {`jwt.encode(payload, "x", algorithm="HS256")`, "x", "the key in the call"},
		"an element of XML":           {"<secret>x</secret>", "x", "the value of secret"},
		"a message":                   {"JWT secret: x", "x", "the value of JWT secret"},
		"PHP":                         {"define('JWT_SECRET', 'x');", "x", "the value of JWT_SECRET, without quotes"},
		"the environment of PHP":      {"$_ENV['JWT_SECRET'] = 'x';", "x", "the value of JWT_SECRET, without quotes"},
		"the environment of Python":   {`os.environ["JWT_SECRET"] = "x"`, "x", "the value of JWT_SECRET, without quotes"},
		"Python":                      {"SECRET_KEY = 'x'  # keep it", "x", "the value of SECRET_KEY, without quotes"},
		"Go":                          {"var jwtSecret = []byte(\"x\")", "x", "the value of jwtSecret, the text in the code"},
		"bytes of Node.js":            {"const secret = Buffer.from('x', 'utf8');", "x", "the value of secret, the text in the code"},
		"a default in code":           {"const secret = process.env.JWT_SECRET || 'x';", "x", "the value of secret, the default in the code"},
		"a default of Compose":        {"${JWT_SECRET:-x}", "x", "the default of the template"},
		"settings of Hasura":          {`HASURA_GRAPHQL_JWT_SECRET={"type":"HS256","key":"x"}`, "x", "the value of HASURA_GRAPHQL_JWT_SECRET, the member key"},
		"a buffer of Node.js":         {"<Buffer 7b 1f d0 a6 c3 98 5e 42>", "7b1fd0a6c3985e42", "the text, its groups of hexadecimal digits joined"},
		"a buffer in JSON":            {`{"type":"Buffer","data":[123,31]}`, "7b1f", "the text, its list of numbers read as bytes"},
		"a list of numbers":           {"[123, 31, 208, 166, 195, 152, 94, 66]", "7b1fd0a6c3985e42", "the text, its list of numbers read as bytes"},
		"colons":                      {"7b:1f:d0:a6:c3:98:5e:42:bb", "7b1fd0a6c3985e42bb", "the text, its groups of hexadecimal digits joined"},
		"hexadecimal with spaces":     {"7B1FD0A6 C3985E42 BB06F4E9 1C7DA853", "7B1FD0A6C3985E42BB06F4E91C7DA853", "the text, its groups of hexadecimal digits joined"},
		"0x":                          {"0x" + good, good, "the text, hex after the prefix 0x"},
		"0x before each byte":         {"0x7b, 0x1f, 0xd0, 0xa6, 0xc3, 0x98, 0x5e, 0x42", "7b1fd0a6c3985e42", "the text, its groups of hexadecimal digits joined"},
		"hex:":                        {"hex:" + good, good, "the text, hex after the prefix hex:"},
		`\x once`:                     {`\x` + good, good, `the text, hex after the prefix \x`},
		`\x before each byte`:         {`\x7b\x1f\xd0`, "7b1fd0", `the text, hexadecimal after each \x`},
		"base64:":                     {"base64:Y2hhbmdlbWU=", "Y2hhbmdlbWU=", "the text, base64 after the prefix base64:"},
		"base64: in .env":             {"APP_KEY=base64:Y2hhbmdlbWU=", "Y2hhbmdlbWU=", "the value of APP_KEY, base64 after the prefix base64:"},
		"a JWK":                       {`{"kty":"oct","k":"c2VjcmV0","alg":"HS256"}`, "c2VjcmV0", "the member k of the JWK"},
		"base64 over lines":           {strings.Repeat("Ab3/", 16) + "\n" + "Ab3=\n", strings.Repeat("Ab3/", 16) + "Ab3=", "the text, without its line end, its lines joined"},
		"percent-encoding":            {"100%25!", "100%25!", "the text as it stands"},                           // nothing that an address needs
		"other percent-encoding":      {"COOKIESecret%6378%61", "COOKIESecret%6378%61", "the text as it stands"}, // an address needs none of it
		"few groups of two digits":    {"ab cd ef 12", "ab cd ef 12", "the text as it stands"},
		"prose with one assignment":   {"to the team:\nplease use\nmy_key = x\nand nothing else\nuntil I am back\n", "to the team:\nplease use\nmy_key = x\nand nothing else\nuntil I am back", "the text, without its line end"},
		"an assignment in quotes":     {`A_SECRET="theme: dark"`, "theme: dark", "the value of A_SECRET, without quotes"},
		"lines in quotes":             {"A_SECRET=\"theme: dark\nsize: big\"", "theme: dark\nsize: big", "the value of A_SECRET, without quotes"},
		"an invisible one in .env":    {"A_SECRET=ab\u200Bcd", "ab\u200Bcd", "the value of A_SECRET"}, // no program removes it
		"percent-encoded base64":      {"kL%2BmN%2F8w%3D%3D", "kL+mN/8w==", "the text, its percent-encoding decoded"},
		"PEM with its line end":       {"-----BEGIN EC PRIVATE KEY-----\nMHcC\n-----END EC PRIVATE KEY-----\n", "-----BEGIN EC PRIVATE KEY-----\nMHcC\n-----END EC PRIVATE KEY-----", "the text, without its line end"},
		"PEM on one line":             {`-----BEGIN KEY-----\nMHcC\n-----END KEY-----\n`, "-----BEGIN KEY-----\nMHcC\n-----END KEY-----", "the text, its escaped line ends resolved, without its line end"},
	} {
		t.Run(name, func(t *testing.T) {
			p := paste.Read([]byte(c.text))
			require.Equal(t, []string{c.want}, used(p))
			assert.Equal(t, c.how, p.Candidates[p.Used[0]].How)
			assert.Equal(t, c.text, string(p.Candidates[0].Text))
			assert.Equal(t, "the text as it stands", p.Candidates[0].How)
		})
	}
}

func TestTheEncodingThatAWrappingNames(t *testing.T) {
	for text, want := range map[string]token.Encoding{
		"0x" + good: token.Hex, "base64:Y2hhbmdlbWU=": token.Base64, `{"kty":"oct","k":"c2VjcmV0"}`: token.Base64URL, "7b:1f:d0:a6:c3:98:5e:42": token.Hex,
	} {
		t.Run(text, func(t *testing.T) {
			p := paste.Read([]byte(text))
			readings := p.Candidates[p.Used[0]].Readings()
			require.Len(t, readings, 1, "it is read in no other way")
			assert.Equal(t, want, readings[0].Encoding)
		})
	}
	assert.Len(t, paste.Read([]byte(good)).Candidates[0].Readings(), 4)
}

func TestEachSecretOfAFile(t *testing.T) {
	for name, c := range map[string]struct {
		text string
		want []string
	}{
		"of .env":   {"JWT_SECRET=one\nPORT=3000\nJWT_REFRESH_SECRET=two\n", []string{"one", "two"}},
		"of a JWKS": {`{"keys":[{"kty":"oct","k":"b25l","kid":"a"},{"kty":"oct","k":"dHdv","kid":"b"}]}`, []string{"b25l", "dHdv"}},
		// Its lines look like assignments, and it holds no secret.
		"none of public keys": {"{\n  \"keys\": [\n    {\"kty\":\"OKP\",\"x\":\"AQAB\"}\n  ]\n}\n", []string{"{\n  \"keys\": [\n    {\"kty\":\"OKP\",\"x\":\"AQAB\"}\n  ]\n}"}},
		"one a line":          {good + "\n" + good[1:] + "0\n", []string{good, good[1:] + "0"}},
		"of a Secret":         {"kind: Secret\ndata:\n  A_KEY: b25l\n  B_KEY: dHdv\n", []string{"one", "two"}},
	} {
		t.Run(name, func(t *testing.T) { assert.Equal(t, c.want, used(paste.Read([]byte(c.text)))) })
	}
}

func TestManySecretsOfAFile(t *testing.T) {
	var text strings.Builder
	for i := range 600 {
		fmt.Fprintf(&text, "SECRET_%d=%s%d\n", i, good, i)
		if i == 150 {
			p := paste.Read([]byte(text.String()))
			assert.Len(t, p.Used, 151)
			assert.Zero(t, p.LeftOut)
		}
	}
	p := paste.Read([]byte(text.String()))
	assert.Equal(t, 600, len(p.Used)+p.LeftOut, "what is left out is counted")
	assert.Contains(t, strings.Join(p.Remarks, " "), "left out")
}

func TestWhatATextIs(t *testing.T) {
	key := []byte(good)
	for text, want := range map[string]paste.Kind{
		good: paste.Secret, "hunter2": paste.Secret, "correct horse battery staple": paste.Secret,
		"0430" + good[:50]:                     paste.Secret, // not DER, though it begins and is as long as some
		"from-here-to-eternity":                paste.Secret,
		"JWT_SECRET=x":                         paste.Configuration,
		`{"kty":"oct","k":"c2VjcmV0"}`:         paste.JSONWebKey,
		`{"kty":"RSA","n":"AQAB","e":"AQAB"}`:  paste.PublicKey,
		`{"kty":"EC","d":"AQAB"}`:              paste.KeyFile,
		"-----BEGIN PRIVATE KEY-----\nMC4C":    paste.KeyFile,
		"-----BEGIN PUBLIC KEY-----\nMFkw":     paste.PublicKey,
		"-----BEGIN CERTIFICATE-----\nMIIB":    paste.PublicKey,
		"ssh-ed25519 AAAAC3NzaC1lZDI1NTE5 me":  paste.PublicKey,
		"ecdsa-sha2-nistp256 AAAAE2VjZHNhLXNo": paste.PublicKey,
		publicBody:                             paste.PublicKey,
		privateBody:                            paste.KeyFile,
		"<your-secret>":                        paste.Placeholder,
		"${JWT_SECRET}":                        paste.Placeholder,
		"{{ jwt_secret }}":                     paste.Placeholder,
		"${{ secrets.JWT_SECRET }}":            paste.Placeholder, // of GitHub Actions
		"/run/secrets/jwt_secret":              paste.Placeholder, "./keys/jwt.key": paste.Placeholder, "$JWT_SECRET": paste.Placeholder,
		"Rails.application.credentials.jwt_secret": paste.Placeholder, "settings.JWT_SECRET": paste.Placeholder, `ENV["JWT_SECRET"]`: paste.Placeholder,
		"/" + good: paste.Secret, "$ecret_key": paste.Secret, "config.x": paste.Secret, "[abc]": paste.Secret,
		"CHANGEME":              paste.Placeholder,
		"please-change_me-now":  paste.Placeholder,
		"REPLACE_ME":            paste.Placeholder,
		"your-jwt-secret":       paste.Placeholder,
		"xxxxxxxxxxxx":          paste.Placeholder,
		"sk_live_abc…":          paste.Placeholder,
		"op://vault/jwt/secret": paste.Placeholder,
		"var.jwt_secret":        paste.Placeholder, "random_password.jwt.result": paste.Placeholder, `<%= ENV["SECRET_KEY_BASE"] %>`: paste.Placeholder,
		"ENC[AES256_GCM,data:abc,iv:def]": paste.Placeholder, "config('SECRET_KEY')": paste.Placeholder, `os.getenv("SECRET_KEY")`: paste.Placeholder,
		"env:\n  - name: JWT_SECRET\n    valueFrom:\n      secretKeyRef:\n        name: jwt\n        key: secret\n": paste.Placeholder,
		"${A_KEY:?it must be set}":                                                    paste.Placeholder,
		"-----BEGIN PUBLIC KEY-----\nMFkw\n":                                          paste.PublicKey, // also with the line end behind it
		"django-insecure-" + good:                                                     paste.Unsafe,
		"$2b$12$EixZaYVK1fsbw1ZfbX3OXePaWxn96p36WQoeG6Lruj3vjPGga31lW":                paste.PasswordHash,
		"$argon2id$v=19$m=65536,t=3,p=4$c29tZXNhbHQ$RdescudvJCsgt3ub+b4dWRWJTmaaJObG": paste.PasswordHash,
		"{SSHA}MTIzNDU2Nzg5MDEyMzQ1Njc4OTAxMjM0NTY3ODkw":                              paste.PasswordHash,
		string(mustSign(t, key)):                                                      paste.Token,
	} {
		t.Run(text, func(t *testing.T) { assert.Equal(t, want, paste.Read([]byte(text)).Candidates[0].Kind) })
	}
}

func TestAValueThatStandsElsewhere(t *testing.T) {
	for _, text := range []string{
		"JWT_SECRET: ${{ secrets.JWT_SECRET }}", "JWT_SECRET_FILE: /run/secrets/jwt_secret", "JWT_KEY_FILE=./keys/jwt.key", "JWT_SECRET_FILE=jwt.secret",
		"JWT_SECRET=$JWT_SECRET", `secret = ENV["JWT_SECRET"]`, "secret = Rails.application.credentials.jwt_secret", "secret = settings.JWT_SECRET",
	} {
		p := paste.Read([]byte(text))
		assert.Equal(t, paste.Placeholder, p.Candidates[p.Used[0]].Kind, text)
	}
}

func TestAValueInACommandEndsAtTheBlank(t *testing.T) {
	for _, text := range []string{
		"export JWT_SECRET=@ && npm start", "JWT_SECRET=@; node app.js", "JWT_SECRET=@ npm start", "heroku config:set JWT_SECRET=@ -a acme", "fly secrets set JWT_SECRET=@ -a x",
		"JWT_SECRET='@' npm start", `export JWT_SECRET="@"; npm start`, "JWT_SECRET=@ | cat", "JWT_SECRET=@ || true", "JWT_SECRET=@ \\\n  npm start", "PORT=1 JWT_SECRET=@; npm start",
		"JWT_SECRET=@ PORT_OF=1 node app.js", "env JWT_SECRET=@ printenv", "ENV JWT_SECRET=@ PORT=1", "$ export JWT_SECRET=@ && npm start", "docker run -e JWT_SECRET=@; ls",
		"cross-env JWT_SECRET=@ npm start", "export OTHER_NAME=1 && export JWT_SECRET=@",
	} {
		text = strings.ReplaceAll(text, "@", good)
		assert.Equal(t, []string{good}, used(paste.Read([]byte(text))), text)
	}
	for text, want := range map[string]string{
		"JWT_SECRET=correct horse battery":                     "correct horse battery",
		"PORT=1\nJWT_SECRET=a b c\n":                           "a b c",
		"export JWT_SECRET=$(openssl rand -base64 32)":         "$(openssl rand -base64 32)",
		"export const SECRET_KEY = a && b":                     "a && b",
		"JWT_SECRET=a;b":                                       "a;b",
		"JWT_SECRET=a&&b":                                      "a&&b",
		`HASURA_JWT_SECRET={"type": "HS256", "key": "a b; c"}`: "a b; c",
	} {
		assert.Equal(t, []string{want}, used(paste.Read([]byte(text))), text)
	}
}

// The bodies of an Ed25519 pair that openssl made, without their frames.
const (
	publicBody  = "MCowBQYDK2VwAyEAGb9ECWmEzf6FQbrBZ9w7lshQhqowtrbLDFw4rXAxZuE="
	privateBody = "MC4CAQAwBQYDK2VwBCIEINTuctv5E1hK1bbY8fdp+K06/nwoy/HU++CXqI9EdVhC"
)

func TestRemarks(t *testing.T) {
	for text, want := range map[string]string{
		"x\n": "ends with a line end", "\uFEFFx": "byte-order mark", " x": "white space around", "ab\u200Bcd": "Character 3 cannot be seen",
		"ab\u00A0cd": "(U+00A0)", "A_SECRET=ab\u200Bcd": "Character 3 cannot be seen", "aaaa bbbb cccc\nd": "line break within", "\xff\x01\n\xfe": "no text in UTF-8", good + "0": "an odd number", "0x" + good[1:]: "an odd number",
		"A_KEY=ab$cd": "dollar sign", "A_KEY = ab;": "semicolon", "A_KEY=abc\nB_KEY=abc\n": "Two names have the same secret",
		"SECRET = getenv('S', 'x')": "everyone who reads the code", "ab+/cd-_ab+/cd-_ab+/cd-_": "both alphabets", "kL%2BmN%2F8w%3D%3D": "percent-encoded", "": "empty",
		`{"kty":"oct","k":"ab+/cd=="}`:                 "not base64url without padding",
		`{"kty":"oct","k":"!"}`:                        "not base64url",
		"kind: Secret\ndata:\n  A_KEY: c2VjcmV0Cg==":   "echo without -n",
		"kind: Secret\ndata:\n  A_KEY: not base64":     "Kubernetes refuses",
		"K7gNU3sdo+OL0wNhqoVWhr3g6s1xYv72ol/pe/Unolt=": "bits that belong to no byte",
		"secret: |\n  x\n":                             "With |- it would not",
		"${A_KEY:-b}":                                  "template",
		"s\x00e\x00c\x00r\x00e\x00t\x00s\x00!\x00":     "UTF-16",
	} {
		t.Run(text, func(t *testing.T) { assert.Contains(t, strings.Join(paste.Read([]byte(text)).Remarks, " "), want) })
	}
	for _, none := range []string{good, "ab$cd", "A_SECRET=x\n", "{\"secret\":\"x\"}\r\n", string(mustSign(t, []byte("x"))) + "\n"} {
		assert.Empty(t, paste.Read([]byte(none)).Remarks, none)
	}
}

func TestWipeOverwritesEveryCandidate(t *testing.T) {
	text := []byte(`JWT_SECRET="c2VjcmV0"` + "\n")
	p := paste.Read(text)
	assert.Greater(t, len(p.Candidates), 3)
	p.Wipe()
	for _, c := range p.Candidates {
		assert.Equal(t, make([]byte, len(c.Text)), c.Text, c.How)
	}
	assert.True(t, bytes.HasPrefix(text, []byte("JWT_SECRET")), "the text belongs to the caller")
}
