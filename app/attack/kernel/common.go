package kernel

// Common is what all keys of one message have in common, for who hashes elsewhere, as on a
// graphics card. Its words have 32 bits; where the hash has words of 64 bits, each is two
// of them, the higher one first.
type Common struct {
	Wide      bool     // the hash has words of 64 bits
	Initial   []uint32 // the state of the hash at its beginning
	Constants []uint32 // of its rounds
	Message   []uint32 // of each block all words of its schedule, with the constants added
}

// Prepare returns it for the hash whose tags have so many bytes: see [Module].
func Prepare(message []byte, tagSize int) Common {
	nobodys := make([]byte, tagSize)
	switch tagSize {
	case 32:
		return common(prepare256(message, nobodys))
	case 48:
		return common(prepare384(message, nobodys))
	default:
		return common(prepare512(message, nobodys))
	}
}

func common[W uint32 | uint64](h prepared[W]) Common {
	return Common{wordSize[W]() == 8, halves(h.initial), halves(h.constants), halves(h.message)}
}

// halves writes words of either size in words of 32 bits.
func halves[W uint32 | uint64](all []W) []uint32 {
	var parts []uint32
	for _, w := range all {
		if wordSize[W]() == 8 {
			parts = append(parts, uint32(uint64(w)>>32))
		}
		parts = append(parts, uint32(w))
	}
	return parts
}
