package kernel

// lanes is what depends on the size of a word: how many words a vector has, the
// instructions on them, and the counts of the functions of RFC 6234 §5.1 and
// §5.2.
type lanes struct {
	perVector, wordSize int // words in a vector, bytes in a word

	// instructions: one word of the memory into all lanes, comparison, shifts to
	// the left and to the right without sign, addition
	splat, equal, left, right, plus int

	bsig0, bsig1, ssig0, ssig1 counts
}

// counts are those of the rotations to the right and, if there are but two, of
// the shift.
type counts struct {
	rotations []int
	shift     int
}

var (
	lanes32 = lanes{
		perVector: 4, wordSize: 4,
		splat: 0x09, equal: 0x37, left: 0xab, right: 0xad, plus: 0xae,
		bsig0: counts{rotations: []int{2, 13, 22}},
		bsig1: counts{rotations: []int{6, 11, 25}},
		ssig0: counts{[]int{7, 18}, 3},
		ssig1: counts{[]int{17, 19}, 10},
	}
	lanes64 = lanes{
		perVector: 2, wordSize: 8,
		splat: 0x0a, equal: 0xd6, left: 0xcb, right: 0xcd, plus: 0xce,
		bsig0: counts{rotations: []int{28, 34, 39}},
		bsig1: counts{rotations: []int{14, 18, 41}},
		ssig0: counts{[]int{1, 8}, 7},
		ssig1: counts{[]int{19, 61}, 6},
	}
)

func lanesOf[W uint32 | uint64]() lanes {
	if uint64(^W(0))>>32 == 0 {
		return lanes32
	}
	return lanes64
}
