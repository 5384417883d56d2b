package shader

import (
	"encoding/binary"
	"errors"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// place is a number of a packed piece, counted in fours of bytes.
func place(b []byte, i int) uint32 { return binary.LittleEndian.Uint32(b[4*i:]) }

// The digits of 4711 in a system of ten are 4, 7, 1 and 1; four values of six bits make
// three bytes, three of them two, whose last two bits have no meaning.
func TestAPieceBeginsWithTheDigitsOfItsNumber(t *testing.T) {
	p := Piece{Values: []byte("0123456789"), Bits: 8, Size: 4, First: 4711, Count: 3}
	b := p.pack(50, 1)
	require.Len(t, b, 4*piecePlaces)
	assert.Equal(t, []uint32{4, 7, 1, 1}, []uint32{place(b, 16), place(b, 17), place(b, 18), place(b, 19)})
	assert.Equal(t, []uint32{'0', '9', 0}, []uint32{place(b, 24), place(b, 33), place(b, 34)})
	assert.Equal(t, []uint32{0xffffffff, 0}, []uint32{place(b, 10), place(b, 11)})
	for size, whole := range map[int][2]uint32{2: {0xff000000, 0}, 3: {0xffff0000, 0}, 4: {0xffffff00, 0}, 8: {0xffffffff, 0xffff0000}} {
		b := Piece{Values: make([]byte, 64), Bits: 6, Size: size}.pack(0, 1)
		assert.Equal(t, whole, [2]uint32{place(b, 10), place(b, 11)}, "%d digits", size)
	}
}

// lazy is a card that says that it has done so many groups.
type lazy struct {
	Card
	done uint32
	err  error
}

func (l lazy) Load(string, []byte, int, []byte) (func([]byte, int, int) func() ([]byte, error), error) {
	return func([]byte, int, int) func() ([]byte, error) {
		return func() ([]byte, error) {
			return binary.LittleEndian.AppendUint32([]byte{0xff, 0xff, 0xff, 0xff}, l.done), l.err
		}
	}, nil
}

func TestAPieceThatWasNotDoneIsAnError(t *testing.T) {
	broken := errors.New("broken")
	for _, c := range []struct {
		card lazy
		err  error
	}{{lazy{done: 2}, nil}, {lazy{done: 1}, ErrCard}, {lazy{}, ErrCard}, {lazy{done: 2, err: broken}, broken}} {
		try, err := Load(c.card, []byte("message"), 32)
		require.NoError(t, err)
		first, err := try(Piece{Values: []byte("01"), Bits: 8, Size: 8, Count: 65})() // two groups of 64
		assert.ErrorIs(t, err, c.err)
		assert.Equal(t, uint32(None), first)
	}
}

// The key in base64 is that of RFC 4648 §9, "foo" of "Zm9v", whose digits have the values 25,
// 38, 61 and 47.
func TestTheKeyOfANumber(t *testing.T) {
	digits := Piece{Values: []byte("0123456789"), Bits: 8, Size: 4}
	assert.Equal(t, "4711", string(digits.Key(4711)))
	assert.Equal(t, "0000", string(digits.Key(0)))
	sextets := Piece{Bits: 6, Size: 4}
	for i := range 64 {
		sextets.Values = append(sextets.Values, byte(i))
	}
	number := uint64(((25*64+38)*64+61)*64 + 47)
	assert.Equal(t, "foo", string(sextets.Key(number)))
	sextets.Size = 3
	assert.Equal(t, "fo", string(sextets.Key(number/64)), "the last two bits have no meaning")
}
