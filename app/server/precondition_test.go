package server

import (
	"net/http"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"jwtsecret/app/meta"
)

func TestEachEncodingHasAStrongTagOfItsOwn(t *testing.T) {
	ask := serve(t, load(t))
	seen := map[string]bool{}
	for path := range content {
		if path == "/404" {
			continue
		}
		for _, encoding := range []string{"br", "gzip", "identity"} {
			if path == "/robots.txt" && encoding != "identity" {
				continue // it is stored in no other
			}
			etag := ask(request("GET", path, "Accept-Encoding: "+encoding)).Header.Get("ETag")
			assert.Regexp(t, `^"[0-9a-f]{32}"$`, etag)
			assert.False(t, seen[etag], "%s %s", path, encoding)
			seen[etag] = true
		}
	}
}

func TestTheTagChangesWithTheStoredBytes(t *testing.T) {
	fsys := build(t, newSite())
	before, err := Load(fsys)
	require.NoError(t, err)
	// Another compressor's output: the same page in other bytes.
	fsys["site/index.html.br"].Data = append(compress(t, "br", content["/"]), 0)
	after, err := Load(fsys)
	require.NoError(t, err)
	assert.NotEqual(t, before.files["/"][0].etag, after.files["/"][0].etag)
	assert.Equal(t, before.files["/"][1].etag, after.files["/"][1].etag)
}

func TestConditionsOnTags(t *testing.T) {
	ask := serve(t, load(t))
	tag := func(encoding string) string {
		return ask(request("GET", "/", "Accept-Encoding: "+encoding)).Header.Get("ETag")
	}
	br, gzip := tag("br"), tag("gzip")
	for _, c := range []struct {
		condition string
		want      int
	}{
		{"If-None-Match: " + br, 304},
		{"If-None-Match: W/" + br, 304}, // weak comparison
		{"If-None-Match: *", 304},
		{`If-None-Match: "a", "b,c", W/"d",` + br, 304},
		{`If-None-Match: , ,"",` + br, 304},
		{`If-None-Match: "a"` + "\r\nIf-None-Match: " + br, 304},
		{"If-None-Match: " + gzip, 200}, // the tag of bytes that would not be sent
		{`If-None-Match: "a"`, 200},
		{`If-None-Match: w/` + br, 200},
		{"If-None-Match: " + br[1:len(br)-1], 200},
		{`If-None-Match: "` + br, 200},
		{`If-None-Match: "`, 200},
		{"If-None-Match:", 200},
		// What net/http makes of conditions that RFC 9110 has no rule for.
		{`If-None-Match: "a b", ` + br, 200}, // no tag holds a space, and nothing is read after it
		{`If-None-Match: "a"x` + "\r\nIf-None-Match: " + br, 200},
		{`If-None-Match: "a", *`, 304},
		{"If-Match:", 200},
		{"If-Match: " + br, 200},
		{"If-Match: *", 200},
		{`If-Match: "a", ` + br, 200},
		{"If-Match: W/" + br, 412}, // strong comparison
		{"If-Match: " + gzip, 412},
		{`If-Match: "a"`, 412},
		{`If-Match: "a"` + "\r\nIf-None-Match: " + br, 412}, // If-Match comes first
		{"If-Match: " + br + "\r\nIf-None-Match: " + br, 304},
		{"If-Match: " + br + "\r\nIf-None-Match: " + br + "\r\nRange: bytes=0-1", 304},
		{"If-Modified-Since: Fri, 01 Jan 2100 00:00:00 GMT", 200}, // files carry no date
		{"If-Unmodified-Since: Thu, 01 Jan 1970 00:00:01 GMT", 200},
	} {
		for _, method := range []string{"GET", "HEAD"} {
			a := ask(request(method, "/", "Accept-Encoding: br", c.condition))
			assert.Equal(t, c.want, a.StatusCode, "%s %s", method, c.condition)
		}
	}
}

func TestAFailedConditionIsToldInALineOfText(t *testing.T) {
	ask := serve(t, load(t))
	for _, method := range []string{"GET", "HEAD"} {
		a := ask(request(method, "/", "Accept-Encoding: br", `If-Match: "other"`))
		require.Equal(t, http.StatusPreconditionFailed, a.StatusCode)
		assert.Equal(t, "20", a.Header.Get("Content-Length"), method)
		assert.Equal(t, "text/plain; charset=utf-8", a.Header.Get("Content-Type"), method)
		assert.Empty(t, a.Header.Values("ETag"), method)
		assert.Empty(t, a.Header.Values("Content-Encoding"), method)
		assertPolicies(t, a)
		assert.Equal(t, map[string]string{"GET": "precondition failed\n"}[method], a.body)
	}
}

func TestNotModifiedUpdatesWhatIsStored(t *testing.T) {
	ask := serve(t, load(t))
	full := ask(request("GET", "/", "Accept-Encoding: br"))
	a := ask(request("GET", "/", "Accept-Encoding: br", "If-None-Match: *"))
	require.Equal(t, http.StatusNotModified, a.StatusCode)
	for _, name := range []string{"ETag", "Vary", "Cache-Control"} { // RFC 9110 §15.4.5
		assert.Equal(t, full.Header.Values(name), a.Header.Values(name), name)
	}
	assertPolicies(t, a)
	for _, name := range []string{"Content-Type", "Content-Length", "Content-Encoding"} {
		assert.Empty(t, a.Header.Values(name), name)
	}
	assert.Empty(t, a.body)
}

func TestAFileThatNobodyMayStoreHasNoTagAndIsSentWhole(t *testing.T) {
	site := newSite()
	for i, f := range site.Files {
		if f.Path == "/robots.txt" {
			site.Files[i].Headers = append([]meta.Header{{Name: "Content-Type", Value: "text/plain"}, {Name: "Cache-Control", Value: "no-store"}}, policies...)
		}
	}
	h, err := Load(build(t, site))
	require.NoError(t, err)
	a := serve(t, h)(request("GET", "/robots.txt", "If-None-Match: *", "If-Match: \"a\"", "Range: bytes=0-1"))
	assert.Equal(t, http.StatusOK, a.StatusCode)
	assert.Equal(t, content["/robots.txt"], a.body)
	assert.Empty(t, a.Header.Values("ETag"))
	assert.Equal(t, []string{"no-store"}, a.Header.Values("Cache-Control"))
}
