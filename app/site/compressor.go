package site

import (
	"bytes"
	"crypto/sha256"
	_ "embed"
	"encoding/hex"
	"io"
	"os"
	"path/filepath"
	"sync"
)

// options is what the compressors are asked for.
//
//go:embed compress.go
var options []byte

// compressor codes bytes, and the same bytes once: within a build, and, because
// brotli takes a quarter of a minute for the programs, from build to build. What it keeps
// is found by the hash of all that it depends on, and is used only if it decodes
// to the bytes, so a file that another build has not written to its end does no harm;
// it changes nothing but the time.
type compressor struct {
	dir  string // what is kept; may be deleted at any time
	salt []byte // go.mod and go.sum, which name the versions of the compressors, and options

	mu   sync.Mutex
	once map[string]func() ([]byte, error) // by key
}

// newCompressor returns a compressor of the module in root, which keeps what it
// makes in build/, out of version control.
func newCompressor(root string) (*compressor, error) {
	module := sourceFolder{dir: root}
	return &compressor{
		dir:  filepath.Join(root, "build", "compressed"),
		salt: append(module.read("", "go.mod", "go.sum"), options...),
		once: map[string]func() ([]byte, error){},
	}, module.err
}

// start codes body in every way in the background, for those who ask for it later.
func (c *compressor) start(body []byte) {
	for _, each := range codings {
		go func() { _, _ = c.encode(each, body) }() // whoever asks gets the error
	}
}

// encode returns body in a coding.
func (c *compressor) encode(by coding, body []byte) ([]byte, error) {
	key := c.key(by, body)
	c.mu.Lock()
	once, ok := c.once[key]
	if !ok {
		once = sync.OnceValues(func() ([]byte, error) { return c.keptOrNew(filepath.Join(c.dir, key), by, body) })
		c.once[key] = once
	}
	c.mu.Unlock()
	return once()
}

// key names what becomes of body: by the coding, at its strongest, with the
// compressors that go.mod and go.sum name.
func (c *compressor) key(by coding, body []byte) string {
	h := sha256.New()
	for _, part := range [][]byte{[]byte(by.name), c.salt, body} {
		sum := sha256.Sum256(part)
		h.Write(sum[:])
	}
	return hex.EncodeToString(h.Sum(nil))
}

func (c *compressor) keptOrNew(name string, by coding, body []byte) ([]byte, error) {
	if kept, err := os.ReadFile(name); err == nil && by.decodesTo(kept, body) {
		return kept, nil
	}
	coded, err := by.encode(body)
	if err != nil {
		return nil, err
	}
	_ = writeFile(name, coded) // a build without a place to keep it is as good
	return coded, nil
}

// encode returns body in the coding.
func (c coding) encode(body []byte) ([]byte, error) {
	var out bytes.Buffer
	w, err := c.open(&out)
	if err != nil {
		return nil, err
	}
	if _, err := w.Write(body); err != nil {
		return nil, err
	}
	err = w.Close()
	return out.Bytes(), err
}

// decodesTo reports whether coded is body in the coding.
func (c coding) decodesTo(coded, body []byte) bool {
	r, err := c.read(bytes.NewReader(coded))
	if err != nil {
		return false
	}
	plain, err := io.ReadAll(io.LimitReader(r, int64(len(body))+1))
	return err == nil && bytes.Equal(plain, body)
}
