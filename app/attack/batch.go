package attack

import (
	"bytes"

	"jwtsecret/app/attack/kernel"
	"jwtsecret/app/token"
)

// batch holds candidates, and the keys of all their readings, until they are
// tried together.
type batch struct {
	// run reports whether one of the keys may have made the signature.
	run func(keys []byte) bool

	keys  []byte // a block of the hash each
	block int    // the size of one, in bytes
	used  int    // how much of keys is, in bytes
	texts []byte // the candidates, one after the other
	ends  []int  // where each of them ends
	at    []int  // its place
}

// mostKeys is how many keys a candidate has at most: those of UTF-8, hexadecimal
// and one kind of base64.
const mostKeys = 3

// newBatch returns a batch that tries one key after the other.
func newBatch(hmac *hmac) batch {
	block := len(hmac.block)
	one := func(keys []byte) bool {
		for ; len(keys) > 0; keys = keys[block:] {
			if hmac.signed(keys[:block]) {
				return true
			}
		}
		return false
	}
	return batch{run: one, block: block, keys: make([]byte, kernel.Batch*block)}
}

// Vectorise lets [Attack.Search] try several keys at once, on a machine that
// starts the module of package kernel. If the machine cannot, the error is the
// machine's, and the search does without it, several times slower.
func (a *Attack) Vectorise(machine kernel.Machine) error {
	run, err := machine(a.hmac.module())
	if err == nil {
		a.batch.run = run
	}
	return err
}

// add puts a candidate with its place into the batch, which must not be full.
func (a *Attack) add(candidate []byte, place int) {
	b := &a.batch
	b.texts = append(b.texts, candidate...)
	b.ends, b.at = append(b.ends, len(b.texts)), append(b.at, place)
	a.readings(candidate, func(_ token.Encoding, key []byte) bool {
		a.hmac.fit(b.keys[b.used:][:b.block], key)
		b.used += b.block
		return true
	})
}

// full reports whether there may be no room for another candidate.
func (b *batch) full() bool { return b.used > len(b.keys)-mostKeys*b.block }

// flush tries the batch, whose last candidate is at this progress, and empties
// it. Where a key looks right, a second look at each candidate decides.
func (a *Attack) flush(at Progress) *Hit {
	b := &a.batch
	right := b.used > 0 && b.run(b.keys[:b.used])
	texts, ends, places := b.texts, b.ends, b.at
	b.used, b.texts, b.ends, b.at = 0, texts[:0], ends[:0], places[:0]
	if !right {
		return nil
	}
	at.Tried -= len(ends)
	begin := 0
	for i, end := range ends {
		at.Tried, at.Place = at.Tried+1, places[i]
		if encoding, hit := a.Try(texts[begin:end]); hit {
			return &Hit{bytes.Clone(texts[begin:end]), encoding, at}
		}
		begin = end
	}
	return nil
}
