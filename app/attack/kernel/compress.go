package kernel

// compression emits a function that adds a block to the state of the hash, in
// all lanes (RFC 6234 §6.2 and §6.4).
type compression struct {
	code
	layout
	next  local     // the next new variable
	state [8]local  // a to h
	pairs [2]local  // a xor b of this round, and of the last, where it was b xor c
	words [16]local // the last ones of the message schedule
}

// newCompression starts a function with so many numbers as its first variables.
func newCompression(l layout, numbers int) *compression {
	c := &compression{layout: l, next: local(numbers)}
	for _, group := range [][]local{c.state[:], c.pairs[:], c.words[:]} {
		for i := range group {
			group[i] = c.next
			c.next++
		}
	}
	return c
}

// function ends it.
func (c *compression) function(params, numbers int) function {
	return function{params: params, numbers: numbers - params, vectors: int(c.next) - numbers, body: c.code}
}

// around puts the rounds between the loading of the state and its update.
func (c *compression) around(rounds func()) {
	for i, v := range c.state {
		c.constant(c.stateAt)
		c.load(vectorSize * i)
		c.set(v)
	}
	c.get(c.state[1])
	c.get(c.state[2])
	c.xor()
	c.set(c.pairs[1])
	rounds()
	for i, v := range c.state {
		c.constant(c.stateAt)
		c.get(v)
		c.constant(c.stateAt)
		c.load(vectorSize * i)
		c.vector(c.plus)
		c.store(vectorSize * i)
	}
}

// round emits round t, or every round that differs from it by a multiple of
// eight. word pushes the word of the schedule with the constant of the round
// added. Two variables change; the others only change their roles.
func (c *compression) round(t int, word func()) {
	role := func(i int) local { return c.state[(i-t)&7] }
	a, b, d := role(0), role(1), role(3)
	e, f, g, h := role(4), role(5), role(6), role(7)
	word()
	c.get(h)
	c.vector(c.plus)
	c.choose(e, f, g)
	c.vector(c.plus)
	c.mix(e, c.bsig1)
	c.vector(c.plus)
	c.tee(h)
	c.get(d)
	c.vector(c.plus)
	c.set(d)
	c.get(h)
	c.mix(a, c.bsig0)
	c.vector(c.plus)
	c.majority(a, b, t)
	c.vector(c.plus)
	c.set(h)
}

// choose pushes CH(e, f, g), written with one operation fewer.
func (c *compression) choose(e, f, g local) {
	c.get(f)
	c.get(g)
	c.xor()
	c.get(e)
	c.and()
	c.get(g)
	c.xor()
}

// majority pushes MAJ(a, b, c): b, unless it differs from both others. Whether it
// differs from c, the round before has found out.
func (c *compression) majority(a, b local, t int) {
	c.get(a)
	c.get(b)
	c.xor()
	c.tee(c.pairs[t&1])
	c.get(c.pairs[(t+1)&1])
	c.and()
	c.get(b)
	c.xor()
}

// schedule makes word t of the message schedule, in the place of word t-16.
func (c *compression) schedule(t int) {
	back := func(n int) local { return c.words[(t-n)&15] }
	c.get(back(16))
	c.mix(back(15), c.ssig0)
	c.vector(c.plus)
	c.mix(back(2), c.ssig1)
	c.get(back(7))
	c.vector(c.plus)
	c.vector(c.plus)
	c.set(back(16))
}

// mix pushes the exclusive or of the rotations and the shift.
func (c *compression) mix(v local, n counts) {
	for i, count := range n.rotations {
		c.shifted(v, c.right, count)
		if i > 0 {
			c.xor()
		}
		c.shifted(v, c.left, 8*c.wordSize-count)
		c.xor()
	}
	if n.shift > 0 {
		c.shifted(v, c.right, n.shift)
		c.xor()
	}
}

func (c *compression) shifted(v local, instruction, count int) {
	c.get(v)
	c.constant(count)
	c.vector(instruction)
}
