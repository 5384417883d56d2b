package hosts

import (
	"os"
	"os/exec"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/require"
)

// caddyAlone keeps Caddy from opening its port for administration.
const caddyAlone = "{\n\tadmin off\n}\n"

// Caddy serves the build in the folder dist with Caddy, as [Nginx] does.
func Caddy(t *testing.T, dist string) string {
	caddy := installed(t, "caddy", "caddy")
	folder, address := t.TempDir(), freeAddress(t)
	site := adapted(t, dist, "Caddyfile", "example.org {", "http://"+address+" {", "/srv/jwtsecret/site", filepath.Join(dist, "site"))
	conf := filepath.Join(folder, "Caddyfile")
	require.NoError(t, os.WriteFile(conf, []byte(caddyAlone+site), 0o600))
	host := exec.Command(caddy, "run", "--adapter", "caddyfile", "--config", conf)
	host.Env = append(os.Environ(), "HOME="+folder, "XDG_CONFIG_HOME="+folder, "XDG_DATA_HOME="+folder)
	return started(t, address, host)
}
