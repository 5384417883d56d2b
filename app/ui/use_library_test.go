package ui

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"jwtsecret/app/internal/npm"
	"jwtsecret/app/preset"
	"jwtsecret/app/secret"
)

func TestTheCodeReadsTheSecretAsTheProductDoes(t *testing.T) {
	for _, p := range preset.All() {
		t.Run(p.ID, func(t *testing.T) {
			u, act := using(t, "for="+p.ID)
			if p.Encrypts || p.Format == secret.JWK {
				code, problem := u.code()
				assert.Empty(t, code)
				assert.Contains(t, problem, p.Title)
				assert.NotContains(t, drawn(u), `id="library-code"`)
				assert.NotContains(t, drawn(u), `id="library"`, "no choice would change that")
				assert.Contains(t, drawn(u), problem)
				return
			}
			for _, forgotten := range []bool{false, true} { // by then it is the one that is chosen
				if forgotten {
					act(u.Work.forget)
				}
				code, problem := u.code()
				require.Empty(t, problem)
				want, err := u.library.Code(u.Work.settings.name, p.Algorithm, p.Reading)
				require.NoError(t, err)
				assert.Equal(t, want, code)
				assert.Contains(t, u.readingNote(), p.Title+" ")
				assert.Contains(t, drawn(u), ", and so does this code.")
			}
		})
	}
}

func TestTheReadingOfAProductIsSaidAboveTheCode(t *testing.T) {
	for id, want := range map[string]string{
		"supabase":    "Supabase takes the secret's text as it stands, and so does this code.",
		"ethereum":    "Ethereum (Engine API) decodes the secret as hex, and so does this code.",
		"spring-boot": "Spring Boot (jjwt) decodes the secret as base64, and so does this code.",
	} {
		u, act := using(t, "for="+id)
		assert.Equal(t, want, u.readingNote())
		act(func() { u.library = libraryByID("java-jjwt") })
		assert.Equal(t, id != "spring-boot", strings.Contains(u.readingNote(), "Do not use Keys.hmacShaKeyFor(Decoders.BASE64.decode(text)): it decodes base64"), id)
		assert.NotContains(t, drawn(u), `id="library-base64"`, "another format would change nothing")
	}
	u, _ := using(t, "")
	assert.Empty(t, u.readingNote())
}

// What stands on the page for Supabase goes together: its code takes its token.
func TestTheCodeForSupabaseTakesItsToken(t *testing.T) {
	dir := npm.Install(t, "jose@6.2.17")
	node, err := exec.LookPath("node")
	if err != nil {
		t.Skip("left out: node is not installed")
	}
	u, _ := using(t, "for=supabase")
	code, problem := u.code()
	require.Empty(t, problem)
	require.NoError(t, os.WriteFile(filepath.Join(dir, "tokens.mjs"), []byte(code), 0o600))
	ask := exec.Command(node, "--input-type=module", "-e", `import { sign, verify } from "./tokens.mjs"
console.log((await verify(process.env.ANON_KEY)).role, (await verify(await sign({ role: "mine" }))).role)`)
	ask.Dir = dir
	for _, v := range u.Work.values.all[:2] {
		ask.Env = append(ask.Env, v.Name+"="+string(v.Text))
	}
	out, err := ask.CombinedOutput()
	require.NoError(t, err, "%s", out)
	assert.Equal(t, "anon mine\n", string(out))
}
