package kernel

// different emits the function (words, pad): each lane has a block of its own.
// Its words are sixteen vectors at the first address, and change by the word at
// the other.
func different(l layout) function {
	const words, pad, constants, numbers = local(0), local(1), local(2), 3
	c := newCompression(l, numbers)
	round := func(t int) {
		c.round(t, func() {
			c.get(c.words[t])
			c.get(constants)
			c.access(c.splat, t*c.wordSize)
			c.vector(c.plus)
		})
	}
	c.around(func() {
		c.constant(c.constantsAt)
		c.set(constants)
		for t := range 16 {
			c.get(words)
			c.load(vectorSize * t)
			c.get(pad)
			c.access(c.splat, 0)
			c.xor()
			c.set(c.words[t])
			round(t)
		}
		c.constant(c.constantsAt + 16*c.wordSize)
		c.set(constants)
		last := func() { c.constant(c.constantsAt + c.rounds*c.wordSize) }
		c.repeat(constants, 16*c.wordSize, last, func() {
			for t := range 16 {
				c.schedule(t)
				round(t)
			}
		})
	})
	return c.function(2, numbers)
}

// same emits the function (block): all lanes have the same block, whose prepared
// words are at the address.
func same(l layout) function {
	const block, last, numbers = local(0), local(1), 2
	c := newCompression(l, numbers)
	c.around(func() {
		c.get(block)
		c.constant(c.rounds * c.wordSize)
		c.sum()
		c.set(last)
		c.repeat(block, 8*c.wordSize, func() { c.get(last) }, func() {
			for t := range 8 {
				c.round(t, func() {
					c.get(block)
					c.access(c.splat, t*c.wordSize)
				})
			}
		})
	})
	return c.function(1, numbers)
}
