package kernel

// Instructions on numbers (WebAssembly specification, section 5.4.7). Each takes its
// operands from the stack, and leaves its result there.

func (c *code) minus()      { c.emit(0x6b) }
func (c *code) times()      { c.emit(0x6c) }
func (c *code) both()       { c.emit(0x71) } // the bits that both have
func (c *code) either()     { c.emit(0x72) } // the bits that one of them has
func (c *code) differing()  { c.emit(0x73) } // the bits in which they differ
func (c *code) shiftLeft()  { c.emit(0x74) }
func (c *code) shiftRight() { c.emit(0x76) }
func (c *code) zero()       { c.emit(0x45) } // 1 for 0, and 0 for all others
func (c *code) same()       { c.emit(0x46) }
func (c *code) less()       { c.emit(0x49) } // both without sign

// byteAt and numberAt push what is at the address that was pushed plus the offset.
func (c *code) byteAt(offset int)   { c.emit(0x2d, 0); c.number(offset) }
func (c *code) numberAt(offset int) { c.emit(0x28, 0); c.number(offset) }

// putByte and putNumber write what was pushed last to the address that was pushed before.
func (c *code) putByte()   { c.emit(0x3a, 0, 0) }
func (c *code) putNumber() { c.emit(0x36, 0, 0) }

// when runs the body if what was pushed is not 0.
func (c *code) when(body func()) { c.choice(body, func() {}) }

// choice runs the first body if what was pushed is not 0, or else the other one.
func (c *code) choice(is, not func()) {
	c.emit(0x04, 0x40) // without a result
	is()
	c.emit(0x05)
	not()
	c.emit(0x0b)
}

// leave ends a function that returns nothing.
func (c *code) leave() { c.emit(0x0f) }

// raise adds a number to a variable.
func (c *code) raise(v local, by int) {
	c.get(v)
	c.constant(by)
	c.sum()
	c.set(v)
}

// total pushes the sum of two variables.
func (c *code) total(v, w local) {
	c.get(v)
	c.get(w)
	c.sum()
}
