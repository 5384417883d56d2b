package e2e

import (
	"crypto/hmac"
	"crypto/rand"
	"crypto/sha256"
	"encoding/base64"
	"encoding/hex"
	"encoding/json"
	"maps"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/golang-jwt/jwt/v5"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"jwtsecret/app/meta"
)

// smoke is an engine in which the whole site is tried, and where the site is.
type smoke struct {
	engine
	url string // without a slash at its end
}

// usable says of each page when it can be used.
var usable = map[string]string{
	"/":             `document.querySelector("#generate:not(:disabled)") !== null`,
	meta.KeysPath:   `document.querySelector("#convert:not(:disabled)") !== null`,
	meta.AuditPath:  `document.querySelector("#check:not(:disabled)") !== null`,
	meta.TokenPath:  `document.querySelector("#bench-token:not(:disabled)") !== null`,
	meta.BulkPath:   `document.querySelector("#make:not(:disabled)") !== null`,
	meta.RotatePath: `document.querySelector("#make:not(:disabled)") !== null`,
	meta.GuidePath:  alive,
	meta.TrustPath:  `document.querySelector("#build")?.textContent.length === 64`, // it has read the list of files
	aChapter:        alive,
	nowhereHere:     `document.querySelector("h1")?.textContent.includes("no page at this address") && document.querySelector("#offline-state")?.textContent`,
}

const (
	aChapter    = "/guide/secret"
	nowhereHere = "/no/such/page"
)

// open loads a page, with or without a query, and waits until it can be used.
func (s smoke) open(path string) {
	s.visit(s.url + path)
	path, _, _ = strings.Cut(path, "?")
	s.waitFor(usable[path])
}

// steps are what is tried, in this order, in every engine. The server is there for the
// first alone.
var steps = []struct {
	name string
	try  func(*testing.T, smoke)
}{
	{"every page starts", everyPageStarts},
	{"generate", generates},
	{"copy", copies},
	{"audit a secret", auditsASecret},
	{"attack a weak token", attacksAToken},
	{"verify and sign a token", verifiesAToken},
	{"bulk", makesMany},
	{"rotate", plansARotation},
	{"key pairs", makesKeyPairs},
	{"a chapter of the guide computes", computesInTheGuide},
	{"every page starts again", everyPageStarts},
}

func TestInEveryEngineTheWholeSiteWorksWithTheServerGone(t *testing.T) {
	t.Parallel()
	versions := &versions{}
	t.Cleanup(func() { versions.write(t) })
	started := maps.Clone(engines)
	started["Chromium"] = func(t *testing.T) engine { return chromium(newPageWithWorker(t)) }
	for name, start := range started {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			versions.missing(name)
			s := smoke{engine: start(t)}
			t.Run("with the server", func(t *testing.T) { // it stops when this part ends
				s.url = strings.TrimSuffix(startServer(t).url, "/")
				t.Run(steps[0].name, func(t *testing.T) { steps[0].try(t, s) })
				s.open("/")
				s.waitForText("#offline-state", "Ready offline")
				s.quiet(t)
			})
			for _, step := range steps[1:] {
				t.Run(step.name, func(t *testing.T) { step.try(t, s) })
			}
			s.quiet(t)
			if !t.Failed() {
				versions.passed(name, s.version)
			}
		})
	}
}

// newPageWithWorker is a page that installs its service worker as for a person.
func newPageWithWorker(t *testing.T) *page {
	p := newPage(t)
	p.install()
	return p
}

// quiet asserts that nobody has complained.
func (s smoke) quiet(t *testing.T) {
	t.Helper()
	if s.console != nil {
		assert.Empty(t, slices.DeleteFunc(s.console(), func(said string) bool {
			right := strings.Contains(said, "status of 404") && strings.HasSuffix(said, nowhereHere)                      // Chromium
			left := strings.Contains(said, "A ServiceWorker intercepted the request and encountered an unexpected error") // Firefox of what still loads when a page is left
			return right || left
		}))
	}
	assert.Empty(t, s.shows(".boot-notice"))
}

