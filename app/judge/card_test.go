package judge

import (
	"bytes"
	"encoding/binary"
	"errors"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"jwtsecret/app/attack/shader"
	"jwtsecret/app/guess"
	"jwtsecret/app/job"
	"jwtsecret/app/secret"
	"jwtsecret/app/token"
)

// fakeCard reads pieces as the shader does, and tries them by package token.
type fakeCard struct {
	adapter shader.Adapter
	input   []byte
	fails   func(shader.Piece) bool // may be nil
	closed  int
}

func (c *fakeCard) Adapter() shader.Adapter { return c.adapter }
func (c *fakeCard) Close()                  { c.closed++ }

func (c *fakeCard) Load(string, []byte, int, []byte) (func([]byte, int, int) func() ([]byte, error), error) {
	return func(b []byte, columns, rows int) func() ([]byte, error) {
		at := func(i int) int { return int(binary.LittleEndian.Uint32(b[4*i:])) }
		p := shader.Piece{Count: at(4), Size: at(7), Bits: at(8)}
		for i := range at(6) {
			p.Values = append(p.Values, byte(at(24+i)))
		}
		for i := range p.Size {
			p.First = p.First*uint64(at(6)) + uint64(at(16+i))
		}
		var tag []byte
		for i := range 4 {
			tag = binary.BigEndian.AppendUint32(tag, uint32(at(i)))
		}
		first := uint32(shader.None)
		for i := range p.Count {
			made, _ := token.Parse(token.SignInput(secret.HS256, p.Key(p.First+uint64(i)), c.input))
			if bytes.HasPrefix(made.Signature(), tag) {
				first = uint32(i)
				break
			}
		}
		return func() ([]byte, error) {
			if c.fails != nil && c.fails(p) {
				return nil, errors.New("gone")
			}
			return binary.LittleEndian.AppendUint32(binary.LittleEndian.AppendUint32(nil, first), uint32((p.Count+63)/64)), nil
		}
	}, nil
}

// attackWith has the first of two auditors attack a token signed with the key.
func attackWith(t *testing.T, key string, short *guess.Short, open func() (shader.Card, error)) (said []job.Card, end job.Event) {
	t.Helper()
	return attackOf(t, key, job.Attack{Shares: 2, Card: true, Short: short}, nil, open)
}

func attackOf(t *testing.T, key string, a job.Attack, own WordList, open func() (shader.Card, error)) (said []job.Card, end job.Event) {
	t.Helper()
	a.Token = []byte(signed(t, secret.HS256, key))
	request, err := job.Encode(job.Request{Attack: &a})
	require.NoError(t, err)
	p := measured()
	p.Card = open
	Answer(request, Lists{Own: own, Packed: noLists}, p, func(message []byte) {
		e, err := job.Decode[job.Event](bytes.Clone(message))
		require.NoError(t, err)
		if e.Card != nil {
			said = append(said, *e.Card)
		}
		end = e
	})
	return said, end
}

var upTo3 = guess.Short{Longest: 3}

func newFakeCard(t *testing.T, key string) *fakeCard {
	t.Helper()
	text := signed(t, secret.HS256, key)
	return &fakeCard{adapter: shader.Adapter{Vendor: "nvidia", Architecture: "ada-lovelace"}, input: []byte(text[:strings.LastIndexByte(text, '.')])}
}

func (c *fakeCard) open() (shader.Card, error) { return c, nil }

// 777 is in the share of the other auditor: 77 is odd.
func TestACardTriesTheSharesOfAll(t *testing.T) {
	card := newFakeCard(t, "777")
	said, end := attackWith(t, "777", &upTo3, card.open)
	require.NotNil(t, end.Hit)
	assert.Equal(t, "777", string(end.Hit.Secret))
	assert.Equal(t, 10+100+777+1, end.Hit.Place)
	require.Len(t, said, 2)
	for _, one := range said {
		assert.True(t, one.Alone)
		assert.Regexp(t, `^Your graphics card \(nvidia, ada-lovelace\) tries [1-9][0-9,]*( million)? keys a second, up to three of each secret\.$`, one.Sentence)
	}
	assert.Equal(t, 1, card.closed)
}

