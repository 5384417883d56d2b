package kernel

import (
	"bytes"
	"crypto/hmac"
	"crypto/rand"
	stdsha256 "crypto/sha256"
	stdsha512 "crypto/sha512"
	"hash"
	"os"
	"strconv"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// mac is HMAC of one hash, and how to make the module's memory for it: with what
// the package prepares, and by the definitions of the standard.
type mac struct {
	name           string
	new            func() hash.Hash
	open, standard func(message, tag []byte) (l layout, content []byte)
}

func macOf[W uint32 | uint64](name string, new func() hash.Hash, initial, constants []W, standard sha2[W]) mac {
	return mac{
		name, new,
		func(message, tag []byte) (layout, []byte) { return prepare(initial, constants, message, tag).memory() },
		func(message, tag []byte) (layout, []byte) { return standard.hmac(message, tag).memory() },
	}
}

var macs = []mac{
	macOf("HS256", stdsha256.New, high(initial512[:]), high(constants512[:]), sha256),
	macOf("HS384", stdsha512.New384, initial384[:], constants512[:], sha384),
	macOf("HS512", stdsha512.New, initial512[:], constants512[:], sha512),
}

// The tables, the padding and the message schedule are computed here from their
// definitions, for messages around the ends of one to three blocks.
func TestWhatIsPreparedFollowsTheStandard(t *testing.T) {
	for _, m := range macs {
		t.Run(m.name, func(t *testing.T) {
			for size := range 3*m.block() + 1 {
				message := random(t, size)
				tag := m.sum(nil, message)
				layout, content := m.open(message, tag)
				wantLayout, wantContent := m.standard(message, tag)
				require.Equal(t, wantLayout, layout, "a message of %d bytes", size)
				require.Equal(t, wantContent, content, "a message of %d bytes", size)
			}
		})
	}
}

func (m mac) sum(key, message []byte) []byte {
	h := hmac.New(m.new, key)
	h.Write(message)
	return h.Sum(nil)
}

func (m mac) block() int { return m.new().BlockSize() }

// most is the size of the longest message that fills, with its padding, so many
// blocks: a byte and the length follow it.
func (m mac) most(blocks int) int { return m.block()*blocks - 1 - m.block()/8 }

// message returns a random one that fills, with its padding, so many blocks. Turn
// by turn it has every such length.
func (m mac) message(t testing.TB, blocks, turn int) []byte {
	t.Helper()
	least := max(0, m.most(blocks-1)+1)
	return random(t, least+turn%(m.most(blocks)-least+1))
}

// key returns a random one, as a block.
func (m mac) key(t testing.TB, size int) []byte {
	t.Helper()
	return append(random(t, size), make([]byte, m.block()-size)...)
}

func random(t testing.TB, size int) []byte {
	t.Helper()
	b := make([]byte, size)
	_, err := rand.Read(b)
	require.NoError(t, err)
	return b
}

// inputs is how many keys are tried, with all hashes together: KERNEL_INPUTS, or
// a number that takes a second.
func inputs(t testing.TB) int {
	t.Helper()
	text := os.Getenv("KERNEL_INPUTS")
	if text == "" {
		return 20_000
	}
	n, err := strconv.Atoi(text)
	require.NoError(t, err)
	return n
}

// Every key has its turn at being the right one: in each lane, of each size up to
// a block, for messages of one to eight blocks and of many lengths. The other
// lanes hold the keys before it. One bit of the compared word, wrong, is enough
// to be refused.
func TestAModuleAgreesWithTheStandardLibraryOnRandomInputs(t *testing.T) {
	const blocks, perMessage = 8, 10
	for _, m := range macs {
		t.Run(m.name, func(t *testing.T) {
			for count := 1; count <= blocks; count++ {
				message := m.message(t, count, 0)
				l, _ := m.open(message, m.sum(nil, message))
				write, run := start(t, Module(message, m.sum(nil, message), Affixes{}))
				lanes := make([][]byte, l.perVector) // a record in each
				for lane := range lanes {
					lanes[lane] = record(Key, "")
				}
				for i := range inputs(t) / blocks / len(macs) {
					if i%perMessage == 0 {
						message = m.message(t, count, i/perMessage)
						_, content := m.open(message, m.sum(nil, message))
						write(l.contentAt, content)
					}
					key := random(t, i%(m.block()+1))
					lanes[i%l.perVector] = record(Key, string(key))
					records := bytes.Join(lanes, nil)
					write(0, records)
					tag := tagAt(l, m.sum(key, message))
					write(l.tagAt, tag)
					if !run(len(records)) {
						t.Fatalf("key %d, message of %d bytes: not found", i, len(message))
					}
					tag[i%len(tag)] ^= 1 << (i / len(tag) % 8)
					write(l.tagAt, tag)
					if run(len(records)) {
						t.Fatalf("key %d, message of %d bytes: found for another tag", i, len(message))
					}
				}
			}
		})
	}
}

// tagAt is the first word of the tag as the memory has it: the lowest byte first.
func tagAt(l layout, tag []byte) []byte {
	word := make([]byte, l.wordSize)
	for i := range word {
		word[i] = tag[l.wordSize-1-i]
	}
	return word
}

// The records end with the key, which may be anywhere in its vector, with all that
// there are, or before the key's vector.
func TestAModuleFindsItsKeyAtEveryPlace(t *testing.T) {
	const places = 1024
	for _, m := range macs {
		message := random(t, 111)
		l, _ := m.open(message, m.sum(nil, message))
		write, run := start(t, Module(message, m.sum(nil, message), Affixes{}))
		var records []byte
		for range places {
			records = append(records, record(Key, string(random(t, 12)))...)
		}
		write(0, records)
		size := len(records) / places
		for place := range places {
			after := (place + 1) * size
			write(l.tagAt, tagAt(l, m.sum(records[after-12:after], message)))
			require.True(t, run(after), "%s, place %d", m.name, place)
			if place%31 != 0 {
				continue
			}
			require.True(t, run(len(records)), "%s, place %d of all", m.name, place)
			if before := place / l.perVector * l.perVector * size; before > 0 {
				require.False(t, run(before), "%s, place %d, before it", m.name, place)
			}
		}
	}
}

// What the module works in stands behind the last of them.
func TestAModuleTakesAsManyRecordsAsItSays(t *testing.T) {
	const size = 16
	for _, m := range macs {
		message := random(t, 111)
		var records []byte
		for len(records) < MostRecords {
			records = append(records, record(Key, string(random(t, size-headerSize)))...)
		}
		last := records[len(records)-size+headerSize:]
		write, run := start(t, Module(message, m.sum(last, message), Affixes{}))
		write(0, records)
		assert.True(t, run(len(records)), m.name)
		assert.False(t, run(len(records)-size*8), "%s: without the last", m.name)
	}
}

// The longest token has 64 KiB.
func TestAModuleTakesALongMessage(t *testing.T) {
	for _, m := range macs {
		message, key := random(t, 64<<10), random(t, 7)
		write, run := start(t, Module(message, m.sum(key, message), Affixes{}))
		for want, last := range map[bool][]byte{true: key, false: random(t, 7)} {
			records := append(record(Key, "other"), record(Key, string(last))...)
			write(0, records)
			assert.Equal(t, want, run(len(records)), m.name)
		}
	}
}