func everyPageStarts(t *testing.T, s smoke) {
	require.Len(t, usable, len(meta.Routes)+2, "every route, a chapter and an address without a page")
	for _, route := range meta.Routes {
		s.open(route.Path)
		assert.Equal(t, route.Title, s.text(`document.title`))
		assert.NotEmpty(t, s.shows("h1"), route.Path)
	}
	s.open(aChapter)
	s.open(nowhereHere)
	s.text(`(() => { window.isOld = true; location.reload(); return ""; })()`)
	s.waitFor(`!window.isOld && ` + usable[nowhereHere])
}

// another clicks Generate and returns the secret that comes.
func (s smoke) another() string {
	before := s.shows("#secret-0")
	s.press("#generate")
	s.waitFor(`!["", ` + quoted(before) + `].includes(document.querySelector("#secret-0").textContent)`)
	return s.shows("#secret-0")
}

func generates(t *testing.T, s smoke) {
	s.open("/")
	seen := map[string]bool{}
	for range 3 {
		text := s.another()
		key, err := base64.RawURLEncoding.Strict().DecodeString(text)
		require.NoError(t, err)
		assert.Len(t, key, 32)
		seen[text] = true
	}
	assert.Len(t, seen, 3)
	assert.Contains(t, s.shows("#facts"), "256 bits")
	s.press("#alg-HS512")
	s.fill("#format", "hex")
	key, err := hex.DecodeString(s.another())
	require.NoError(t, err)
	assert.Len(t, key, 64)
	assert.Equal(t, "?alg=HS512&format=hex", s.text(`location.search`))
}

func copies(t *testing.T, s smoke) {
	s.open("/")
	text := s.another()
	s.waitFor(`document.querySelector("#copy:not(:disabled)") !== null`)
	s.click("#copy")
	s.waitForText("#status", "Copied.")
	s.open(meta.AuditPath)
	s.text(`(() => { document.querySelector("#paste").focus(); return ""; })()`)
	s.paste()
	s.waitFor(`document.querySelector("#paste").value !== ""`)
	assert.Equal(t, text, s.value("#paste"))
}

// judged has the page judge a text.
func (s smoke) judged(text string) {
	s.press("#clear")
	s.waitForText("#status", "Cleared.")
	s.fill("#paste", text)
	s.press("#check")
	s.waitFor(`!["Cleared.", "Checking…"].includes(document.querySelector("#status").textContent)`)
}

func auditsASecret(t *testing.T, s smoke) {
	s.open(meta.AuditPath)
	key := make([]byte, 32)
	_, _ = rand.Read(key)
	for text, want := range map[string]string{
		hex.EncodeToString(key):                  "no-defect",
		"a-string-secret-at-least-256-bits-long": "unusable", // of a library's documentation
		"hunter2":                                "unusable",
		strings.Repeat("a", 64):                  "guessable",
	} {
		s.judged(text)
		assert.Equal(t, want, s.text(`document.querySelector("#verdict-HS256").dataset.verdict`), text)
	}
}

func attacksAToken(t *testing.T, s smoke) {
	token, err := jwt.NewWithClaims(jwt.SigningMethodHS384, jwt.MapClaims{"sub": "42"}).SignedString([]byte("your-256-bit-secret"))
	require.NoError(t, err)
	s.open(meta.AuditPath)
	s.judged(token)
	assert.Contains(t, s.shows("#token-payload"), "42")
	s.press("#attack")
	s.waitFor(`document.querySelector("#hit")?.textContent === "your-256-bit-secret"`)
	s.waitForText("#attack-status", "Found: guess number ")
}

// benchSays waits until the bench says this of what stands on it now.
func (s smoke) benchSays(word string) {
	s.waitFor(`document.querySelector(".bench.changed") === null && ` + shown(".bench .badge") + ` === ` + quoted(word))
}

