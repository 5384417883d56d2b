// Package shader tries HMAC keys on a graphics card: it writes the program for the card, in
// the language WGSL of WebGPU, and packs what the program works on.
//
// A graphics card does the same steps for thousands of keys at once, each in an invocation
// of its own: a short thread that cannot speak to the others. What costs time is not the
// hashing but bringing the keys to the card. So the card makes them itself: all texts of a
// few characters are the numbers from 0 on, written in the digits of an alphabet. A [Piece]
// says from which number on, and how many; every invocation adds its own number to that, and
// nothing is sent but the piece, and nothing comes back but the lowest number whose key fits.
//
// HMAC (RFC 2104 §2) of one message under many keys repeats most of its work. What keys
// have in common comes ready from package kernel: the schedule of every block of the message.
// It lies beside the program, not in it: browsers keep programs on the disk, so that nothing
// of a token may stand there.
//
// WGSL has no numbers of 64 bits, of which SHA-384 and SHA-512 are made (RFC 6234 §6.3). So a
// word is a pair of 32 bits there, the higher half first. A sum of two carries one if its lower
// half is smaller than a part of it. A rotation takes from each half what the other one loses:
//
//	high = a.x >> n | a.y << (32 - n)
//	low  = a.y >> n | a.x << (32 - n)
//
// for n below 32; beyond, the halves change places first. The rounds are the same text for
// both kinds of word: see code.go.
//
//	try, err := shader.Load(card, message, 32)
//	if err != nil {
//		return err // this card does not take it
//	}
//	wait := try(shader.Piece{Tag: tag, Values: []byte("abc"), Bits: 8, Size: 2, Count: 9})
//	first, err := wait() // the number of the key, or shader.None
//
// That is a hint, to be verified: it compares the first 128 bits of the tag. An error is the
// card's, which may go away at any time; the piece was not tried then.
package shader

import "errors"

var (
	// ErrMissing says that the browser offers no WebGPU to this page.
	ErrMissing = errors.New("the browser offers no WebGPU to this page")

	// ErrNone says that the browser knows of no graphics card that it may use.
	ErrNone = errors.New("the browser knows of no graphics card")

	// ErrCard says that the card has failed, or did not do all that it was asked for.
	ErrCard = errors.New("the graphics card has failed")
)

// Card is a graphics card, or what a browser offers in its place.
type Card interface {
	Adapter() Adapter

	// Load compiles a program, and brings what all pieces have in common to the card. start
	// begins with a piece of so many bytes, in rows × columns groups of invocations, and wait
	// returns what it left in the result, which is the given one at first. Two pieces
	// may be under way at a time.
	Load(code string, common []byte, pieceSize int, result []byte) (start func(piece []byte, columns, rows int) (wait func() ([]byte, error)), err error)

	// Close takes everything from the card.
	Close()
}
