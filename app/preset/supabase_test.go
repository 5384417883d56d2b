package preset_test

import (
	"fmt"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/golang-jwt/jwt/v5"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"jwtsecret/app/internal/npm"
	"jwtsecret/app/preset"
)

// The claims and the five years of 365 days are those of utils/generate-keys.sh, in the
// order in which it writes them.
var supabaseRoles = map[string]string{"ANON_KEY": "anon", "SERVICE_ROLE_KEY": "service_role"}

func supabase(t *testing.T) map[string]string {
	t.Helper()
	p, ok := preset.ByID("supabase")
	require.True(t, ok)
	found, _ := settings(t, p)
	return found
}

func TestSupabaseGetsTheTokensThatItsOwnScriptMakes(t *testing.T) {
	found := supabase(t)
	for name, role := range supabaseRoles {
		iat := now.Unix()
		header := `{"alg":"HS256","typ":"JWT"}`
		payload := fmt.Sprintf(`{"role":"%s","iss":"supabase","iat":%d,"exp":%d}`, role, iat, iat+5*3600*24*365)
		assert.Equal(t, opensslToken(t, header, payload, found["JWT_SECRET"]), found[name])
	}
}

// opensslToken signs with openssl, as the script does.
func opensslToken(t *testing.T, header, payload, secret string) string {
	t.Helper()
	if _, err := exec.LookPath("openssl"); err != nil {
		t.Skip("left out: openssl is not installed")
	}
	const script = `url() { openssl enc -base64 -A | tr '+/' '-_' | tr -d =; }
signed=$(printf %s "$1" | url).$(printf %s "$2" | url)
printf %s "$signed.$(printf %s "$signed" | openssl dgst -sha256 -hmac "$3" -binary | url)"`
	out, err := exec.Command("sh", "-c", script, "sh", header, payload, secret).Output()
	require.NoError(t, err)
	return string(out)
}

func TestGolangJWTTakesTheTokensOfSupabaseForFiveYears(t *testing.T) {
	found := supabase(t)
	for name, role := range supabaseRoles {
		for after, valid := range map[time.Duration]bool{time.Second: true, (5*365*24 - 1) * time.Hour: true, (5*365*24 + 1) * time.Hour: false} {
			parsed, err := jwt.Parse(found[name], func(*jwt.Token) (any, error) { return []byte(found["JWT_SECRET"]), nil },
				jwt.WithValidMethods([]string{"HS256"}), jwt.WithIssuer("supabase"), jwt.WithIssuedAt(), jwt.WithExpirationRequired(),
				jwt.WithTimeFunc(func() time.Time { return now.Add(after) }))
			if !valid {
				assert.ErrorIs(t, err, jwt.ErrTokenExpired)
				continue
			}
			require.NoError(t, err)
			assert.Equal(t, role, parsed.Claims.(jwt.MapClaims)["role"])
		}
		_, err := jwt.Parse(found[name], func(*jwt.Token) (any, error) { return []byte(found["SECRET_KEY_BASE"]), nil })
		assert.ErrorIs(t, err, jwt.ErrTokenSignatureInvalid)
	}
}

func TestJoseTakesTheTokensOfSupabase(t *testing.T) {
	t.Parallel()
	modules := filepath.Join(npm.Install(t, "jose@6.2.17"), "node_modules")
	node, err := exec.LookPath("node")
	if err != nil {
		t.Skip("left out: node is not installed")
	}
	found := supabase(t)
	const script = `const { jwtVerify } = require("jose");
const [secret, time, ...tokens] = process.argv.slice(1);
(async () => {
	for (const token of tokens) {
		const { payload } = await jwtVerify(token, new TextEncoder().encode(secret),
			{ algorithms: ["HS256"], issuer: "supabase", requiredClaims: ["iat", "exp"], currentDate: new Date(time) });
		console.log(payload.role);
	}
})().catch((e) => { console.error(e.code); process.exit(1); });`
	command := exec.Command(node, "-e", script, "--", found["JWT_SECRET"], now.Format(time.RFC3339), found["ANON_KEY"], found["SERVICE_ROLE_KEY"])
	command.Env = []string{"NODE_PATH=" + modules}
	out, err := command.Output()
	require.NoError(t, err)
	assert.Equal(t, []string{"anon", "service_role"}, strings.Fields(string(out)))
}