func verifiesAToken(t *testing.T, s smoke) {
	key := "the bytes of a key, and not its text"
	theirs, err := jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{"sub": "1"}).SignedString([]byte(key))
	require.NoError(t, err)
	s.open(meta.TokenPath)
	s.fill("#bench-token", "Authorization: Bearer "+theirs)
	s.benchSays("Not checked")
	assert.JSONEq(t, `{"alg":"HS256","typ":"JWT"}`, s.value("#bench-header"))
	assert.JSONEq(t, `{"sub":"1"}`, s.value("#bench-claims"))
	s.fill("#bench-secret", "another")
	s.benchSays("Signature does not fit")
	s.fill("#bench-secret", base64.StdEncoding.EncodeToString([]byte(key)))
	s.benchSays("Signature fits")
	s.fill("#bench-claims", `{"sub":"2"}`)
	s.benchSays("Signed")

	ours := s.value("#bench-token")
	input, signature, _ := cutLast(ours, ".")
	mac := hmac.New(sha256.New, []byte(key))
	mac.Write([]byte(input))
	assert.Equal(t, base64.RawURLEncoding.EncodeToString(mac.Sum(nil)), signature)
	claims := jwt.MapClaims{}
	_, err = jwt.ParseWithClaims(ours, claims, func(*jwt.Token) (any, error) { return []byte(key), nil }, jwt.WithValidMethods([]string{"HS256"}))
	require.NoError(t, err)
	assert.Equal(t, jwt.MapClaims{"sub": "2"}, claims)
}

// cutLast cuts around the last separator.
func cutLast(s, separator string) (before, after string, found bool) {
	i := strings.LastIndex(s, separator)
	if i < 0 {
		return s, "", false
	}
	return s[:i], s[i+len(separator):], true
}

func makesMany(t *testing.T, s smoke) {
	s.open(meta.BulkPath)
	s.fill("#services", "billing\nSearch API\nmail")
	s.press("#make")
	s.waitForText("#status", "9 secrets are ready: 256 bits each.") // in three environments
	s.waitFor(`document.querySelector("#download-single:not(:disabled)") !== null`)
	distinct := map[string]bool{}
	for name, value := range assigned(s.download("#download-single")) {
		key, err := base64.RawURLEncoding.Strict().DecodeString(value)
		require.NoError(t, err, name)
		assert.Len(t, key, 32, name)
		distinct[value] = true
		assert.NotContains(t, s.text(`document.documentElement.outerHTML`), value)
	}
	assert.Len(t, distinct, 9)
}

func plansARotation(t *testing.T, s smoke) {
	s.open(meta.RotatePath)
	s.fill("#previous", oldSecret)
	s.press("#make-secret")
	s.waitForText("#status", "A new secret of")
	fresh := s.value("#new")
	key, err := base64.RawURLEncoding.Strict().DecodeString(fresh)
	require.NoError(t, err)
	assert.Len(t, key, 32)
	s.fill("#lifetime", "8")
	s.fill("#start", "2027-03-27T10:00")
	s.press("#make")
	s.waitForText("#status", "The plan is ready: 3 deployments, 7 steps.")

	prepare, change := variables(t, s.shows("#env-prepare")), variables(t, s.shows("#env-switch"))
	assert.Equal(t, []string{oldSecret, fresh}, []string{prepare["JWT_SECRET"], prepare["JWT_SECRET_NEXT"]})
	assert.Equal(t, []string{fresh, oldSecret}, []string{change["JWT_SECRET"], change["JWT_SECRET_PREVIOUS"]})
	start, err := time.ParseInLocation("2006-01-02T15:04", "2027-03-27T10:00", time.Local) // the browser's zone too
	require.NoError(t, err)
	until := start.Add(2*time.Hour + 8*time.Hour + 2*time.Minute) // two deployments of an hour, the life of a token, skew
	assert.Equal(t, until.UTC().Format(time.RFC3339), change["JWT_SECRET_PREVIOUS_UNTIL"])
	var set struct{ Keys []struct{ Kid, K string } }
	require.NoError(t, json.Unmarshal([]byte(s.shows("#jwks-switch")), &set))
	bytes := map[string]string{}
	for _, k := range set.Keys {
		key, err := base64.RawURLEncoding.DecodeString(k.K)
		require.NoError(t, err)
		bytes[k.Kid] = string(key)
	}
	assert.Equal(t, map[string]string{change["JWT_SECRET_KID"]: fresh, change["JWT_SECRET_PREVIOUS_KID"]: oldSecret}, bytes)
}
