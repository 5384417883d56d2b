package ui

import (
	"encoding/base64"
	"encoding/hex"
	"io"
	"runtime/debug"
	"testing"
	"time"

	"github.com/maxence-charriere/go-app/v9/pkg/app"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"jwtsecret/app/export"
	"jwtsecret/app/internal/heap"
	"jwtsecret/app/job"
	"jwtsecret/app/secret/secrettest"
)

// marked is what the generator of these tests gives: a key that no constant of the
// program holds.
func marked() []byte {
	key := make([]byte, 32)
	mark(key)
	return key
}

func mark(key []byte) {
	for i := range key {
		key[i] = byte(0xC5 + 29*i*i)
	}
}

// marking gives the marked key to whoever draws 32 bytes, and a known stream to all
// others. A generator that a test has replaced is read into memory of crypto/rand's
// own, which is nobody's fault but the test's: wipe overwrites it.
type marking struct {
	others io.Reader
	drawn  [][]byte
}

func (m *marking) wipe() {
	for _, b := range m.drawn {
		clear(b)
	}
}

// markGenerator replaces the generator of this test.
func markGenerator(t *testing.T) *marking {
	t.Helper()
	m := &marking{others: secrettest.Predictable()}
	secrettest.ReplaceRandomness(t, m)
	return m
}

func (m *marking) Read(p []byte) (int, error) {
	if len(p) != 32 {
		return m.others.Read(p)
	}
	m.drawn = append(m.drawn, p)
	mark(p)
	p[31] = byte(len(m.drawn)) // a generator that repeats itself is refused
	return len(p), nil
}

// markedForms are the key as it is and as the page writes it, in pieces that no
// beginning or end of the key changes.
var markedForms = map[string]func() []byte{
	"key":       func() []byte { return marked()[4:24] },
	"base64url": func() []byte { return written(base64.RawURLEncoding.AppendEncode)[8:32] },
	"base64":    func() []byte { return written(base64.StdEncoding.AppendEncode)[8:32] },
	"hex":       func() []byte { return written(hex.AppendEncode)[8:48] },
}

func written(encode func(dst, src []byte) []byte) []byte {
	key := marked()
	defer clear(key)
	return encode(nil, key)
}

func assertGone(t *testing.T) {
	t.Helper()
	for form, text := range markedForms {
		assert.False(t, heap.Holds(t, text), form)
	}
}

// The collector rests meanwhile, so each copy that was ever made is found.
func TestAfterClearNoCopyOfASecretIsInMemory(t *testing.T) {
	for name, c := range map[string]struct {
		query string
		work  func(*work, *result, *use)
	}{
		"generated": {"", func(*work, *result, *use) {}},
		"copied":    {"", func(w *work, r *result, _ *use) { w.copyAll(); r.onCopyEnv(w.ctx, app.Event{}) }},
		"hex":       {"format=hex", func(w *work, r *result, _ *use) { w.copyAll() }},
		"a JWK":     {"format=jwk", func(w *work, r *result, _ *use) { w.copyAll() }},
		"put to use": {"", func(_ *work, _ *result, u *use) {
			for _, t := range export.Targets() {
				u.target = t
				u.onCopyTarget(u.ctx, app.Event{})
				u.onDownloadTarget(u.ctx, app.Event{})
			}
			u.onCopyValue(u.ctx, app.Event{})
		}},
	} {
		t.Run(name, func(t *testing.T) {
			defer debug.SetGCPercent(debug.SetGCPercent(-1))
			generator := markGenerator(t)
			u, act := using(t, c.query)
			w := u.Work
			w.undoTime = time.Millisecond
			require.Len(t, w.result, 1)
			held := heap.Holds(t, markedForms["base64url"]) || heap.Holds(t, markedForms["hex"])
			require.True(t, held, "the search finds it while it is on the screen")
			act(func() { c.work(w, &result{Work: w}, u) })
			act(w.clear)
			eventually(t, act, func() bool { return len(w.aside) == 0 })
			generator.wipe()
			assertGone(t)
		})
	}
}

func TestAfterClearNoCopyOfAPlansSecretsIsInMemory(t *testing.T) {
	defer debug.SetGCPercent(debug.SetGCPercent(-1))
	fresh := written(base64.RawURLEncoding.AppendEncode)
	r, act := planned(t, func(r *job.Plan) { r.New = fresh })
	act(func() { r.onClear(r.ctx, app.Event{}) })
	clear(fresh)
	assertGone(t)
}

func TestAfterClearNoCopyOfManySecretsIsInMemory(t *testing.T) {
	for _, target := range holding() {
		t.Run(target.ID, func(t *testing.T) {
			defer debug.SetGCPercent(debug.SetGCPercent(-1))
			generator := markGenerator(t)
			b, act := mountedBulk(t)
			act(func() { b.target = target })
			made(t, b, act)
			act(func() { b.onClear(b.ctx, app.Event{}) })
			generator.wipe()
			assertGone(t)
		})
	}
}

// The archive has the secrets before there is a file of it.
func TestAfterStopNoCopyOfSecretsThatWerePackedIsInMemory(t *testing.T) {
	defer debug.SetGCPercent(debug.SetGCPercent(-1))
	generator := markGenerator(t)
	b, act := mountedBulk(t)
	act(func() {
		b.make()
		for b.packing.added == 0 {
			require.False(t, b.step(b.packing))
		}
		require.True(t, heap.Holds(t, markedForms["base64url"]), "the search finds it while it is packed")
		b.onStop(b.ctx, app.Event{})
	})
	generator.wipe()
	assertGone(t)
}
