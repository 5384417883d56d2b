package predict

import (
	"cmp"
	"slices"
)

// Next returns what the same program writes after the text: every continuation
// of n characters that is possible, the likeliest first. One of them is right if
// the program drew no number for anything else.
//
// There is often only one. Others are possible where the text does not show when
// V8 filled its cache of 64 numbers again, because the cache may end after any
// further number; and where two alphabets have the same symbols in the text.
// There is none when the text fits several states.
func (p *Proof) Next(n int) [][]byte {
	if p.ambiguous {
		return nil
	}
	var texts []string
	origins := map[string]int{} // each place in the cache is as likely as any other
	for _, o := range p.origins {
		next := string(o.next(n))
		if origins[next] == 0 {
			texts = append(texts, next)
		}
		origins[next]++
	}
	slices.SortStableFunc(texts, func(a, b string) int { return cmp.Compare(origins[b], origins[a]) })
	all := make([][]byte, len(texts))
	for i, text := range texts {
		all[i] = []byte(text)
	}
	return all
}

// next writes n characters after the text. The last number of the text may have
// been cut; its rest is not part of what follows.
func (o origin) next(n int) []byte {
	var next []byte
	drawn := 0
	for output := range o.outputs() {
		if len(next) >= n {
			break
		}
		if drawn++; drawn > o.draws {
			next = o.recipe.write(next, output)
		}
	}
	return next[:n]
}
