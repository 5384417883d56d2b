package e2e

import (
	"encoding/base64"
	"encoding/hex"
	"encoding/json"
	"io"
	"math"
	"net/http"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"github.com/golang-jwt/jwt/v5"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// decoders turn what a person sees back into the key's bytes, each by the
// standard library alone.
var decoders = map[string]func(string) ([]byte, error){
	"base64url": base64.RawURLEncoding.DecodeString,
	"base64":    base64.StdEncoding.DecodeString,
	"hex":       hex.DecodeString,
	"hex-upper": hex.DecodeString,
	"raw":       hex.DecodeString,
	"jwk": func(s string) ([]byte, error) {
		var key struct{ K string }
		if err := json.Unmarshal([]byte(s), &key); err != nil {
			return nil, err
		}
		return base64.RawURLEncoding.DecodeString(key.K)
	},
}

// minimum is RFC 7518, section 3.2: as many bytes as the hash puts out.
var minimum = map[string]int{"HS256": 32, "HS384": 48, "HS512": 64}

func TestEveryAlgorithmAndFormatShowsExactlyTheBytesOfItsSize(t *testing.T) {
	t.Parallel()
	p := newPage(t)
	p.open(startServer(t).url)
	for algorithm, size := range minimum {
		p.click("#alg-" + algorithm)
		for format, decode := range decoders {
			p.run(algorithm+" "+format, func(t *testing.T) {
				p.choose("#format", format)
				text := p.generate()
				key, err := decode(text)
				require.NoError(t, err)
				assert.Len(t, key, size)
				assert.Contains(t, p.text("#facts"), strconv.Itoa(8*size)+" bits")
			})
		}
		p.run(algorithm+" alphanumeric", func(t *testing.T) {
			p.choose("#format", "alphanumeric")
			text := p.generate()
			// As few letters and digits as hold the bits: ⌈8 × size / log2 62⌉.
			want := int(math.Ceil(float64(8*size) / math.Log2(62)))
			assert.Regexp(t, regexp.MustCompile(`^[A-Za-z0-9]+$`), text)
			assert.Len(t, text, want)
		})
	}
	assert.Empty(t, p.complaints())
}

func TestTheDefaultSecretSignsATokenThatAnotherLibraryVerifies(t *testing.T) {
	t.Parallel()
	p := newPage(t)
	p.open(startServer(t).url)
	p.generate()
	p.click("#copy")
	p.waitFor(`document.querySelector("#status").textContent.startsWith("Copied.")`)

	pasted := p.clipboard()
	require.Len(t, pasted, 43)
	key, err := base64.RawURLEncoding.DecodeString(pasted)
	require.NoError(t, err)
	require.Len(t, key, 32)

	token, err := jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{"sub": "1"}).SignedString([]byte(pasted))
	require.NoError(t, err)
	verify := func(key string) error {
		_, err := jwt.Parse(token, func(*jwt.Token) (any, error) { return []byte(key), nil }, jwt.WithValidMethods([]string{"HS256"}))
		return err
	}
	assert.NoError(t, verify(pasted))
	assert.Error(t, verify(pasted[:42]+"!"), "another key does not verify")
}

func TestEveryClickShowsAnotherSecret(t *testing.T) {
	t.Parallel()
	p := newPage(t)
	p.open(startServer(t).url)
	seen := map[string]bool{}
	for range 50 {
		s := p.generate()
		require.False(t, seen[s], "a secret came twice")
		seen[s] = true
	}
}

func TestThePagesAsSentHoldNoSecret(t *testing.T) {
	t.Parallel()
	s := startServer(t)
	for _, path := range []string{"", "404"} {
		body := fetch(t, s.url+path)
		for _, marked := range regexp.MustCompile(`(?s)<[^>]*data-secret[^>]*>(.*?)</code>`).FindAllStringSubmatch(body, -1) {
			assert.Empty(t, strings.TrimSpace(marked[1]))
		}
		// Only hashes of the page's own files are as long as a secret.
		visible := regexp.MustCompile(`(?s)<[^>]*>`).ReplaceAllString(body, " ")
		assert.Empty(t, regexp.MustCompile(`[A-Za-z0-9+/_-]{32,}`).FindAllString(visible, -1))
	}
}

func fetch(t *testing.T, url string) string {
	t.Helper()
	response, err := http.Get(url)
	require.NoError(t, err)
	defer response.Body.Close()
	body, err := io.ReadAll(response.Body)
	require.NoError(t, err)
	return string(body)
}
