package preset_test

import (
	"bytes"
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/golang-jwt/jwt/v5"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"go.yaml.in/yaml/v3"

	"jwtsecret/app/internal/npm"
	"jwtsecret/app/preset"
)

// reader is a program in the language of some products that signs with their library: a
// token for each of its arguments, which are the secrets as the products get them.
type reader struct {
	name    string
	program []string
	prepare []string // fails where the library is not installed
	npm     string   // the package that it needs
	presets []string // ids
}

var readers = []reader{
	{
		name:    "PyJWT",
		program: []string{"/usr/bin/python3", "-W", "error", "-c", `import jwt, sys; [print(jwt.encode({"a": 1}, k, algorithm="HS256")) for k in sys.argv[1:]]`},
		prepare: []string{"/usr/bin/python3", "-c", "import jwt"},
		presets: []string{"dify", "django", "fastapi", "flask", "open-webui"},
	},
	{
		name:    "jsonwebtoken",
		program: []string{"node", "-e", `for (const k of process.argv.slice(1)) console.log(require("jsonwebtoken").sign({ a: 1 }, k))`, "--"},
		npm:     "jsonwebtoken@9.0.2",
		presets: []string{"directus", "express", "librechat", "metabase", "n8n", "nestjs", "nextcloud-whiteboard", "onlyoffice", "strapi"},
	},
	{
		name: "ruby-jwt",
		program: []string{"ruby", "-e", `require "jwt"
c = JWT.configuration.decode
c.enforce_hmac_key_length = true if c.respond_to?(:enforce_hmac_key_length=)
ARGV.each { |k| puts JWT.encode({ a: 1 }, k, "HS256") }`, "--"},
		prepare: []string{"ruby", "-e", `require "jwt"`},
		presets: []string{"rails"},
	},
	{
		// lcobucci/jwt takes the text (InMemory::plainText), and signs with hash_hmac if it
		// has 256 bits.
		name: "PHP",
		program: []string{"php", "-r", `$url = fn($s) => rtrim(strtr(base64_encode($s), "+/", "-_"), "=");
foreach (array_slice($argv, 1) as $key) {
	if (8 * strlen($key) < 256) { exit(1); }
	$signed = $url('{"alg":"HS256","typ":"JWT"}') . "." . $url('{"a":1}');
	echo $signed . "." . $url(hash_hmac("sha256", $signed, $key, true)) . "\n";
}`, "--"},
		presets: []string{"laravel", "nextcloud-whiteboard"},
	},
	{
		// Crypt::JWT is none of the products' libraries: another opinion on the same text.
		name:    "Crypt::JWT",
		program: []string{"perl", "-e", `use Crypt::JWT "encode_jwt"; print encode_jwt(payload => {a => 1}, key => $_, alg => "HS256"), "\n" for @ARGV;`, "--"},
		prepare: []string{"perl", "-e", "use Crypt::JWT"},
		presets: []string{"apisix", "kong", "mercure", "postgrest", "supabase"},
	},
}

// run returns what the program prints, by lines, or skips the test.
func (r reader) run(t *testing.T, secrets []string) []string {
	t.Helper()
	if _, err := exec.LookPath(r.program[0]); err != nil || r.prepare != nil && exec.Command(r.prepare[0], r.prepare[1:]...).Run() != nil {
		t.Skip("left out: " + r.name + " is not installed")
	}
	command := exec.Command(r.program[0], append(r.program[1:], secrets...)...)
	command.Env = []string{"PATH=" + os.Getenv("PATH"), "HOME=" + t.TempDir()}
	if r.npm != "" {
		command.Env = append(command.Env, "NODE_PATH="+filepath.Join(npm.Install(t, r.npm), "node_modules"))
	}
	var stderr bytes.Buffer
	command.Stderr = &stderr
	out, err := command.Output()
	require.NoError(t, err, stderr.String())
	return strings.Fields(string(out))
}

func TestProgramsOfTheProductsLanguageMakeTheSameKey(t *testing.T) {
	for _, r := range readers {
		t.Run(r.name, func(t *testing.T) {
			t.Parallel()
			var secrets []string
			var keys [][]byte
			for _, id := range r.presets {
				p, ok := preset.ByID(id)
				require.True(t, ok, id)
				text := string(generated(t, p))
				secrets, keys = append(secrets, text), append(keys, bytesOf(t, p, text))
			}
			signed := r.run(t, secrets)
			require.Len(t, signed, len(keys))
			for i, key := range keys {
				_, err := jwt.Parse(signed[i], func(*jwt.Token) (any, error) { return key, nil }, jwt.WithValidMethods([]string{"HS256"}))
				assert.NoError(t, err, r.presets[i])
			}
		})
	}
}

// Synapse hands the text to Authlib.
func TestAuthlibTakesTheSecretOfSynapse(t *testing.T) {
	t.Parallel()
	const python = "/usr/bin/python3"
	if exec.Command(python, "-c", "import authlib").Run() != nil {
		t.Skip("left out: Authlib is not installed")
	}
	p, _ := preset.ByID("synapse")
	found, text := settings(t, p)
	signed, err := jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{"sub": "a"}).SignedString([]byte(text))
	require.NoError(t, err)
	const script = `import sys
from authlib.jose import JsonWebToken
print(JsonWebToken([sys.argv[1]]).decode(sys.argv[2], key=sys.argv[3])["sub"])`
	out, err := exec.Command(python, "-W", "ignore", "-c", script, found["algorithm"], signed, found["secret"]).Output()
	require.NoError(t, err)
	assert.Equal(t, "a", strings.TrimSpace(string(out)))
}

// The rule of ObtainJWTSecret in go-ethereum's node/node.go: white space at the ends and
// 0x do not count, and 32 bytes are needed.
func TestGethTakesTheFileForTheEngineAPI(t *testing.T) {
	p, _ := preset.ByID("ethereum")
	values, text := filled(t, p)
	file, err := p.Write(values)
	require.NoError(t, err)
	assert.Equal(t, text, string(file), "the file is the digits and nothing else")
	digits := strings.TrimPrefix(strings.TrimSpace(string(file)), "0x")
	assert.Len(t, bytesOf(t, p, digits), 32)
}

// The rule of unmarshalKeys in LiveKit's pkg/config/config.go: YAML, whose values must
// be strings, so a secret that looks like a number would be dropped.
func TestLiveKitReadsItsKeyAndItsSecret(t *testing.T) {
	p, _ := preset.ByID("livekit")
	for range 100 {
		values, text := filled(t, p)
		var keys map[string]any
		require.NoError(t, yaml.Unmarshal(values[0].Text, &keys))
		assert.Equal(t, map[string]any{"main": text}, keys)
	}
}

func TestHasuraReadsTheSecretOutOfItsJSON(t *testing.T) {
	p, _ := preset.ByID("hasura")
	found, text := settings(t, p)
	var config map[string]string
	require.NoError(t, json.Unmarshal([]byte(found["HASURA_GRAPHQL_JWT_SECRET"]), &config))
	assert.Equal(t, map[string]string{"type": "HS256", "key": text}, config)
}
