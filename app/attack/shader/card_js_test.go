//go:build js

package shader

import (
	"crypto/hmac"
	"crypto/rand"
	"crypto/sha256"
	"crypto/sha512"
	"encoding/binary"
	"fmt"
	stdhash "hash"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"jwtsecret/app/browser"
)

// These tests run on whatever card there is: on none in Node.js. The end-to-end tests run
// them in a browser that has software in the place of a card, and hold them to run.

type deviceCard struct{ *browser.Card }

func (c deviceCard) Adapter() Adapter { return Adapter(c.Info()) }

func openCard(t testing.TB) Card {
	t.Helper()
	c, err := browser.OpenCard()
	if err != nil {
		t.Skip("no graphics card here, and no software in its place:", err)
	}
	t.Cleanup(c.Close)
	return deviceCard{c}
}

var hashes = map[int]func() stdhash.Hash{32: sha256.New, 48: sha512.New384, 64: sha512.New}

func tagOf(size int, key, message []byte) []byte {
	mac := hmac.New(hashes[size], key)
	mac.Write(message)
	return mac.Sum(nil)
}

func random(n int) []byte {
	b := make([]byte, n)
	_, _ = rand.Read(b)
	return b
}

// each is a key with a message.
type each struct{ key, message []byte }

// whole is a program for tests: every invocation has a row that says where its message begins
// and ends and where its key is, and writes all of the tag.
func (h hash) whole() string {
	c := &code{hash: h}
	var key [16]string
	for i := range key {
		key[i] = fmt.Sprintf("table[at + %d]%s", i/c.perRow(), c.part(i))
	}
	after := ""
	for i := range h.digestWords {
		after += fmt.Sprintf("  result[id.x * %du + %du] = s%d;\n", h.digestWords, i, i)
	}
	return h.entry(`
@group(0) @binding(1) var<uniform> piece: vec4<u32>;
@group(0) @binding(2) var<storage, read_write> result: array<Word>;
`, `
@compute @workgroup_size(1)
fn main(@builtin(global_invocation_id) id: vec3<u32>) {
  let begin = table[piece.x + id.x].x;
  let end = table[piece.x + id.x].y;
  let at = table[piece.x + id.x].z;
`, key, after+"}\n")
}

// tags computes the tags of all on the card.
func tags(t *testing.T, card Card, tagSize int, all []each) [][]byte {
	t.Helper()
	h, table := prepare(nil, tagSize)
	table, h.stored = table[:h.messageAt()*rowSize], true
	var rows []byte
	at := map[string][2]int{} // of a message
	for _, one := range all {
		place, there := at[string(one.message)]
		if !there {
			_, with := prepare(one.message, tagSize)
			place[0] = len(table) / rowSize
			table = append(table, with[h.messageAt()*rowSize:]...)
			place[1] = len(table) / rowSize
			at[string(one.message)] = place
		}
		for _, number := range []int{place[0], place[1], len(table) / rowSize, 0} {
			rows = binary.LittleEndian.AppendUint32(rows, uint32(number))
		}
		block := make([]byte, h.wordBits()*2)
		copy(block, one.key)
		for at := 0; at < len(block); at += 4 {
			table = binary.LittleEndian.AppendUint32(table, binary.BigEndian.Uint32(block[at:]))
		}
	}
	start, err := card.Load(h.whole(), append(table, rows...), 16, make([]byte, len(all)*tagSize))
	require.NoError(t, err)
	piece := make([]byte, 16)
	binary.LittleEndian.PutUint32(piece, uint32(len(table)/rowSize))
	result, err := start(piece, len(all), 1)()
	require.NoError(t, err)
	got := make([][]byte, len(all))
	for at := 0; at < len(result); at += 4 {
		got[at/tagSize] = binary.BigEndian.AppendUint32(got[at/tagSize], binary.LittleEndian.Uint32(result[at:]))
	}
	return got
}

// Every padding of a message, in one block, two and three, with a key of every size that is not
// hashed first.
func TestTheCardMakesTheTagsOfTheStandardLibrary(t *testing.T) {
	for size, h := range hashes {
		t.Run(fmt.Sprintf("%d bytes", size), func(t *testing.T) {
			card, block := openCard(t), h().BlockSize()
			var all []each
			for length := range 2*block + 2 {
				message := random(length)
				for keySize := range block + 1 {
					all = append(all, each{random(keySize), message})
				}
			}
			for i, got := range tags(t, card, size, all) {
				one := all[i]
				require.Equal(t, tagOf(size, one.key, one.message), got, "a key of %d bytes, a message of %d", len(one.key), len(one.message))
			}
		})
	}
}

