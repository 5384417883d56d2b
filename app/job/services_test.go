package job

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"jwtsecret/app/secret"
)

func TestEveryServiceHasAPairWithEveryEnvironment(t *testing.T) {
	s := Services{Services: []string{"billing", "search"}, Environments: []string{"staging", "production"}}
	var pairs []string
	for service, environment := range s.Pairs() {
		pairs = append(pairs, service+" in "+environment)
	}
	assert.Equal(t, []string{"billing in staging", "search in staging", "billing in production", "search in production"}, pairs)
	assert.Equal(t, len(pairs), s.Count())
	for range s.Pairs() { // a loop may end early
		break
	}
}

func TestALabelIsWrittenAsTheNameOfAFile(t *testing.T) {
	for label, want := range map[string]string{
		"billing": "billing", "Billing API": "billing-api", "eu_west.2": "eu-west-2", "-x--y-": "x-y", "..": "",
	} {
		assert.Equal(t, want, Slug(label), label)
	}
}

func TestFilesTravelAsTheyAreAndStayInTheMessage(t *testing.T) {
	request := Request{Services: &Services{
		Services: []string{"billing"}, Environments: []string{"production"}, Name: "JWT_SECRET", Target: "dotenv",
		Secret: secret.Request{Algorithm: secret.HS256, Size: 32, Count: 1},
	}}
	message, err := Encode(request)
	require.NoError(t, err)
	back, err := Decode[Request](message)
	require.NoError(t, err)
	assert.Equal(t, request, back)

	sent := Files{Bits: 256, Single: "a.env", SingleSize: 3, Archive: "a.zip", Content: []byte("a=\nPK\n\x00\xff\n")}
	message, err = Encode(Event{Files: &sent})
	require.NoError(t, err)
	event, err := Decode[Event](message)
	require.NoError(t, err)
	assert.Equal(t, sent, *event.Files)
	single, archive, ok := event.Files.Split()
	require.True(t, ok)
	assert.Equal(t, "a=\n", string(single))
	assert.Equal(t, "PK\n\x00\xff\n", string(archive))

	clear(event.Files.Content)
	assert.NotContains(t, string(message), "a=")
}

func TestFilesThatWereCutShortAreNotWhole(t *testing.T) {
	for _, size := range []int{-1, 4, 5} { // there is always an archive
		_, _, ok := (&Files{SingleSize: size, Content: []byte("a=\nP")}).Split()
		assert.False(t, ok, size)
	}
}
