package kernel

// The functions that every module has, by their index.
const (
	differentIndex = iota
	sameIndex
	attemptIndex
)

// run emits the function (size): it goes through the keys, as many at a time as
// a vector has lanes, and returns whether a tag begins as it should.
func run(l layout) function {
	const size, at, hits = local(0), local(1), local(2)
	c := &runner{layout: l}
	c.repeat(at, c.perVector*c.blockSize(), func() { c.get(size) }, func() {
		c.get(at)
		c.call(attemptIndex)
		c.get(hits)
		c.either()
		c.set(hits)
	})
	c.get(hits)
	return function{params: 1, results: 1, numbers: 2, body: c.code}
}
