package server

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestTheBestAcceptedEncodingIsSent(t *testing.T) {
	const none = ""
	ask := serve(t, load(t))
	for accept, want := range map[string]string{
		"br":                             "br",
		"gzip":                           "gzip",
		"gzip, deflate, br, zstd":        "br", // what browsers send
		"gzip,br":                        "br",
		"*":                              "br",
		"identity, *":                    "br",
		"identity, gzip, br":             "br",
		"gzip;q=0.8, br;q=0.8":           "br",
		"gzip;q=0.9, br;q=0.899":         "gzip",
		"br;q=0.001":                     "br",
		"br;q=0":                         none,
		"br;q=0.000, gzip":               "gzip",
		"br;q=0, *":                      "gzip",
		"*;q=0":                          none,
		"*;q=0, gzip":                    "gzip",
		"*;q=0.5, identity":              none,
		"*;q=0.5, br;q=0.2, gzip;q=0.1":  none, // identity is one of *
		"identity;q=0.5, gzip;q=0.4":     none,
		"identity;q=0.5, gzip;q=0.5":     "gzip",
		"identity":                       none,
		"":                               none,
		"zstd, deflate":                  none,
		"GZIP":                           "gzip",
		"x-gzip":                         "gzip",
		"Br;Q=1.000":                     "br",
		" br \t;\t q=1. ,":               "br",
		",, ,gzip":                       "gzip",
		"br, br;q=0":                     none,
		"identity;q=0":                   none, // nothing is acceptable: see file.choose
		"identity;q=0, br;q=0, gzip;q=0": none,
		"identity;q=0, gzip;q=0.1":       "gzip",
		"bread, gzipped":                 none,
		"b r":                            none,
		// A malformed member is as if it were not there.
		"br;q=1.001, gzip;q=0.1":  "gzip",
		"br;q=2, gzip;q=0.1":      "gzip",
		"br;q=-1, gzip;q=0.1":     "gzip",
		"br;q=0.1234, gzip;q=0.1": "gzip",
		"br;q=.9, gzip;q=0.1":     "gzip",
		"br;q=0.x, gzip;q=0.1":    "gzip",
		"br;q=0.:, gzip;q=0.1":    "gzip", // the character after 9
		"br;q=, gzip;q=0.1":       "gzip",
		"br;, gzip;q=0.1":         "gzip",
		"br;level=9, gzip;q=0.1":  "gzip",
		"br;q=1;x=1, gzip;q=0.1":  "gzip",
	} {
		a := ask(request("GET", "/", "Accept-Encoding: "+accept))
		assert.Equal(t, want, a.Header.Get("Content-Encoding"), accept)
		assert.Equal(t, content["/"], decompress(t, want, []byte(a.body)), accept)
	}
}

func TestWithoutAcceptEncodingTheFileIsSentPlain(t *testing.T) {
	assert.Equal(t, content["/"], serve(t, load(t))(request("GET", "/")).body)
}

func TestLinesOfAcceptEncodingAreOneList(t *testing.T) {
	a := serve(t, load(t))(request("GET", "/", "Accept-Encoding: gzip;q=0.5", "Accept-Encoding: br;q=0.4"))
	assert.Equal(t, "gzip", a.Header.Get("Content-Encoding"))
}

func FuzzAcceptEncoding(f *testing.F) {
	for _, line := range []string{"", "br", "gzip, deflate, br", "*;q=0.5, br;q=0", "br;q=1.001", ";;q=,=,", "br;q=0.9999", "\xff;q=\x00"} {
		f.Add(line)
	}
	f.Fuzz(func(t *testing.T, line string) {
		for _, coding := range []string{"br", "gzip", "identity"} {
			q := weight([]string{line}, coding)
			assert.True(t, 0 <= q && q <= 1, "%q: %v", line, q)
			// Order matters only between mentions of the same coding.
			assert.Equal(t, q, weight([]string{"deflate," + line + ",zstd;q=0.3"}, coding), "%q", line)
		}
		// Whatever came before, the last mention of a coding decides.
		assert.Equal(t, 1.0, weight([]string{line + ",br"}, "br"), "%q", line)
		assert.Equal(t, 0.125, weight([]string{line, "gzip;q=0.125"}, "gzip"), "%q", line)
		assert.Zero(t, weight([]string{line + ",*,identity;q=0"}, "identity"), "%q", line)
	})
}
