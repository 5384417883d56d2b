package export_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"jwtsecret/app/export"
	"jwtsecret/app/secret"
)

// For each value: the error of the targets that refuse it. All others take it.
func TestWhatTargetsRefuse(t *testing.T) {
	shells := []string{"dotenv", "dotenv-local", "shell", "fish", "powershell"}
	var typed []string
	for id := range commands {
		typed = append(typed, id)
	}
	oneLine := append(slices.Clone(shells), typed...)
	text := append(slices.Clone(oneLine), "json", "yaml", "properties", "spring", "terraform", "compose", "kubernetes-string", "helm")
	env := []string{"dotenv", "dotenv-local"}
	for value, refused := range map[string]struct {
		err     error
		targets []string
	}{
		"a\nb":                                 {export.ErrLine, oneLine},
		"a\n":                                  {export.ErrLine, oneLine},
		"a\rb":                                 {export.ErrLine, oneLine},
		"a\x1b[0m":                             {export.ErrLine, oneLine},
		"a\x7f":                                {export.ErrLine, oneLine},
		"a\x00b":                               {export.ErrRaw, text},
		"\xff\xfe":                             {export.ErrRaw, text},
		"":                                     {export.ErrNoSecret, append(slices.Clone(text), "docker-secret-file", "kubernetes-data")},
		" a":                                   {export.ErrEdges, typed},
		"a\t":                                  {export.ErrEdges, typed},
		"a\u00a0":                              {export.ErrEdges, append(slices.Clone(typed), "terraform")},
		strings.Repeat("a", export.MaxTyped):   {nil, nil},
		strings.Repeat("a", export.MaxTyped+1): {export.ErrLong, typed},
		`a\`:                                   {export.ErrQuotes, env},
		`a'"`:                                  {export.ErrQuotes, env},
		`a'$`:                                  {export.ErrQuotes, env},
		"a'`":                                  {export.ErrQuotes, env},
		`a'\b`:                                 {export.ErrQuotes, env},
		`a'!`:                                  {export.ErrQuotes, env},
		`a'b`:                                  {nil, nil},
		`a"b`:                                  {nil, nil},
		`$a\b`:                                 {nil, nil},
		"a${b}":                                {export.ErrPlaceholder, []string{"spring"}},
		"a#{b}":                                {export.ErrPlaceholder, []string{"spring"}},
		"e\u0301":                              {export.ErrUnicode, []string{"terraform"}},
		"🔑":                                    {nil, nil},
	} {
		t.Run(fmt.Sprintf("%.20q", value), func(t *testing.T) {
			for _, target := range export.Targets() {
				if target.Group == export.GroupKey {
					continue // from the key, not from the value
				}
				written, err := target.Write(export.Entry{Name: "JWT_SECRET", Value: []byte(value)})
				switch {
				case !slices.Contains(refused.targets, target.ID):
					assert.NoError(t, err, target.ID)
				case value == "a\u00a0" && target.ID == "terraform":
					assert.Equal(t, export.ErrUnicode, err)
				default:
					assert.Equal(t, refused.err, err, "%s: the error holds nothing of the value", target.ID)
					assert.Nil(t, written)
				}
			}
		})
	}
}

func TestRawSecretsGoWhereBytesDo(t *testing.T) {
	raw := generate(t, secret.Raw, 32, 1)
	entry, err := export.NewEntry("JWT_SECRET", &raw[0])
	require.NoError(t, err)
	for _, target := range export.Targets() {
		_, err := target.Write(entry)
		if slices.Contains([]string{"docker-secret-file", "kubernetes-data", "jwk", "jwks"}, target.ID) {
			assert.NoError(t, err, target.ID)
		} else {
			assert.ErrorIs(t, err, export.ErrRaw, target.ID)
		}
	}
}
