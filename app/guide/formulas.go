package guide

import (
	"crypto/sha256"
	"encoding/hex"
	"math"
	"strconv"
	"strings"
	"unicode/utf8"

	"jwtsecret/app/job"
	"jwtsecret/app/prose"
	"jwtsecret/app/secret"
)

// formulas shows what four popular formulas say of a text, and what is true of it.
type formulas struct {
	asked int    // counts what stood in the field: an answer on something else is dropped
	stop  func() // ends the asking
}

// typeText asks for a text.
const typeText = "Type a text, or take one of those above."

// maxShown is the most bytes of a text that the box looks at.
const maxShown = 4096

// Show shows the formulas. The truth is not known before the audit is asked.
func (b *formulas) Show(f Form, v *View) {
	b.Forget()
	text := f["secret"]
	v.Mark("truth", "")
	switch {
	case len(text) == 0:
		v.List("says", nil)
		v.Say("truth", typeText)
		return
	case len(text) > maxShown:
		v.List("says", nil)
		v.Say("truth", "That is longer than "+strconv.Itoa(maxShown)+" bytes. Take a shorter text.")
		return
	}
	v.List("says", formulaRows(text))
	v.Say("truth", "Not asked yet.")
}

// Forget drops the answer that is awaited.
func (b *formulas) Forget() {
	b.asked++
	if b.stop != nil {
		b.stop()
		b.stop = nil
	}
}

// Act fills in one of the texts, or asks the audit about what stands there.
func (b *formulas) Act(name string, f Form, e Env) {
	var text []byte
	switch name {
	case "ask":
		text = append(text, f["secret"]...)
	case "same":
		text = []byte(strings.Repeat("a", 32))
	case "hash":
		sum := sha256.Sum256([]byte("secret"))
		text = hex.AppendEncode(nil, sum[:])
	case "pattern":
		text = []byte(strings.Repeat("0123456789abcdef", 4))
	case "random":
		b.draw(e)
		return
	}
	defer clear(text)
	if name != "ask" {
		b.fill(text, e)
	}
	switch {
	case len(text) == 0:
		e.Show(func(v *View) { v.Judge("truth", false, "There is nothing to ask about. "+typeText) })
	case len(text) <= maxShown:
		b.ask(text, e)
	}
}

// fill puts a text into the field, and shows the formulas for it.
func (b *formulas) fill(text []byte, e Env) {
	e.Show(func(v *View) {
		v.Fill("secret", append([]byte(nil), text...))
		b.Show(Form{"secret": text}, v)
	})
}

// draw makes a secret as the page Generate does. Of this one the truth is known.
func (b *formulas) draw(e Env) {
	made, err := secret.Generate(secret.Request{Algorithm: secret.HS256, Size: secret.HS256.MinSize(), Format: secret.Base64URL, Count: 1})
	if err != nil {
		e.Show(func(v *View) {
			v.Judge("truth", false, "The generator of this browser is broken: it gave what none gives that works.")
		})
		return
	}
	defer made[0].Wipe()
	b.fill(made[0].Text(), e)
	e.Show(func(v *View) {
		v.Judge("truth", true, strconv.Itoa(8*secret.HS256.MinSize())+" bits: known, because this page has just drawn them. The text does not show it.")
	})
}

// ask asks the audit what the text can be worth at most.
func (b *formulas) ask(text []byte, e Env) {
	b.Forget()
	asked := b.asked
	e.Show(func(v *View) {
		v.Mark("truth", "")
		v.Say("truth", "Asking the audit…")
	})
	answer := func(good bool, words string) {
		if asked == b.asked {
			e.Show(func(v *View) { v.Judge("truth", good, words) })
		}
	}
	b.stop = e.Ask(job.Request{Audit: &job.Audit{Text: text}}, func(event job.Event) {
		switch {
		case event.Secret != nil && len(event.Secret.Verdicts) > 0:
			answer(atMost(event.Secret))
		case event.Token != nil:
			answer(false, "This is a token, not a secret. The token bench reads it.")
		}
	}, func(sentence string) { answer(false, sentence) })
}

// atMost says what the audit allows for HS256, and the most certain reason.
func atMost(r *job.SecretReport) (good bool, words string) {
	verdict := r.Verdicts[0]
	words = "At most " + prose.Counted(verdict.Bits, "bit", "bits") + ". "
	switch {
	case verdict.NoDefect():
		return true, words + "No defect was found, but only who made it can know what it is worth."
	case len(r.Findings) > 0:
		return false, words + r.Findings[0].Sentence
	default:
		return false, words + verdict.Sentence
	}
}

// formulaRows are the formulas and what each says.
func formulaRows(text []byte) [][]string {
	row := func(name string, bits float64) []string {
		return []string{name, strconv.Itoa(int(math.Round(bits))) + " bits"}
	}
	return [][]string{
		row("8 bits for each character", 8*float64(utf8.RuneCount(text))),
		row("Length × log₂ of the kinds of characters", byClasses(text)),
		row("Length × Shannon's entropy of the characters", byShannon(text)),
		row("Length × log₂ of the different characters", byDistinct(text)),
	}
}

// The sizes of the kinds of characters, as in it-tools, a collection of tools for developers:
// 26 letters of each case, 10 digits, and 32 for all else.
const letters, decimals, others = 26, 10, 32

func byClasses(text []byte) float64 {
	sizes := map[int]float64{}
	for _, c := range string(text) {
		switch {
		case c >= 'a' && c <= 'z':
			sizes['a'] = letters
		case c >= 'A' && c <= 'Z':
			sizes['A'] = letters
		case c >= '0' && c <= '9':
			sizes['0'] = decimals
		default:
			sizes['!'] = others
		}
	}
	all := 0.0
	for _, size := range sizes {
		all += size
	}
	return float64(utf8.RuneCount(text)) * math.Log2(all)
}

func byShannon(text []byte) (bits float64) {
	length := float64(utf8.RuneCount(text))
	for _, n := range counts(text) {
		bits -= n * math.Log2(n/length)
	}
	return bits + 0 // no -0
}

func byDistinct(text []byte) float64 {
	return float64(utf8.RuneCount(text)) * math.Log2(float64(len(counts(text))))
}

// counts returns how often each character is in the text.
func counts(text []byte) map[rune]float64 {
	all := map[rune]float64{}
	for _, c := range string(text) {
		all[c]++
	}
	return all
}
