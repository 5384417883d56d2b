package attack

import "encoding/binary"

// fill puts a key at the beginning of a block, which is longer or as long, with its
// eight bytes of change in every eight bytes. Where the last one there, of so many
// bytes, was longer, change alone is put; behind that it stands already.
//
// Keys are short. Where this runs as wasm, copying and clearing whole blocks, or single
// bytes, took as long as half of the hashing.
func fill(block, key []byte, last int, change uint64) {
	at, n := 0, len(key)
	for ; at+8 <= n; at += 8 {
		binary.LittleEndian.PutUint64(block[at:], binary.LittleEndian.Uint64(key[at:])^change)
	}
	if at < n {
		binary.LittleEndian.PutUint64(block[at:], tail(key)^change)
		at += 8
	}
	for ; at < last; at += 8 {
		binary.LittleEndian.PutUint64(block[at:], change)
	}
}

// tail returns the bytes behind the last whole eight, the first one lowest.
func tail(key []byte) (word uint64) {
	n := len(key)
	if n > 8 {
		return binary.LittleEndian.Uint64(key[n-8:]) >> (64 - 8*uint(n%8))
	}
	for i := n - 1; i >= 0; i-- {
		word = word<<8 | uint64(key[i])
	}
	return word
}
