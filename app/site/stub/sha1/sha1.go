// Package sha1 takes the place of the standard library's crypto/sha1 in the page, and
// nowhere else. Libraries name it in code that the page never runs, and the real one
// would be linked all the same, because it registers itself.
package sha1

import "hash"

// Size is that of a checksum, in bytes.
const Size = 20

// New ends the program: nothing in the page needs this hash.
func New() hash.Hash { panic(removed) }

// Sum ends the program, as New does.
func Sum([]byte) [Size]byte { panic(removed) }

const removed = "this program contains no SHA-1"
