package kernel

// reader emits what finds the readings of a text.
type reader struct {
	taker
	at, size, rest local // the text; its size without padding
	twin           local // for which tails the key of base64 has been taken: see [twins]
	tail           local // how many digits are behind the last whole four
	digit, to, end local
	all            local // what the digits have said: see [quads]
}

// takeText emits the function (at, size, twin): it takes the key of each reading of a
// text, but for base64 that has a twin.
func takeText(t textLayout) function {
	c := &reader{taker: taker{textLayout: t}, at: 0, size: 1, twin: 2, rest: 3, tail: 4, digit: 5, to: 6, end: 7, all: 8}
	c.get(c.at)
	c.get(c.size)
	c.call(takeKeyIndex)
	c.unpad()
	c.leaveWithoutDigits()
	c.decode64()
	c.bits(25, 3)
	c.constant(3)
	c.same()
	c.when(c.leave) // in neither alphabet, and so not in hexadecimal either
	c.get(c.twin)
	c.get(c.tail)
	c.shiftRight()
	c.constant(1)
	c.both()
	c.choice(func() {}, func() {
		c.take(func() {
			c.get(c.rest)
			c.constant(3)
			c.times()
			c.constant(2)
			c.shiftRight()
		})
	})
	c.bits(24, 1)
	c.get(c.size)
	c.constant(1)
	c.both()
	c.either()
	c.get(c.size)
	c.get(c.rest)
	c.differing()
	c.either()
	c.when(c.leave) // no hexadecimal: another digit, an odd number of them, or padding
	c.decodeHex()
	c.take(func() {
		c.get(c.size)
		c.constant(1)
		c.shiftRight()
	})
	return function{params: 3, numbers: 6, body: c.code}
}

// take takes a key of this size that was decoded.
func (c *reader) take(size func()) {
	c.constant(c.decoded)
	size()
	c.call(takeKeyIndex)
}

// bits pushes some of what the digits have said.
func (c *reader) bits(from, mask int) {
	c.get(c.all)
	c.constant(from)
	c.shiftRight()
	c.constant(mask)
	c.both()
}

// unpad finds the size of the text without the padding of base64, which a text of whole
// groups may have. Before an empty text stands its size, which is no padding.
func (c *reader) unpad() {
	padded := func(then func()) {
		c.total(c.at, c.rest)
		c.constant(1)
		c.minus()
		c.byteAt(0)
		c.constant('=')
		c.same()
		c.when(func() {
			c.get(c.rest)
			c.constant(1)
			c.minus()
			c.set(c.rest)
			then()
		})
	}
	c.get(c.size)
	c.set(c.rest)
	c.get(c.size)
	c.constant(3)
	c.both()
	c.zero()
	c.when(func() { padded(func() { padded(func() {}) }) })
}

// leaveWithoutDigits ends the function if no bytes have base64 of this size.
func (c *reader) leaveWithoutDigits() {
	c.get(c.rest)
	c.constant(3)
	c.both()
	c.tee(c.tail)
	c.constant(1)
	c.same()
	c.get(c.rest)
	c.zero()
	c.either()
	c.when(c.leave)
}

// decode64 decodes base64, whether the digits are some or not.
func (c *reader) decode64() {
	c.startDecoding(func() { c.get(c.rest); c.get(c.tail); c.minus() })
	c.get(c.digit)
	c.get(c.end)
	c.less()
	c.when(func() {
		c.repeat(c.digit, 4, func() { c.get(c.end) }, func() {
			c.group(4)
			c.raise(c.to, 3)
		})
	})
	c.get(c.tail)
	c.when(func() {
		c.get(c.tail)
		c.constant(1)
		c.both()
		c.choice(func() { c.group(3) }, func() { c.group(2) })
	})
}

// startDecoding begins at the first digit, and ends after this size.
func (c *reader) startDecoding(size func()) {
	c.get(c.at)
	c.tee(c.digit)
	size()
	c.sum()
	c.set(c.end)
	c.constant(c.decoded)
	c.set(c.to)
}

// group decodes some digits, and notes what they say.
func (c *reader) group(digits int) {
	c.get(c.to)
	c.get(c.to)
	for i := range digits {
		c.get(c.digit)
		c.byteAt(i)
		c.constant(2)
		c.shiftLeft()
		c.numberAt(c.quads[i])
		if i > 0 {
			c.either()
		}
	}
	c.putNumber()
	c.numberAt(0)
	c.get(c.all)
	c.either()
	c.set(c.all)
}

func (c *reader) decodeHex() {
	c.startDecoding(func() { c.get(c.size) })
	c.repeat(c.digit, 2, func() { c.get(c.end) }, func() {
		c.get(c.to)
		c.nibble(0)
		c.constant(4)
		c.shiftLeft()
		c.nibble(1)
		c.either()
		c.putByte()
		c.raise(c.to, 1)
	})
}

func (c *reader) nibble(i int) {
	c.get(c.digit)
	c.byteAt(i)
	c.byteAt(c.nibbles)
}
