package guide

import (
	"crypto/rand"
	mathbits "math/bits"

	"jwtsecret/app/prose"
)

// million paints a million bits of three generators, a good one among them. What it is for:
// nobody can tell by looking.
type million struct{}

const (
	side     = 1000 // of a picture, in bits
	pictured = side * side
	strips   = 10 // in which a picture appears

	// perNumber is how many bits are taken of a number of Math.random, the upper ones:
	// strips are whole numbers of them, and 53 are there.
	perNumber = 50
)

// generators are those that are pictured, by the name of their canvas.
var generators = []struct {
	name string
	bits func(e Env) func(strip []byte) // fills a strip, which is zeros
}{
	{"math", ofMathRandom},
	{"strong", func(Env) func([]byte) { return func(strip []byte) { _, _ = rand.Read(strip) } }},
	{"randu", func(Env) func([]byte) { return ofRandu(1) }},
}

// Show shows no picture.
func (*million) Show(_ Form, v *View) {
	v.Say("said", "")
	for _, g := range generators {
		v.Mark(g.name, "")
		v.Say(g.name+"-ones", "–")
	}
}

// Act draws the pictures, each in strips from the top.
func (*million) Act(_ string, _ Form, e Env) {
	e.Show(func(v *View) { v.Say("said", "Drawing three million bits…") })
	for _, g := range generators {
		draw, all := g.bits(e), make([]byte, pictured/8)
		for strip := range strips {
			draw(all[strip*len(all)/strips : (strip+1)*len(all)/strips])
			shown := append([]byte(nil), all...) // what is shown is overwritten
			e.Show(func(v *View) {
				v.Bits(g.name, shown)
				v.Mark(g.name, "drawn")
			})
			e.Breathe()
		}
		e.Show(func(v *View) { v.Say(g.name+"-ones", prose.Thousands(ones(all))+" of "+prose.Thousands(pictured)) })
	}
	e.Show(func(v *View) {
		v.Say("said", "Drawn. The first two are grey noise, and no eye can tell which of them is safe. The third repeats one pattern.")
	})
}

func ones(all []byte) (n int) {
	for _, b := range all {
		n += mathbits.OnesCount8(b)
	}
	return n
}

// ofMathRandom takes the upper bits of one number after the other.
func ofMathRandom(e Env) func(strip []byte) {
	return func(strip []byte) {
		for at := 0; at < 8*len(strip); at += perNumber {
			n := uint64(e.Random() * (1 << perNumber))
			for i := range perNumber {
				if n>>(perNumber-1-i)&1 == 1 {
					strip[(at+i)/8] |= 0x80 >> ((at + i) % 8)
				}
			}
			e.Breathe()
		}
	}
}

// randuFactor is the multiplier of RANDU, of IBM's System/360 Scientific Subroutine Package:
// each number is the one before times this, modulo 2^31.
const randuFactor = 1<<16 + 3

// ofRandu takes the lowest eight bits of each number of RANDU, which begins with an odd
// seed. They repeat after 64 numbers, the order of 3 modulo 256.
func ofRandu(seed uint32) func(strip []byte) {
	return func(strip []byte) {
		for i := range strip {
			seed = randu(seed)
			strip[i] = byte(seed)
		}
	}
}

func randu(n uint32) uint32 { return n * randuFactor % (1 << 31) }
