package kernel

// The first functions of a module, by their index.
const (
	differentIndex = iota
	sameIndex
	attemptIndex
)

// attempt emits the function (at): it takes as many keys as a vector has lanes, a block
// each, from the address, and returns whether one of their tags begins as it should.
func attempt(l layout) function {
	const at, block, row = local(0), local(1), local(2)
	c := &runner{layout: l}
	c.transpose(at, row)
	c.start()
	c.add(c.keyAt, c.innerPadAt)
	c.constant(c.messageAt)
	c.set(block)
	c.repeat(block, c.rounds*c.wordSize, func() { c.constant(c.messageEnd) }, func() {
		c.get(block)
		c.call(sameIndex)
	})
	c.keepDigest()
	c.start()
	c.add(c.keyAt, c.outerPadAt)
	c.add(c.digestAt, c.noPadAt)
	c.compare()
	return function{params: 1, results: 1, numbers: 1, vectors: c.perVector, body: c.code}
}

type runner struct {
	code
	layout
}

// start puts the state of the hash at its beginning.
func (c *runner) start() {
	for i := range 8 {
		c.constant(c.stateAt + vectorSize*i)
		c.constant(c.initialAt)
		c.access(c.splat, i*c.wordSize)
		c.store(0)
	}
}

// add adds the block of these vectors, changed by the word.
func (c *runner) add(vectors, pad int) {
	c.constant(vectors)
	c.constant(pad)
	c.call(differentIndex)
}

// keepDigest makes a block of the inner hash. Its padding is there already.
func (c *runner) keepDigest() {
	for i := range c.digestWords {
		c.constant(c.digestAt + vectorSize*i)
		c.constant(c.stateAt)
		c.load(vectorSize * i)
		c.store(0)
	}
}

// compare pushes whether a state begins as the tag does.
func (c *runner) compare() {
	c.constant(c.stateAt)
	c.load(0)
	c.constant(c.tagAt)
	c.access(c.splat, 0)
	c.vector(c.equal)
	c.anyTrue()
}

// transpose makes vectors of the keys at the address, each with the same word of
// all keys. It reads a vector of each key at a time into the variables from row
// on.
func (c *runner) transpose(at, row local) {
	for column := range c.wordSize { // 16 words, perVector of them in each
		for lane := range c.perVector {
			c.get(at)
			c.load(lane*c.blockSize() + vectorSize*column)
			c.set(row + local(lane))
		}
		for word := range c.perVector {
			c.constant(c.keyAt + vectorSize*(c.perVector*column+word))
			c.pair(row, word)
			if c.perVector == 4 {
				c.pair(row+2, word)
				c.shuffle([16]byte{0, 1, 2, 3, 4, 5, 6, 7, 16, 17, 18, 19, 20, 21, 22, 23})
			}
			c.store(0)
		}
	}
}

// pair pushes a word of two rows side by side. The hash has the highest byte of a
// word first, the machine the lowest.
func (c *runner) pair(row local, word int) {
	var from [16]byte
	for i := range c.wordSize {
		from[i] = byte((word+1)*c.wordSize - 1 - i)
		from[i+c.wordSize] = 16 + from[i]
	}
	c.get(row)
	c.get(row + 1)
	c.shuffle(from)
}
