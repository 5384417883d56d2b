package strength

import "iter"

// around is what stands before and behind a secret where it is copied from, the
// commonest first: line ends of files, spaces, quotes, the ends of statements.
var around = [][2]string{
	{"", "\n"}, {"", "\r\n"}, {`"`, `"`}, {"'", "'"}, {"", " "}, {" ", ""}, {" ", " "}, {`"`, "\"\n"}, {"'", "'\n"},
	{"", "\r"}, {"", "\t"}, {"", ";"}, {"", ","}, {"`", "`"}, {"“", "”"}, {"\ufeff", ""},
}

// Pasted returns what each word becomes when it is pasted by mistake with what
// stands around it, quotes or a line end for instance: as it is, and in base64 and
// hexadecimal. It yields 64 a word, the empty one included. The slice that it
// yields is overwritten by the next one.
func Pasted(words iter.Seq[[]byte]) iter.Seq[[]byte] {
	return func(yield func([]byte) bool) {
		c := composer{yield: yield}
		for word := range words {
			if !c.pasted(word) {
				return
			}
		}
	}
}

func (c *composer) pasted(word []byte) bool {
	for _, a := range around {
		c.form = append(append(append(c.form[:0], a[0]...), word...), a[1]...)
		if !c.put(c.form) || !c.written(c.form) {
			return false
		}
	}
	return true
}
