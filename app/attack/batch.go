package attack

import "bytes"

// batch holds candidates, and the keys of all their readings, until they are
// tried together.
type batch struct {
	// run reports whether one of the keys may have made the signature. It is nil where
	// no machine does that.
	run func(keys []byte) bool

	keys  []byte // a block of the hash each
	sizes []int  // of what was put into each of them last, in bytes
	block int    // the size of one, in bytes
	used  int    // how many keys there are
	texts []byte // the candidates, one after the other
	ends  []int  // where each of them ends
	at    []int  // its place
}

// batchKeys is how many keys wait at most until they are tried.
const batchKeys = 1024

// mostKeys is how many keys a candidate has at most: those of UTF-8, hexadecimal
// and one kind of base64.
const mostKeys = 3

// together lets the search try keys with run, or one by one if that is nil.
func (a *Attack) together(run func(keys []byte) bool) {
	a.batch, a.queue = batch{run: run}, queue{}
	if run != nil {
		a.batch.block = a.hmac.block
		a.batch.keys = make([]byte, batchKeys*a.hmac.block)
		a.batch.sizes = make([]int, batchKeys)
	}
}

// add puts a candidate with its place into the batch, which must not be full.
func (a *Attack) add(candidate []byte, place int) {
	b := &a.batch
	b.texts = append(b.texts, candidate...)
	b.ends = append(b.ends, len(b.texts))
	b.at = append(b.at, place)
	b.put(a.hmac.short(candidate))
	for text, can := possible(candidate); can != 0; {
		var key []byte
		_, key, can = a.read(text, can)
		b.put(a.hmac.short(key))
	}
}

// put makes a block of a key.
func (b *batch) put(key []byte) {
	fill(b.keys[b.used*b.block:][:b.block], key, b.sizes[b.used], 0)
	b.sizes[b.used] = len(key)
	b.used++
}

// full reports whether there may be no room for another candidate.
func (b *batch) full() bool { return b.used > len(b.sizes)-mostKeys }

// flush tries the batch, whose last candidate is at this progress, and empties
// it. Where a key looks right, a second look at each candidate decides.
func (a *Attack) flush(at Progress) *Hit {
	b := &a.batch
	right := b.used > 0 && b.run(b.keys[:b.used*b.block])
	texts, ends, places := b.texts, b.ends, b.at
	b.used, b.texts, b.ends, b.at = 0, texts[:0], ends[:0], places[:0]
	if !right {
		return nil
	}
	at.Tried -= len(ends)
	begin := 0
	for i, end := range ends {
		at.Tried, at.Place = at.Tried+1, places[i]
		if hit := a.now(texts[begin:end], at); hit != nil {
			return hit
		}
		begin = end
	}
	return nil
}

// now tries a candidate alone, which is at this progress.
func (a *Attack) now(candidate []byte, at Progress) *Hit {
	if encoding, hit := a.Try(candidate); hit {
		return &Hit{bytes.Clone(candidate), encoding, at}
	}
	return nil
}
