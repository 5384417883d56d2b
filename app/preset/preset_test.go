package preset_test

import (
	"encoding/json"
	"net/url"
	"regexp"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"jwtsecret/app/export"
	"jwtsecret/app/preset"
	"jwtsecret/app/secret"
)

// each runs the test for every preset.
func each(t *testing.T, test func(t *testing.T, p preset.Preset)) {
	for _, p := range preset.All() {
		t.Run(p.ID, func(t *testing.T) { test(t, p) })
	}
}

func TestThereArePresetsForManyProducts(t *testing.T) {
	assert.GreaterOrEqual(t, len(preset.All()), 28)
}

func TestPresetsAreInTheOrderOfTheirTitles(t *testing.T) {
	before := ""
	for _, p := range preset.All() {
		title := strings.ToLower(p.Title)
		assert.Less(t, before, title, "in order, and no title twice")
		before = title
	}
}

func TestEachPresetIsFoundByItsIDThatFitsIntoAnAddress(t *testing.T) {
	seen := map[string]bool{}
	each(t, func(t *testing.T, p preset.Preset) {
		assert.Regexp(t, `^[a-z0-9]+(-[a-z0-9]+)*$`, p.ID)
		assert.False(t, seen[p.ID], "an id twice")
		seen[p.ID] = true
		found, ok := preset.ByID(p.ID)
		assert.True(t, ok)
		assert.Equal(t, p, found)
	})
	for _, id := range []string{"", "Supabase", "supabase ", "nothing"} {
		_, ok := preset.ByID(id)
		assert.False(t, ok, id)
	}
}

func TestEachPresetAsksForASecretThatCanBeMade(t *testing.T) {
	each(t, func(t *testing.T, p preset.Preset) {
		r := p.Request()
		assert.NoError(t, r.Validate())
		assert.False(t, r.TestOnly)
		assert.NotEqual(t, secret.Raw, p.Format, "a variable holds text")
	})
}

func TestEachPresetNamesItsSourceAndTheDay(t *testing.T) {
	commit := regexp.MustCompile(`/blob/[0-9a-f]{7,40}/`)
	each(t, func(t *testing.T, p preset.Preset) {
		u, err := url.Parse(p.Source.URL)
		require.NoError(t, err)
		assert.Equal(t, "https", u.Scheme)
		assert.NotEmpty(t, u.Path)
		if u.Host == "github.com" {
			assert.Regexp(t, commit, u.Path)
		}
		_, err = time.Parse(time.DateOnly, p.Source.Date)
		assert.NoError(t, err)
	})
}

// A person reads them beside the secret, on a phone too.
func TestNotesAreShortSentences(t *testing.T) {
	each(t, func(t *testing.T, p preset.Preset) {
		for _, note := range p.Notes {
			assert.Truef(t, strings.HasSuffix(note, "."), "no full stop: %s", note)
			assert.Equal(t, strings.Join(strings.Fields(note), " "), note, "white space")
			assert.LessOrEqual(t, len(note), 120, note)
		}
		assert.LessOrEqual(t, len(p.Notes), 5)
		assert.LessOrEqual(t, len(p.Place), 60)
		for _, v := range p.Variables {
			assert.LessOrEqual(t, len(v.What), 50, v.What)
			assert.False(t, strings.HasSuffix(v.What, "."), "a few words, no sentence: %s", v.What)
		}
	})
}

func TestEachPresetHasOneSecretAndVariablesWithNamesOfTheirOwn(t *testing.T) {
	each(t, func(t *testing.T, p preset.Preset) {
		keys, seen := 0, map[string]bool{}
		for _, v := range p.Variables {
			assert.NoError(t, export.CheckName(v.Name), v.Name)
			assert.False(t, seen[v.Name], "a name twice: %s", v.Name)
			seen[v.Name] = true
			if v.Role == preset.Key {
				keys++
			}
		}
		assert.Equal(t, 1, keys)
		if p.Target != "" {
			_, ok := export.TargetByID(p.Target)
			assert.True(t, ok, p.Target)
			assert.NotEmpty(t, p.Place, "a file of another kind has a name")
		}
	})
}

func TestEachVariableHasWhatItsRoleNeedsAndNothingElse(t *testing.T) {
	each(t, func(t *testing.T, p preset.Preset) {
		for _, v := range p.Variables {
			random := v.Role == preset.Other || v.Role == preset.Further
			assert.Equal(t, random, v.Size > 0, v.Name)
			assert.Equal(t, v.Role == preset.Token, v.Claims != "", v.Name)
			assert.Equal(t, v.Role == preset.Token, v.Lifetime > 0, v.Name)
			assert.Equal(t, v.Role == preset.Fixed, v.Value != "", v.Name)
			if v.Role == preset.Key {
				assert.Empty(t, v.What, "the secret is explained by the preset")
			}
			if random || v.Role == preset.Token {
				assert.NotEmpty(t, v.What, "what is %s for?", v.Name)
			}
			if v.Role == preset.Further { // a key as well as the secret
				assert.GreaterOrEqual(t, v.Size, p.Algorithm.MinSize(), v.Name)
			}
			assert.NotContains(t, []secret.Format{secret.Raw, secret.JWK}, v.Format, v.Name)
		}
	})
}

func TestClaimsAreJSONObjectsWithoutTimes(t *testing.T) {
	each(t, func(t *testing.T, p preset.Preset) {
		for _, v := range p.Variables {
			if v.Role != preset.Token {
				continue
			}
			var claims map[string]any
			require.NoError(t, json.Unmarshal([]byte(v.Claims), &claims))
			assert.NotEmpty(t, claims)
			assert.NotContains(t, claims, "iat")
			assert.NotContains(t, claims, "exp")
			assert.True(t, strings.HasSuffix(v.Claims, "}"))
		}
	})
}
