package main

import (
	"bytes"
	"io"
	"os"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// watched keeps the memory that its text was read into.
type watched struct {
	io.Reader
	memory [][]byte
}

func (w *watched) Read(p []byte) (int, error) {
	w.memory = append(w.memory, p)
	return w.Reader.Read(p)
}

// The spaces make the input larger than what programs read at first: what was too small
// for it is to be overwritten as well.
func TestWhatACommandReadsIsOverwritten(t *testing.T) {
	t.Chdir(t.TempDir())
	file := func(name, text string) { require.NoError(t, os.WriteFile(name, []byte(text), 0o600)) }
	const (
		key    = "correct horse battery staple, thirty-two"
		claims = `{"sub":"7"}`
	)
	file("key", key)
	file("claims", claims)
	var out bytes.Buffer
	require.Equal(t, exitFine, run([]string{"token", "sign", "-secret", "key", "claims"}, nil, &out, io.Discard, time.Now))
	token := strings.TrimSpace(out.String())
	file("token", token)

	for command, in := range map[string]string{
		"audit":                            key,
		"attack -short 1":                  token,
		"verify -secret key":               token,
		"verify -secret - token":           key,
		"token inspect":                    token,
		"token sign -secret key":           claims,
		"token sign -secret key -lasts 2m": claims,
		"token sign -secret - claims":      key,
		"keys check":                       `{"kty":"OKP","crv":"Ed25519","x":"11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo"}`,
	} {
		t.Run(command, func(t *testing.T) {
			w := &watched{Reader: strings.NewReader(in + strings.Repeat(" ", 3000))}
			require.NotEqual(t, exitUnreadable, run(strings.Fields(command), w, io.Discard, io.Discard, time.Now))
			require.NotEmpty(t, w.memory)
			for _, memory := range w.memory {
				assert.Empty(t, bytes.Trim(memory, "\x00"))
			}
		})
	}
}
