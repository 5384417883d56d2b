package predict

// Generator is Math.random of one page or program, at some moment. Only
// [Recover] makes useful ones.
type Generator struct {
	engine Engine
	state  state
	cache  [cacheSize]uint64
	held   int // numbers of the cache that were not handed out yet
}

// Engine says who makes such numbers.
func (g *Generator) Engine() Engine { return g.engine }

// State returns s0 and s1 as the engine has them now. One that makes 64 numbers
// at a time has them as they are after the last of these.
func (g *Generator) State() [2]uint64 { return g.state }

// Next returns what Math.random gives next: a number from 0 to below 1.
func (g *Generator) Next() float64 { return float64(g.next()) / unit }

func (g *Generator) next() uint64 {
	f := &formulas[g.engine]
	if g.held == 0 {
		g.fill(f)
	}
	g.held--
	return g.cache[g.held]
}

func (g *Generator) fill(f *formula) {
	for i := range g.cache[:f.cache] {
		g.state = g.state.step()
		g.cache[i] = f.number(g.state)
	}
	g.held = f.cache
}
