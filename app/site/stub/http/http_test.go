package http

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

type answer struct{ status int }

func (a *answer) Header() Header            { return Header{} }
func (a *answer) Write([]byte) (int, error) { return 0, nil }
func (a *answer) WriteHeader(status int)    { a.status = status }

func TestNothingIsFetched(t *testing.T) {
	response, err := Get("https://example.org")
	assert.Nil(t, response)
	assert.ErrorIs(t, err, ErrRemoved)
}

func TestNoFileIsServed(t *testing.T) {
	var a answer
	FileServer(Dir("/")).ServeHTTP(&a, &Request{})
	assert.Equal(t, StatusNotFound, a.status)
}

func TestAHeaderKeepsWhatIsSet(t *testing.T) {
	h := Header{}
	h.Set("A", "b")
	assert.Equal(t, "b", h.Get("A"))
	assert.Empty(t, h.Get("C"))
}
