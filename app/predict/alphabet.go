package predict

import (
	"iter"
	"math/bits"
	"strconv"
	"strings"
)

// alphabet is the recipe alphabet[Math.floor(Math.random()*alphabet.length)].
type alphabet string

const (
	digits = "0123456789"
	lower  = "abcdefghijklmnopqrstuvwxyz"
	upper  = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"

	// printable is ASCII from ! to ~, 94 symbols.
	printable = "!\"#$%&'()*+,-./" + digits + ":;<=>?@" + upper + "[\\]^_`" + lower + "{|}~"
)

// alphabets are those that programs write out, in the orders in which they do,
// the smallest first.
var alphabets = []alphabet{
	digits,
	digits + "abcdef", digits + "ABCDEF", "abcdef" + digits, "ABCDEF" + digits,
	lower, upper,
	"ABCDEFGHIJKLMNOPQRSTUVWXYZ234567", // base32, RFC 4648 §6
	digits + lower, lower + digits, digits + upper, upper + digits,
	lower + upper, upper + lower,
	upper + lower + digits, lower + upper + digits, digits + lower + upper,
	digits + upper + lower, lower + digits + upper, upper + digits + lower,
	upper + lower + digits + "+/", upper + lower + digits + "-_",
	digits + lower + upper + "-_", digits + upper + lower + "-_", digits + upper + "_" + lower + "-",
	// The orders of nanoid's non-secure generator: today's, and two before it.
	"useandom-26T198340PX75pxJACKVERYMINDBUSHWOLF_GQZbfghjklqvwyzrict",
	"ModuleSymbhasOwnPr-0123456789ABCDEFGHNRVfgctiUvz_KqYTJkLxpZXIjQW",
	"sOwnPropMN49CEiq-hXvHJdSymlFURTag61GQfuD8YIWz2Zk5xKB7LV30_Abject",
	upper + lower + digits + "!@#$%^&*", lower + upper + digits + "!@#$%^&*", digits + lower + upper + "!@#$%^&*",
	upper + lower + digits + "!@#$%^&*()", lower + upper + digits + "!@#$%^&*()", digits + lower + upper + "!@#$%^&*()",
	upper + lower + digits + "!@#$%^&*()_+", lower + upper + digits + "!@#$%^&*()_+",
	upper + lower + digits + "!@#$%^&*()-_=+", lower + upper + digits + "!@#$%^&*()-_=+",
	printable,
	lower + upper + digits + "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~",
	upper + lower + digits + "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~",
	" " + printable,
}

// read cuts the text into its characters, the only way there is.
func (a alphabet) read(text []byte) iter.Seq[[]interval] {
	return func(yield func([]interval) bool) {
		draws := make([]interval, 0, maxDraws)
		for _, c := range text[:min(len(text), maxDraws)] {
			draws = append(draws, share(strings.IndexByte(string(a), c), len(a)))
		}
		yield(draws)
	}
}

// write multiplies exactly, where V8 drops the lower bits first and rounds: that
// gives another symbol only once in about 2^45.
func (a alphabet) write(dst []byte, output uint64) []byte {
	index, _ := bits.Mul64(output, uint64(len(a)))
	return append(dst, a[index])
}

func (a alphabet) name() string {
	n := strconv.Itoa(len(a))
	return "alphabet[Math.floor(Math.random() * " + n + ")], " + n + " symbols that begin with " + string(a[:4])
}

func (a alphabet) engine() string { return anyNode }