// finder returns what tries a piece.
func finder(t *testing.T, size int, message []byte) func(Piece) uint32 {
	t.Helper()
	try, err := Load(openCard(t), message, size)
	require.NoError(t, err)
	return func(p Piece) uint32 {
		first, err := try(p)()
		require.NoError(t, err)
		return first
	}
}

// look is a piece that looks for the key.
func look(size int, key, message []byte, p Piece) Piece {
	p.Tag = [16]byte(tagOf(size, key, message)[:16])
	return p
}

func TestTheCardFindsTheNumberOfAKey(t *testing.T) {
	for size := range hashes {
		message := random(200)
		find := finder(t, size, message)
		p := look(size, []byte("4711"), message, Piece{Values: []byte("0123456789"), Bits: 8, Size: 4, Count: 10_000})
		assert.Equal(t, uint32(4711), find(p))
		p.First, p.Count = 4000, 711
		assert.Equal(t, uint32(None), find(p), "it is the next one")
		p.Count = 712
		assert.Equal(t, uint32(711), find(p))
		p.First = 4712
		assert.Equal(t, uint32(None), find(p))
		for i := range p.Tag {
			p.First, p.Count = 4711, 1
			p.Tag[i] ^= 1
			assert.Equal(t, uint32(None), find(p), "another tag, from byte %d on", i)
			p.Tag[i] ^= 1
		}
	}
}

func TestTheCardMakesKeysOfHexadecimalAndBase64(t *testing.T) {
	const size = 32
	message := random(50)
	find := finder(t, size, message)
	values := make([]byte, 64)
	for i := range values {
		values[i] = byte(i)
	}
	p := look(size, []byte{0xca, 0xfe}, message, Piece{Values: values[:16], Bits: 4, Size: 4, First: 0xc000, Count: 1 << 12})
	assert.Equal(t, uint32(0xcafe-0xc000), find(p))
	p = look(size, []byte{0xca, 0xfe, 0x42}, message, Piece{Values: values, Bits: 6, Size: 4, Count: 1 << 10, First: 0xcafe00})
	assert.Equal(t, uint32(0x42), find(p))
	// Three digits have 18 bits, of which the last two have no meaning: 0xcafe << 2 is the first number of four.
	p = look(size, []byte{0xca, 0xfe}, message, Piece{Values: values, Bits: 6, Size: 3, First: 0xca00 << 2, Count: 1 << 10})
	assert.Equal(t, uint32(0xfe<<2), find(p))
	// Eight digits of six bits stand in both halves of the key.
	p = look(size, []byte{1, 2, 3, 4, 5, 6}, message, Piece{Values: values, Bits: 6, Size: 8, Count: 1000, First: 0x010203040506 - 99})
	assert.Equal(t, uint32(99), find(p))
	p = look(size, []byte("baababba"), message, Piece{Values: []byte("ab"), Bits: 8, Size: 8, Count: 256})
	assert.Equal(t, uint32(0b10010110), find(p))
}

// The message has 1,000 blocks, so that the program reads it elsewhere.
func TestALongMessageIsTakenAsWell(t *testing.T) {
	message := random(64_000)
	for size := range hashes {
		h, _ := prepare(message, size)
		require.True(t, h.stored)
		p := look(size, []byte("0110"), message, Piece{Values: []byte("01"), Bits: 8, Size: 4, Count: 16})
		assert.Equal(t, uint32(0b0110), finder(t, size, message)(p))
	}
}

func TestManyGroupsMakeRows(t *testing.T) {
	const inARow = columns * groupSize
	message := random(10)
	find := finder(t, 32, message)
	p := look(32, fmt.Append(nil, inARow+1), message, Piece{Values: []byte("0123456789"), Bits: 8, Size: len(fmt.Sprint(inARow)), Count: inARow + 70})
	assert.Equal(t, uint32(inARow+1), find(p))
}

func TestACardThatDoesNotWorkIsAnError(t *testing.T) {
	card := openCard(t)
	_, err := card.Load("no program", make([]byte, 16), 16, make([]byte, 4))
	require.ErrorIs(t, err, browser.ErrGPU)
	try, err := Load(card, random(10), 32)
	require.NoError(t, err)
	p := Piece{Values: []byte("01"), Bits: 8, Size: 1, Count: 2}
	_, err = try(p)()
	require.NoError(t, err)
	card.Close()
	_, err = try(p)()
	assert.Error(t, err)
}

func TestTheRateOfThisCard(t *testing.T) {
	const count = 1 << 16
	for size := range hashes {
		message := random(111)
		find := finder(t, size, message)
		began := time.Now()
		find(Piece{Values: []byte("0123456789"), Bits: 8, Size: 7, Count: count})
		t.Logf("tags of %d bytes: %.0f a second", size, count/time.Since(began).Seconds())
	}
}
