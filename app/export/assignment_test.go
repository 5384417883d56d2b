package export_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"

	"jwtsecret/app/export"
)

func TestAnAssignmentIsNotTakenForAName(t *testing.T) {
	for _, text := range []string{
		"JWT_SECRET=abc", "JWT_SECRET = abc", "export JWT_SECRET=abc", "  JWT_SECRET='abc'\n", "set JWT_SECRET=abc", `$env:JWT_SECRET = "abc"`,
		"JWT_SECRET: abc", `"JWT_SECRET": "abc"`, `"JWT_SECRET":"abc",`, "'JWT_SECRET':'abc'", "- JWT_SECRET=abc", "JWT_SECRET: abc=", "JWT_SECRET=abc=",
		"JWT_SECRET=GawgguFyGrWKav7AX4VKUg", "JWT_SECRET=GawgguFyGrWKav7AX4VKUg==\nOTHER=1", "JWT_SECRET=" + strings.Repeat("=a", 1000),
	} {
		t.Run(text[:min(40, len(text))], func(t *testing.T) {
			assert.Equal(t, export.ErrNameAssignment, export.CheckName(text), "exactly this error, so that it quotes nothing")
		})
	}
	assert.ErrorIs(t, export.ErrNameAssignment, export.ErrNameSecret, "its value may be one")
}

func TestASecretWithAnEqualsSignIsNoAssignment(t *testing.T) {
	for _, text := range []string{
		"GawgguFyGrWKav7AX4VKUg==", "GawgguFyGrWKav7AX4VKUg=", "GawgguFyGrWKav7AX4VKUg=GawgguFyGrWKav7AX4VKUg=",
		`{"kty":"oct","k":"GawgguFyGrWKav7AX4VKUg"}`, "base64:GawgguFyGrWKav7AX4VKUg==", "+8a9GawgguFyGrWKav7AX4VK/Ug=a",
		"-----BEGIN PRIVATE KEY-----\nMC4CAQAwBQYDK2VwBCIEIHcHbQpzGKV9PBbBclGyZkXfTC+H68CZKrF3+6UduSwq=\n-----END",
	} {
		t.Run(text, func(t *testing.T) { assert.Equal(t, export.ErrNameSecret, export.CheckName(text)) })
	}
	assert.Equal(t, export.ErrNameCharacter, export.CheckName("YWJjZA=="), "too short for a secret, but padded like one")
}

// A paste may be of any length, and have = anywhere.
func TestNoTextWithAnEqualsSignIsAName(t *testing.T) {
	for _, size := range []int{1, 2, 10, 44, 64, 65, 1000, 65_536} {
		for _, of := range []string{"a", "A_", "_", "9aZ", "é", " "} {
			text := strings.Repeat(of, size)[:size]
			for _, at := range []int{0, 1, size / 2, size - 1, size} {
				pasted := text[:at] + "=" + text[at:]
				err := export.CheckName(pasted)
				if assert.Error(t, err, "%d of %q, = at %d", size, of, at) && size > 60 {
					assert.NotContains(t, err.Error(), pasted)
				}
			}
		}
	}
}
