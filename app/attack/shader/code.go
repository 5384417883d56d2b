package shader

import (
	"fmt"
	"strings"

	"jwtsecret/app/attack/kernel"
)

// maxUniform is how many rows of four words every card takes as a uniform, which is the
// fastest way to what is the same for all invocations. What is larger lies in a
// storage buffer.
const maxUniform = 4096

// hash is what a program is written for.
type hash struct {
	wide        bool
	stored      bool // the table has more than maxUniform rows
	rounds      int
	digestWords int
}

func (h hash) wordBits() int {
	if h.wide {
		return 64
	}
	return 32
}

// perRow is how many words of the hash a row of the table has.
func (h hash) perRow() int { return 128 / h.wordBits() }

// The table holds the initial state, the constants and then the message, in rows.
func (h hash) constantsAt() int { return 8 / h.perRow() }
func (h hash) messageAt() int   { return h.constantsAt() + h.rounds/h.perRow() }

// entry is a whole program: declarations of its own, and the statements of its only function,
// main, before and after the hashing, between which the names s0 to s7 are the state that
// begins with the tag of a key. Its words are given, as what the first statements name. The
// names begin and end are where the message is in the table, in rows.
//
// All values have names of their own. In arrays, some drivers would keep them in memory, which
// takes many times as long.
func (h hash) entry(declarations, before string, key [16]string, after string) string {
	c := &code{hash: h}
	c.WriteString(h.words() + either + declarations)
	if h.stored {
		c.line("@group(0) @binding(0) var<storage, read> table: array<vec4<u32>>;")
	} else {
		c.line("@group(0) @binding(0) var<uniform> table: array<vec4<u32>, %d>;", maxUniform)
	}
	c.WriteString(before)
	c.tag(key)
	c.WriteString(after)
	return c.String()
}

func (h hash) words() string {
	if h.wide {
		return wide
	}
	return narrow
}

// code is a program that is being written.
type code struct {
	strings.Builder
	hash
}

func (c *code) line(format string, parts ...any) { fmt.Fprintf(c, format+"\n", parts...) }

// tag hashes three blocks of which every key has others: the key changed in one way, after which
// the message follows; the key changed in the other way; and the inner hash, after that
// (RFC 2104 §2). It is the same text for all three, so that it is short: drivers take long
// to compile it.
func (c *code) tag(key [16]string) {
	for i := range 8 {
		c.line("  var s%d = %s;", i, c.initial(i))
		c.line("  var i%d = s%d;", i, i)
	}
	for t := range 16 {
		c.line("  var w%d = %s ^ Word(0x36363636u);", t, key[t])
	}
	c.line("  for (var block = 0u; ; block++) {")
	c.different()
	c.line("    if (block == 2u) { break; }")
	c.line("    if (block == 0u) {")
	c.same()
	for i := range 8 {
		c.line("      i%d = s%d;", i, i)
		c.line("      s%d = %s;", i, c.initial(i))
	}
	for t := range 16 {
		c.line("      w%d = %s ^ Word(0x5c5c5c5cu);", t, key[t])
	}
	c.line("    } else {")
	for t := range 16 {
		c.line("      w%d = %s;", t, c.outerWord(t))
	}
	c.line("    }")
	c.line("  }")
}

// initial is a word of the state of the hash at its beginning.
func (c *code) initial(i int) string { return fmt.Sprintf("table[%d]%s", i/c.perRow(), c.part(i)) }

// part is where a row has the word.
func (c *code) part(i int) string {
	if c.wide {
		return []string{".xy", ".zw"}[i%2]
	}
	return []string{".x", ".y", ".z", ".w"}[i%4]
}

// different adds a block of which every key has another to the state (RFC 6234 §6.2 and §6.4).
// Sixteen rounds are written out, so that every word has a name.
func (c *code) different() {
	c.compression(c.constantsAt(), func() {
		c.line("      if (turn > 0u) {")
		for t := range 16 {
			c.line("        w%d = plus(plus(ssig1(w%d), w%d), plus(ssig0(w%d), w%d));", t, (t+14)%16, (t+9)%16, (t+1)%16, t)
		}
		c.line("      }")
	}, func(t int, ready string) string { return fmt.Sprintf("plus(%s, w%d)", ready, t) })
}

// same adds the blocks of the message, whose words are ready.
func (c *code) same() {
	c.line("      for (var at = begin; at < end; at += %du) {", c.rounds/c.perRow())
	c.compression(-1, func() {}, func(_ int, ready string) string { return ready })
	c.line("      }")
}

// compression adds a block to the state, whose rounds take words from the row on of the table, or
// from the row at. schedule writes what comes before sixteen of them, and word what each of
// them takes of the table.
func (c *code) compression(row int, schedule func(), word func(t int, ready string) string) {
	if row < 0 {
		c.line("    var row = at;")
	} else {
		c.line("    var row = %du;", row)
	}
	for i := range 8 {
		c.line("    var %c = s%d;", 'a'+i, i)
	}
	c.line("    for (var turn = 0u; turn < %du; turn++) {", c.rounds/16)
	schedule()
	for t := range 16 {
		if t%c.perRow() == 0 {
			c.line("      let r%d = table[row + %du];", t/c.perRow(), t/c.perRow())
		}
		c.round(t, word(t, fmt.Sprintf("r%d%s", t/c.perRow(), c.part(t))))
	}
	c.line("      row += %du;", 16/c.perRow())
	c.line("    }")
	for i := range 8 {
		c.line("    s%d = plus(s%d, %c);", i, i, 'a'+i)
	}
}

// round is one of the compression. Names change places, instead of values.
func (c *code) round(t int, word string) {
	v := func(i int) string { return string(rune('a' + (i-t+16)%8)) }
	c.line("      %s = plus(plus(%[1]s, %s), plus(bsig1(%s), ch(%[3]s, %s, %s)));", v(7), word, v(4), v(5), v(6))
	c.line("      %s = plus(%[1]s, %s);", v(3), v(7))
	c.line("      %s = plus(%[1]s, plus(bsig0(%s), maj(%[2]s, %s, %s)));", v(7), v(0), v(1), v(2))
}

// outerWord is one of the last block: of the inner hash, or of its padding.
func (c *code) outerWord(t int) string {
	if t < c.digestWords {
		return fmt.Sprintf("i%d", t)
	}
	size := c.wordBits() / 8
	padding := kernel.Pad(make([]byte, c.digestWords*size), 16*size)[t*size:]
	if c.wide {
		return fmt.Sprintf("Word(0x%xu, 0x%xu)", padding[:4], padding[4:8])
	}
	return fmt.Sprintf("Word(0x%xu)", padding[:4])
}
