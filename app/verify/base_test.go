package verify

import (
	"encoding/json"
	"net/http"
	"net/http/httptest"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"jwtsecret/app/meta"
	"jwtsecret/app/server"
)

func TestASiteBelowAPathIsComparedWithABuildForThatPath(t *testing.T) {
	fsys, want := small(t)
	want.Base = "/tools/jwt"
	for i := range want.Files {
		want.Files[i].Path = want.Base + want.Files[i].Path
	}
	description, err := json.Marshal(want)
	require.NoError(t, err)
	fsys[meta.SiteFile].Data = description
	h, err := server.Load(fsys)
	require.NoError(t, err)
	ts := httptest.NewServer(h)
	t.Cleanup(ts.Close)

	for _, address := range []string{ts.URL + "/tools/jwt/", ts.URL + "/tools/jwt"} {
		found, err := Site(t.Context(), address, want)
		require.NoError(t, err)
		assert.Empty(t, found, address)
	}
	for _, address := range []string{ts.URL, ts.URL + "/", ts.URL + "/tools/", ts.URL + "/tools/jwt//", ts.URL + "/tools/jwt/trust"} {
		_, err := Site(t.Context(), address, want)
		assert.ErrorIs(t, err, ErrAddress, address)
		assert.ErrorContains(t, err, "/tools/jwt/", address)
	}

	_, elsewhere := small(t)
	found, err := Site(t.Context(), ts.URL, elsewhere)
	require.NoError(t, err)
	assert.Len(t, found, 5, "all six files but the page that every other path gets are missing at the root: %v", found)

	tagging := httptest.NewServer(changed(h, func(r *http.Request, a *httptest.ResponseRecorder) {
		if r.URL.Path == want.At(meta.ServiceWorkerPath) {
			a.Header().Set("Etag", `"visitor-7"`)
		}
	}))
	t.Cleanup(tagging.Close)
	found, err = Site(t.Context(), tagging.URL+"/tools/jwt/", want)
	require.NoError(t, err)
	require.Len(t, found, 1)
	assert.Equal(t, "header Etag", found[0].What)
}
