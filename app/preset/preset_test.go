package preset

import (
	"testing"
	"time"

	"github.com/golang-jwt/jwt/v5"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestTheTokensOfSupabaseVerifyWithItsSecret(t *testing.T) {
	p, ok := ByID("supabase")
	require.True(t, ok)
	values, err := p.Fill([]byte("a-secret-of-a-test-0123456789abcdefghijklm"), time.Unix(1_800_000_000, 0))
	require.NoError(t, err)
	for _, v := range values[1:3] {
		read, err := jwt.Parse(string(v.Text), func(*jwt.Token) (any, error) { return values[0].Text, nil },
			jwt.WithTimeFunc(func() time.Time { return time.Unix(1_800_000_001, 0) }))
		require.NoError(t, err)
		assert.Equal(t, "supabase", read.Claims.(jwt.MapClaims)["iss"])
	}
}
