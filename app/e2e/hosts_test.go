package e2e

import (
	"path/filepath"
	"testing"

	"github.com/chromedp/cdproto/cdp"
	cdppage "github.com/chromedp/cdproto/page"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"jwtsecret/app/internal/hosts"
)

func TestFromOtherHostsThePageInstallsAndWorksWithoutThem(t *testing.T) {
	t.Parallel()
	dist, err := filepath.Abs("../../web/dist")
	require.NoError(t, err)
	for name, serve := range map[string]func(*testing.T, string) string{"nginx": hosts.Nginx, "caddy": hosts.Caddy} {
		t.Run(name, func(t *testing.T) {
			p := newVisibleProfile(t)
			var address string
			visited := t.Run("first visit", func(t *testing.T) { // the host stops when this part ends
				address = serve(t, dist)
				p.open(address + "/")
				p.readyOffline()
				assert.Empty(t, call(p, cdppage.GetInstallabilityErrors, cdp.Empty{}).InstallabilityErrors)
			})
			if !visited || address == "" {
				return
			}
			p.open(address + "/?alg=HS512")
			assert.Len(t, p.generate(), 86, "64 bytes as base64url")
			p.visit(address + "/trust")
			assert.Empty(t, p.complaints())
		})
	}
}
