package verify

import (
	"net/http"
	"net/http/httptest"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// A host may offer a file as the dictionary of its next versions, in the words of the build
// alone: in others, a browser would tell it about other requests what it has stored.
func TestADictionaryIsOfferedAsTheBuildSaysOrNotAtAll(t *testing.T) {
	_, want := small(t)
	for i := range want.Files {
		if want.Files[i].Path == "/assets/a.0123456789ab.js" {
			want.Files[i].Dictionary = `match="a.*.js"`
		}
	}
	for offered, differences := range map[string]int{"": 0, `match="a.*.js"`: 0, `match="/*"`: 1, `match="a.*.js", id="visitor"`: 1} {
		ts := httptest.NewServer(changed(smallServer(t), func(r *http.Request, a *httptest.ResponseRecorder) {
			if offered != "" && r.URL.Path == "/assets/a.0123456789ab.js" {
				a.Header().Set("Use-As-Dictionary", offered)
			}
		}))
		found, err := Site(t.Context(), ts.URL, want)
		require.NoError(t, err)
		assert.Len(t, found, differences, offered)
		ts.Close()
	}
	assert.Len(t, onTrust(t, func(h http.Header) { h.Set("Use-As-Dictionary", `match="a.*.js"`) }), 1, "a file that is none")
	assert.Len(t, onTrust(t, func(h http.Header) { h.Set("Use-As-Dictionary", "") }), 1, "nor with an empty value")
}
