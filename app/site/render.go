package site

import (
	"fmt"
	"net/http"
	"net/http/httptest"

	"github.com/maxence-charriere/go-app/v9/pkg/app"

	"jwtsecret/app/meta"
)

// bundle tells go-app's handler that it has no files to serve: everything but
// the pages' bodies and one script comes from this package.
type bundle struct{}

func (bundle) Package() string { return "" }
func (bundle) Static() string  { return "" }
func (bundle) AppWASM() string { return "" }

// request asks go-app's handler for a path, in memory. The handler must never
// see a network: it would serve any file of its folder and fetch addresses
// that its caller chooses.
func request(path string) ([]byte, error) {
	handler := &app.Handler{
		Name:         meta.Name,
		Version:      meta.Version, // without one, go-app puts the time here
		LoadingLabel: "Loading…",
		Resources:    bundle{},
	}
	answer := httptest.NewRecorder()
	handler.ServeHTTP(answer, httptest.NewRequest(http.MethodGet, path, nil))
	if answer.Code != http.StatusOK {
		return nil, fmt.Errorf("%w: %s: status %d", ErrRender, path, answer.Code)
	}
	return answer.Body.Bytes(), nil
}

// renderPages renders every route and the page for all other paths.
func renderPages(t table, a assets) ([]File, error) {
	var pages []File
	for _, route := range append([]meta.Route{meta.NotFound}, meta.Routes...) {
		if route.Path == meta.GuidePath { // see guidePages
			continue
		}
		page, err := renderPage(route, t, a)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", route.Path, err)
		}
		pages = append(pages, newFile(route.Path, route.File, page))
	}
	return pages, nil
}
