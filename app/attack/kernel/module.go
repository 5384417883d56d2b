package kernel

// function is one function of a module. Its variables are its parameters and
// more numbers, all of type i32, and then vectors.
type function struct {
	params, results, numbers, vectors int
	body                              code
}

// types of values, and what ends a piece of code
const (
	i32  = 0x7f
	v128 = 0x7b
	end  = 0x0b
)

// pageSize is the unit of a memory's size, in bytes.
const pageSize = 64 << 10

// module puts functions together (WebAssembly specification, section 5.5). Their
// memory has room for so many bytes, and holds the content at that offset. The
// module imports nothing; it exports the memory as "memory" and the last
// function as "run".
func module(size, offset int, content []byte, functions ...function) []byte {
	var types, indices, bodies []code
	for i, f := range functions {
		types = append(types, f.signature())
		indices = append(indices, leb(i))
		bodies = append(bodies, sized(f.code()))
	}
	data := code{0} // into the only memory
	data.constant(offset)
	data.emit(end)
	data.emit(sized(content)...)

	m := code("\x00asm\x01\x00\x00\x00")
	m.section(1, types...)
	m.section(3, indices...)
	m.section(5, append(code{0}, leb((size+pageSize-1)/pageSize)...)) // may grow, but nobody lets it
	m.section(7, append(sized(code("memory")), 2, 0), append(sized(code("run")), 0, byte(len(functions)-1)))
	m.section(10, bodies...)
	m.section(11, data)
	return m
}

// section appends a list of entries.
func (c *code) section(id byte, entries ...code) {
	list := leb(len(entries))
	for _, entry := range entries {
		list.emit(entry...)
	}
	c.emit(id)
	c.emit(sized(list)...)
}

func (f function) signature() code {
	c := code{0x60, byte(f.params)}
	for range f.params {
		c.emit(i32)
	}
	c.emit(byte(f.results))
	for range f.results {
		c.emit(i32)
	}
	return c
}

func (f function) code() code {
	c := code{2, byte(f.numbers), i32, byte(f.vectors), v128}
	c.emit(f.body...)
	c.emit(end)
	return c
}

func leb(n int) (c code) {
	c.number(n)
	return c
}

func sized(c code) code { return append(leb(len(c)), c...) }