func TestACardThatFindsNothingHasTriedAll(t *testing.T) {
	card := newFakeCard(t, "no such")
	_, end := attackWith(t, "no such", &upTo3, card.open)
	require.NotNil(t, end.Missed)
	assert.Equal(t, 1110, end.Missed.Tried)
	assert.Equal(t, 1110, end.Missed.Place)
}

// 666 is in the share of the first auditor, which does it by itself then.
func TestWithoutACardTheProcessorTriesItsShareAndThePageIsTold(t *testing.T) {
	software := newFakeCard(t, "666")
	software.adapter = shader.Adapter{Vendor: "google", Architecture: "swiftshader", Fallback: true}
	unfit := newFakeCard(t, "666")
	unfit.input = token.Input([]byte(`{"alg":"HS256"}`), []byte(`{"iss":"another"}`))
	for name, c := range map[string]struct {
		open func() (shader.Card, error)
		want string
	}{
		"no WebGPU":    {func() (shader.Card, error) { return nil, shader.ErrMissing }, "No graphics card is used: the browser offers no WebGPU to this page, so the processor tries them all."},
		"no card":      {func() (shader.Card, error) { return nil, shader.ErrNone }, "No graphics card is used: the browser has none for this page (WebGPU), so the processor tries them all."},
		"software":     {software.open, "No graphics card is used: what the browser offers as one is software (google, swiftshader), so the processor tries them all."},
		"a wrong card": {unfit.open, "No graphics card is used: it did not pass the test with your token, so the processor tries them all."},
	} {
		t.Run(name, func(t *testing.T) {
			said, end := attackWith(t, "666", &upTo3, c.open)
			assert.Equal(t, []job.Card{{Sentence: c.want}}, said)
			require.NotNil(t, end.Hit)
			assert.Equal(t, 10+100+666+1, end.Hit.Place)
		})
	}
	assert.Equal(t, []int{1, 1}, []int{software.closed, unfit.closed})
}

// 666 is in the share of the first auditor.
func TestAnAuditorThatIsNotAskedToUsesNoCard(t *testing.T) {
	card := newFakeCard(t, "666")
	said, end := attackOf(t, "666", job.Attack{Shares: 2, Short: &upTo3}, nil, card.open)
	assert.Empty(t, said)
	require.NotNil(t, end.Hit)
	assert.Equal(t, 10+100+666+1, end.Hit.Place)
	assert.Zero(t, card.closed)
}

func TestACardThatFailsLeavesAllToTheProcessor(t *testing.T) {
	card := newFakeCard(t, "666")
	card.fails = func(p shader.Piece) bool { return len(p.Values) == 10 && p.Size == 3 && p.Bits == 8 }
	said, end := attackWith(t, "666", &upTo3, card.open)
	require.Len(t, said, 2)
	assert.Equal(t, job.Card{Sentence: "The graphics card failed, so the processor has begun again. Nothing was left out."}, said[1])
	require.NotNil(t, end.Hit)
	assert.Equal(t, 10+100+666+1, end.Hit.Place)
	assert.Equal(t, 1, card.closed)
}

// The word comes after the first report of progress, and is in the share of the first auditor.
func TestAnAttackWithWordsSaysHowFastTheCardWouldBe(t *testing.T) {
	card := newFakeCard(t, nobodys)
	said, end := attackOf(t, nobodys, job.Attack{Shares: 1, Card: true, WithFile: true}, &words{text: strings.Repeat("no\n", 10_000) + nobodys + "\n"}, card.open)
	require.Len(t, said, 1)
	assert.False(t, said[0].Alone)
	assert.Regexp(t, `^Your graphics card \(nvidia, ada-lovelace\) tries [1-9][0-9,]*( million)? keys a second for this token where it makes them itself`, said[0].Sentence)
	require.NotNil(t, end.Hit)
	assert.Equal(t, nobodys, string(end.Hit.Secret))
	assert.Equal(t, 1, card.closed)
}

func TestRatesAreInMillionsWhereTheyAreLarge(t *testing.T) {
	assert.Equal(t, "1,234 million", millions(1_234_999_999))
	assert.Equal(t, "10 million", millions(10_000_000))
	assert.Equal(t, "9,999,999", millions(9_999_999))
}
