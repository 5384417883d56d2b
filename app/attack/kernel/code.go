package kernel

// code is a piece of a function: values first, then what is done with them. Its
// methods append one instruction each (WebAssembly specification, section 5.4).
type code []byte

// local is the number of a parameter or a variable of a function.
type local uint32

// emit stays a call: in the place of each of its hundreds of calls it would make the
// program larger by far.
//
//go:noinline
func (c *code) emit(b ...byte) { *c = append(*c, b...) }

// number appends an unsigned integer in LEB128: seven bits a byte, the lowest
// first.
func (c *code) number(n int) {
	for ; n >= 0x80; n >>= 7 {
		c.emit(byte(n) | 0x80)
	}
	c.emit(byte(n))
}

// constant pushes a number of 0 and more. LEB128 gives it a bit for its sign.
func (c *code) constant(n int) {
	c.emit(0x41)
	for ; n >= 0x40; n >>= 7 {
		c.emit(byte(n) | 0x80)
	}
	c.emit(byte(n))
}

//go:noinline
func (c *code) get(v local) { c.emit(0x20); c.number(int(v)) }

func (c *code) set(v local) { c.emit(0x21); c.number(int(v)) }
func (c *code) tee(v local) { c.emit(0x22); c.number(int(v)) }

// sum adds two numbers.
func (c *code) sum() { c.emit(0x6a) }

// call calls the function with this index in the module.
func (c *code) call(function int) { c.emit(0x10); c.number(function) }

// repeat runs the body once, adds the step to the variable, and begins again
// while the variable is below what end pushes.
func (c *code) repeat(v local, step int, end, body func()) {
	c.loop(func() {
		body()
		c.get(v)
		c.constant(step)
		c.sum()
		c.tee(v)
		end()
		c.less()
	})
}

// loop runs the body, and again while that pushes something else than 0.
func (c *code) loop(body func()) {
	c.emit(0x03, 0x40) // without a result
	body()
	c.emit(0x0d, 0) // branch to the loop's beginning
	c.emit(0x0b)    // end of the loop
}

// vector appends an instruction on vectors.
func (c *code) vector(instruction int) { c.emit(0xfd); c.number(instruction) }

// access appends an instruction on the memory, at the address that was pushed
// plus the offset. It promises no alignment.
func (c *code) access(instruction, offset int) {
	c.vector(instruction)
	c.number(0)
	c.number(offset)
}

func (c *code) load(offset int)  { c.access(0x00, offset) }
func (c *code) store(offset int) { c.access(0x0b, offset) }

func (c *code) and()     { c.vector(0x4e) }
func (c *code) xor()     { c.vector(0x51) }
func (c *code) anyTrue() { c.vector(0x53) }

// shuffle makes a vector of bytes of two, which are numbered through.
func (c *code) shuffle(from [16]byte) { c.vector(0x0d); c.emit(from[:]...) }
