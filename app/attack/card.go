package attack

import (
	"errors"
	"time"

	"jwtsecret/app/attack/shader"
	"jwtsecret/app/guess"
	"jwtsecret/app/secret"
	"jwtsecret/app/token"
)

// Card attacks a token on a graphics card, which tries all secrets of a few characters. What
// it finds is verified here, by package crypto/hmac, before it is a hit. Candidates and their
// places are those of [Short]. It is for one goroutine, and it is not to outlive the token.
type Card struct {
	token     *token.Token
	algorithm secret.Algorithm
	try       shader.Try
	piece     int // how many candidates the next one has

	keys int           // that were tried
	busy time.Duration // the card, with that
	last time.Time     // the end of the piece before
}

const (
	// pieceLasts is about how long a piece takes. What is under way cannot be stopped, and a
	// screen that the same card draws stands still for so long.
	pieceLasts = 40 * time.Millisecond

	leastPiece = 1 << 12
)

// errStopped says that tick gave up.
var errStopped = errors.New("the search was stopped")

// OnCard prepares an attack on the token, and has the card show that it finds keys of the
// token's message: see [Card.proven]. The error is that of [New] or the card's.
func OnCard(card shader.Card, t *token.Token) (*Card, error) {
	a, err := t.Algorithm()
	if err != nil {
		return nil, err
	}
	if len(t.Signature()) != a.MinSize() {
		return nil, ErrSignature
	}
	try, err := shader.Load(card, t.SigningInput(), a.MinSize())
	if err != nil {
		return nil, err
	}
	c := &Card{token: t, algorithm: a, try: try, piece: leastPiece}
	return c, c.proven()
}

// Rate returns how many keys a second the card has tried so far.
func (c *Card) Rate() float64 {
	if c.busy == 0 {
		return 0
	}
	return float64(c.keys) / c.busy.Seconds()
}

// Measure lets the card try keys for some time, of which the first part does not count: a card
// that rests is slow at first. The keys are nobody's.
func (c *Card) Measure(while time.Duration) error {
	p := shader.Piece{Values: characters(guess.Short{Alphabet: len(guess.Alphabets()) - 1}), Bits: 8, Size: shader.MaxSize, Tag: c.tag()}
	began, warm := time.Now(), false
	_, err := c.sweep(p, power(len(p.Values), p.Size), func(uint64) bool { return false }, func(uint64) bool {
		if lasted := time.Since(began); !warm && lasted > while/2 {
			warm, c.keys, c.busy = true, 0, 0
		}
		return time.Since(began) < while || c.keys == 0
	})
	if errors.Is(err, errStopped) {
		return nil
	}
	return err
}

// Short tries all secrets of a few characters, in the order of the source of that name. It
// calls tick as [Attack.Search] does. The error is the card's; then nothing was found
// among those that were tried.
func (c *Card) Short(s guess.Short, tick func(Progress) bool) (at Progress, hit *Hit, err error) {
	at = Progress{Source: s.String(), Total: s.Count()}
	for size := 1; size <= s.Longest; size++ {
		before := at.Tried
		first, all := uint64(0), power(len(characters(s)), size)
		first, err = c.first(s, size, func(done uint64) bool {
			at.Tried = before + int(done)
			at.Place = at.Tried
			return tick(at)
		})
		if errors.Is(err, errStopped) {
			return at, nil, nil
		}
		if err != nil {
			return at, nil, err
		}
		at.Tried = before + int(min(first+1, all))
		at.Place = at.Tried
		if first < all {
			text := plain(s, size).Key(first)
			reading, _ := c.reading(text)
			return at, &Hit{text, reading, at}, nil
		}
	}
	return at, nil, nil
}

// first returns the number of the first secret of so many characters that signed the token, or
// how many there are. In hexadecimal and base64 they make keys as well: the same secrets,
// less those with other characters, in the same order. A secret that ends in the padding of
// base64 is left out: what stands before it makes the same key, and was tried before.
func (c *Card) first(s guess.Short, size int, done func(uint64) bool) (first uint64, err error) {
	whole := plain(s, size)
	first = power(len(whole.Values), size)
	for _, coded := range codings(s, size) {
		p := coded.piece
		p.Tag = c.tag()
		end := power(len(p.Values), size)
		number, err := c.sweep(p, end, func(number uint64) bool { return c.right(coded.text(number)) }, func(uint64) bool { return done(0) })
		if err != nil {
			return 0, err
		}
		if number < end {
			first = min(first, coded.among(number))
		}
	}
	whole.Tag = c.tag()
	return c.sweep(whole, first, func(number uint64) bool { return c.right(whole.Key(number)) }, done)
}

func (c *Card) tag() [16]byte { return [16]byte(c.token.Signature()[:16]) }

func (c *Card) right(text []byte) bool {
	_, right := c.reading(text)
	return right
}

func (c *Card) reading(text []byte) (token.Encoding, bool) {
	r, right := token.Match(c.token, token.Readings(text))
	clear(r.Key)
	return r.Encoding, right
}
