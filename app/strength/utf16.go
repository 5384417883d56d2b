package strength

import (
	"bytes"
	"encoding/binary"
	"iter"
	"unicode/utf16"
	"unicode/utf8"
)

// headSize is how much of a list tells how it is encoded, in bytes.
const headSize = 1 << 10

// plain returns the chunks of a text in UTF-8 or UTF-16 as UTF-8 without its
// byte-order mark. Bytes that are neither stay as they are.
func plain(chunks iter.Seq[[]byte]) iter.Seq[[]byte] {
	return func(yield func([]byte) bool) {
		var head []byte
		var decode func([]byte) []byte // once the head is there
		begin := func() bool {
			text, order := encodingOf(head)
			decode = func(text []byte) []byte { return text }
			if order != nil {
				decode = (&utf16Decoder{order: order}).decode
			}
			return yield(decode(text))
		}
		for chunk := range chunks {
			if decode == nil {
				n := min(headSize-len(head), len(chunk))
				head, chunk = append(head, chunk[:n]...), chunk[n:]
				if len(head) < headSize {
					continue
				}
				if !begin() {
					return
				}
			}
			if !yield(decode(chunk)) {
				return
			}
		}
		if decode == nil {
			begin()
		}
	}
}

// encodingOf takes the byte-order mark off the first bytes of a list. The order is
// that of UTF-16, or nil. Without a mark, a text that has a zero at every second
// place, and nowhere else, is UTF-16 too.
func encodingOf(head []byte) (text []byte, order binary.ByteOrder) {
	for _, mark := range []struct {
		bytes string
		order binary.ByteOrder
	}{{"\xef\xbb\xbf", nil}, {"\xff\xfe", binary.LittleEndian}, {"\xfe\xff", binary.BigEndian}} {
		if text, marked := bytes.CutPrefix(head, []byte(mark.bytes)); marked {
			return text, mark.order
		}
	}
	zeros := [2]int{} // at even places and at odd ones
	for i, b := range head {
		if b == 0 {
			zeros[i%2]++
		}
	}
	switch pairs := len(head) / 2; {
	case pairs < 2:
	case zeros == [2]int{0, pairs}:
		return head, binary.LittleEndian
	case zeros == [2]int{pairs, 0} && len(head)%2 == 0:
		return head, binary.BigEndian
	}
	return head, nil
}

// utf16Decoder makes UTF-8 of UTF-16 that arrives in chunks. What is no character
// becomes U+FFFD.
type utf16Decoder struct {
	order binary.ByteOrder
	unit  []byte // the bytes of a unit that have come
	high  rune   // the first half of a pair of units, or 0
	text  []byte
}

// decode returns text that the next call overwrites.
func (d *utf16Decoder) decode(chunk []byte) []byte {
	d.text = d.text[:0]
	for _, b := range chunk {
		if d.unit = append(d.unit, b); len(d.unit) == 2 {
			d.add(rune(d.order.Uint16(d.unit)))
			d.unit = d.unit[:0]
		}
	}
	return d.text
}

func (d *utf16Decoder) add(unit rune) {
	if d.high != 0 {
		high := d.high
		d.high = 0
		if r := utf16.DecodeRune(high, unit); r != utf8.RuneError {
			d.text = utf8.AppendRune(d.text, r)
			return
		}
		d.text = utf8.AppendRune(d.text, utf8.RuneError)
	}
	if utf16.IsSurrogate(unit) && unit < 0xDC00 {
		d.high = unit
		return
	}
	d.text = utf8.AppendRune(d.text, unit) // half a pair becomes U+FFFD
}
