package kernel

// The functions of a module that follow those, by their index.
const (
	takeKeyIndex = attemptIndex + 1 + iota
	takeTextIndex
	takeStemIndex
)

// taker emits what takes records.
type taker struct {
	code
	textLayout
}

// headerSize is the size of what stands before the bytes of a record.
const headerSize = 2

// run emits the function (size): it takes all records, and returns whether a tag
// begins as it should.
func run(t textLayout) function {
	const size, at, length = local(0), local(1), local(2)
	c := &taker{textLayout: t}
	c.keep(c.hits, func() { c.constant(0) })
	c.keep(c.slot, func() { c.constant(c.slots) })
	c.loop(func() {
		c.get(at)
		c.byteAt(1)
		c.set(length)
		c.get(at)
		c.byteAt(0)
		c.choice(func() {
			c.get(at)
			c.byteAt(0)
			c.constant(int(Text))
			c.same()
			c.choice(func() { c.record(at, length, takeTextIndex, 0) }, func() { c.record(at, length, takeStemIndex) })
		}, func() { c.record(at, length, takeKeyIndex) })
		c.total(at, length)
		c.constant(headerSize)
		c.sum()
		c.tee(at)
		c.get(size)
		c.less()
	})
	c.attempt() // what is left in the other slots was tried before
	c.constant(c.hits)
	c.numberAt(0)
	return function{params: 1, results: 1, numbers: 2, body: c.code}
}

// record calls the function with the bytes of the record, their length and more.
func (c *taker) record(at, length local, function int, more ...int) {
	c.get(at)
	c.constant(headerSize)
	c.sum()
	c.get(length)
	for _, n := range more {
		c.constant(n)
	}
	c.call(function)
}

// keep writes a number to its place in memory.
func (c *taker) keep(at int, value func()) {
	c.constant(at)
	value()
	c.putNumber()
}

// attempt tries the keys of all slots, and notes whether that was a hit.
func (c *taker) attempt() {
	c.keep(c.hits, func() {
		c.constant(c.hits)
		c.numberAt(0)
		c.constant(c.slots)
		c.call(attemptIndex)
		c.either()
	})
}

// takeKey emits the function (at, size): it makes a block of the key in the next slot, and
// tries the keys when that was the last one. What it writes behind the block does not
// matter: there is the next slot, or nothing.
func takeKey(t textLayout) function {
	const at, size, slot, to, behind, zeros = local(0), local(1), local(2), local(3), local(4), local(5)
	c := &taker{textLayout: t}
	c.constant(c.slot)
	c.numberAt(0)
	c.tee(slot)
	c.set(to)
	c.total(at, size)
	c.set(behind)
	c.copy(at, to, behind)
	c.total(slot, size)
	c.set(to)
	c.get(slot)
	c.constant(c.blockSize())
	c.sum()
	c.set(behind)
	c.repeat(to, vectorSize, func() { c.get(behind) }, func() {
		c.get(to)
		c.get(zeros)
		c.store(0)
	})
	c.get(slot)
	c.constant(c.lastSlot)
	c.same()
	c.choice(func() {
		c.attempt()
		c.keep(c.slot, func() { c.constant(c.slots) })
	}, func() { c.keep(c.slot, func() { c.get(behind) }) })
	return function{params: 2, numbers: 3, vectors: 1, body: c.code}
}

// copy copies whole vectors, until the address is at the end or behind it.
func (c *taker) copy(from, to, end local) {
	c.repeat(from, vectorSize, func() { c.get(end) }, func() {
		c.get(to)
		c.get(from)
		c.load(0)
		c.store(0)
		c.raise(to, vectorSize)
	})
}

// takeStem emits the function (at, size): it takes the text, alone and with each affix.
func takeStem(t textLayout) function {
	const at, size, entry, from, to, end = local(0), local(1), local(2), local(3), local(4), local(5)
	c := &taker{textLayout: t}
	c.get(at)
	c.get(size)
	c.constant(0)
	c.call(takeTextIndex)
	c.total(at, size)
	c.set(end)
	stem := func() {
		c.get(at)
		c.set(from)
		c.copy(from, to, end)
	}
	derived := func() { // takes the text that is there now
		c.constant(c.derived)
		c.get(entry)
		c.byteAt(vectorSize)
		c.get(size)
		c.sum()
		c.get(entry)
		c.byteAt(vectorSize + 1)
		c.call(takeTextIndex)
	}
	c.constant(c.derived)
	c.set(to)
	stem()
	c.each(entry, c.suffixes, func() {
		c.constant(c.derived)
		c.get(size)
		c.sum()
		c.get(entry)
		c.load(0)
		c.store(0)
		derived()
	})
	c.each(entry, c.prefixes, func() {
		c.constant(c.derived)
		c.get(entry)
		c.load(0)
		c.store(0)
		c.get(entry)
		c.byteAt(vectorSize)
		c.constant(c.derived)
		c.sum()
		c.set(to)
		stem()
		derived()
	})
	return function{params: 2, numbers: 4, body: c.code}
}

// each goes through the entries of a table.
func (c *taker) each(entry local, table affixTable, body func()) {
	if table.at == table.end {
		return
	}
	c.constant(table.at)
	c.set(entry)
	c.repeat(entry, affixStep, func() { c.constant(table.end) }, body)
}
