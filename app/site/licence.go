package site

// licences are those of the libraries in programs that people run, by the names of
// the SPDX list. Somebody has looked at each; the tests read the texts.
var licences = map[string]string{
	"std":                                    "BSD-3-Clause",
	"github.com/cloudflare/circl":            "BSD-3-Clause",
	"github.com/google/uuid":                 "BSD-3-Clause",
	"github.com/maxence-charriere/go-app/v9": "MIT",
	"golang.org/x/sys":                       "BSD-3-Clause",
	"golang.org/x/text":                      "BSD-3-Clause",
}
