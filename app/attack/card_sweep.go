package attack

import (
	"bytes"
	stdhmac "crypto/hmac"
	"crypto/sha256"
	"crypto/sha512"
	"hash"
	"time"

	"jwtsecret/app/attack/shader"
	"jwtsecret/app/secret"
)

// underWay is a piece that the card works on.
type underWay struct {
	shader.Piece
	began time.Time
	wait  func() (uint32, error)
}

// sweep tries all numbers below the end, and returns the first one that is right, or the end.
// The card works on one piece while the answer to another is read. done gets how many were
// tried, and stops the search if it returns false, which is the error [errStopped].
func (c *Card) sweep(p shader.Piece, end uint64, right func(uint64) bool, done func(uint64) bool) (first uint64, err error) {
	var ways []underWay
	defer func() { // the next sweep needs the place
		for _, w := range ways {
			_, _ = w.wait()
		}
	}()
	for next := uint64(0); next < end || len(ways) > 0; {
		for len(ways) < 2 && next < end {
			p.First, p.Count = next, int(min(uint64(c.piece), end-next))
			next += uint64(p.Count)
			ways = append(ways, c.begin(p))
		}
		w := ways[0]
		ways = ways[1:]
		first, hit, err := c.end(w, right)
		if err != nil || hit {
			return first, err
		}
		if !done(w.First + uint64(w.Count)) {
			return 0, errStopped
		}
	}
	return end, nil
}

func (c *Card) begin(p shader.Piece) underWay { return underWay{p, time.Now(), c.try(p)} }

// end returns the first number of a piece that is right. What looked right and is not is
// passed over.
func (c *Card) end(w underWay, right func(uint64) bool) (first uint64, hit bool, err error) {
	found, err := w.wait()
	if err != nil {
		return 0, false, err
	}
	c.count(w)
	for found != shader.None {
		first = w.First + uint64(found)
		if found >= uint32(w.Count) {
			return 0, false, shader.ErrCard
		}
		if right(first) {
			return first, true, nil
		}
		w.First, w.Count = first+1, w.Count-int(found)-1
		if w.Count == 0 {
			break
		}
		if found, err = c.try(w.Piece)(); err != nil {
			return 0, false, err
		}
	}
	return 0, false, nil
}

// count takes the time of a piece, and makes the next one larger or smaller, so that it
// takes as long as it should.
func (c *Card) count(w underWay) {
	began := w.began
	if c.last.After(began) { // it waited for the one before
		began = c.last
	}
	c.last = time.Now()
	took := c.last.Sub(began)
	c.keys += w.Count
	c.busy += took
	switch {
	case w.Count < c.piece: // the last one, or one of before
	case took < pieceLasts/8:
		c.piece = min(8*c.piece, shader.MaxCount)
	case took < pieceLasts/2:
		c.piece = min(2*c.piece, shader.MaxCount)
	case took > 2*pieceLasts:
		c.piece = max(c.piece/2, leastPiece)
	}
}

// proven has the card find keys whose tags are made here, of every kind that it makes. Nobody
// has tested this program on all cards and drivers that there are: a wrong one is found here,
// and not believed.
func (c *Card) proven() error {
	for _, p := range proofs() {
		number := power(len(p.Values), p.Size) * 2 / 3
		key := p.Key(number)
		p.First, p.Count = number-min(number, 100), 200
		p.Count = int(min(uint64(p.Count), power(len(p.Values), p.Size)-p.First))
		p.Tag = [16]byte(tagBy(c.algorithm, key, c.token.SigningInput())[:16])
		found, err := c.try(p)()
		switch {
		case err != nil:
			return err
		case found >= uint32(p.Count) || !bytes.Equal(p.Key(p.First+uint64(found)), key):
			return shader.ErrCard
		}
		p.Tag[15] ^= 1
		if found, err = c.try(p)(); err != nil || found != shader.None {
			return shader.ErrCard
		}
	}
	return nil
}

// tagBy is the tag that a key makes of a message (RFC 7518 §3.2).
func tagBy(a secret.Algorithm, key, message []byte) []byte {
	made := func(h func() hash.Hash) []byte {
		mac := stdhmac.New(h, key)
		mac.Write(message)
		return mac.Sum(nil)
	}
	switch a {
	case secret.HS384:
		return made(sha512.New384)
	case secret.HS512:
		return made(sha512.New)
	default:
		return made(sha256.New)
	}
}
