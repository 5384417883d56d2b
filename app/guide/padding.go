package guide

import (
	"bytes"
	"encoding/hex"
	"strconv"

	"jwtsecret/app/prose"
	"jwtsecret/app/secret"
)

// padding shows each step of HMAC on a key and a message that a person chooses, and which
// other keys make the same tag.
type padding struct{}

// shownTag is how much of a tag stands in the table of keys, in bytes.
const shownTag = 6

// What stands in the field "reading".
const (
	readText = "text"
	readHex  = "hex"
)

// Show computes the tag of the message.
func (*padding) Show(f Form, v *View) {
	a, key, wrong := paddingInput(f)
	defer clear(key)
	if wrong != "" {
		v.Judge("said", false, wrong)
		showNoSteps(v)
		return
	}
	v.Mark("said", "")
	v.Say("said", "")
	s := stepsOf(a, key, f["message"])
	defer s.wipe()
	showKey(v, a, len(key), s)
	showHMAC(v, s)
	showSame(v, a, key, f["message"])
}

// Act fills in a key, and says which.
func (p *padding) Act(name string, f Form, e Env) {
	a, key, wrong := paddingInput(f)
	defer clear(key)
	if wrong != "" && name == "hash" {
		e.Show(func(v *View) { p.Show(f, v) })
		return
	}
	block, filled := hashes[a].make().BlockSize(), Form{"reading": []byte(readText)}
	said := ""
	switch name {
	case "short":
		filled["key"] = []byte("abc")
		said = "A key of 3 bytes stands there now: the rest of the block is zeros."
	case "enough":
		filled["key"] = countable(a.MinSize())
		said = "A key of " + strconv.Itoa(a.MinSize()) + " bytes stands there now, as many as " + a.String() + " asks for."
	case "long":
		filled["key"] = countable(block + 1)
		said = "A key of " + strconv.Itoa(block+1) + " bytes stands there now, one more than the block: it is hashed first."
	case "hash":
		sum := digest(a, key)
		defer clear(sum)
		filled = Form{"key": hex.AppendEncode(nil, sum), "reading": []byte(readHex)}
		said = "The hash of your key stands there now as the key, in hexadecimal. Compare the tag."
	default:
		return
	}
	e.Show(func(v *View) {
		now := Form{"algorithm": f["algorithm"], "message": f["message"], "key": filled["key"], "reading": filled["reading"]}
		p.Show(now, v)
		v.Mark("said", "")
		v.Say("said", said)
		v.Fill("reading", filled["reading"])
		v.Fill("key", filled["key"])
	})
}

// countable is a key whose size can be counted, in bytes.
func countable(size int) []byte {
	key := make([]byte, size)
	for i := range key {
		key[i] = '0' + byte((i+1)%10)
	}
	return key
}

// paddingInput reads the fields, or says in a sentence what is wrong. The key is the
// caller's to overwrite.
func paddingInput(f Form) (a secret.Algorithm, key []byte, wrong string) {
	a, err := secret.ParseAlgorithm(f.Text("algorithm"))
	if err != nil {
		a = secret.HS256
	}
	format := secret.Raw
	if f.Text("reading") == readHex {
		format = secret.HexLower
	}
	key, err = secret.Decode(format, f["key"])
	switch {
	case err != nil:
		return a, nil, "This is not hexadecimal: that has two digits for each byte, 0 to 9 and a to f, and nothing between them. Mend it, or read the key as text."
	case len(key) > secret.MaxSize:
		clear(key)
		return a, nil, "This key has more than " + prose.Counted(secret.MaxSize, "byte", "bytes") + ". Take a shorter one: the steps are the same."
	}
	return a, key, ""
}

// showKey says what HMAC makes of the key, and whether the rule allows it.
func showKey(v *View, a secret.Algorithm, size int, s hmacSteps) {
	name, block := hashes[a].name, len(s.block)
	zeros := prose.Counted(block-s.own, "zero byte", "zero bytes")
	step := "used as it is: it fills the block"
	switch {
	case s.hashed:
		step = "hashed first to " + strconv.Itoa(s.own) + " bytes, because it is longer than the block; then " + zeros
	case s.own < block:
		step = "followed by " + zeros
	}
	v.Say("size", prose.Counted(size, "byte", "bytes"))
	v.Say("block", strconv.Itoa(block)+" bytes ("+name+")")
	v.Say("step", step)
	switch least := strconv.Itoa(a.MinSize()) + " bytes or more"; {
	case size == 0:
		v.Judge("rule", false, "The key is empty, so the block is all zeros: anyone can make this tag. "+a.String()+" asks for "+least+".")
	case size < a.MinSize():
		v.Judge("rule", false, a.String()+" asks for "+least+": this key is too short.")
	default:
		v.Judge("rule", true, a.String()+" asks for "+least+": the length is right. Whether anyone can guess the key is another question.")
	}
}

// showHMAC writes the bytes of each step in hexadecimal.
func showHMAC(v *View, s hmacSteps) {
	v.Put("own", spaced(s.block[:s.own]))
	v.Put("zeros", spaced(s.block[s.own:]))
	v.Put("inner", spaced(s.inner))
	v.Put("middle", spaced(s.middle))
	v.Put("outer", spaced(s.outer))
	v.Put("tag", spaced(s.tag))
}

// showNoSteps empties the places of all results.
func showNoSteps(v *View) {
	for _, place := range []string{"size", "block", "step", "rule", "own", "zeros", "inner", "middle", "outer", "tag", "zero", "hash"} {
		v.Say(place, "")
	}
	v.Mark("rule", "")
	v.List("same", nil)
}

// showSame compares the tag with those of two other keys: with a zero byte more, and with
// the hash of the key.
func showSame(v *View, a secret.Algorithm, key, message []byte) {
	more := make([]byte, len(key)+1) // once: what grows leaves a copy behind
	copy(more, key)
	sum := digest(a, key)
	defer clear(more)
	defer clear(sum)
	tag, ofMore, ofSum := tagOf(a, key, message), tagOf(a, more, message), tagOf(a, sum, message)
	name, block := hashes[a].name, hashes[a].make().BlockSize()
	v.List("same", [][]string{
		{"your key", strconv.Itoa(len(key)), begin(tag), ""},
		{"your key and a zero byte", strconv.Itoa(len(more)), begin(ofMore), same(tag, ofMore)},
		{"the " + name + " of your key", strconv.Itoa(len(sum)), begin(ofSum), same(tag, ofSum)},
	})
	switch {
	case len(key) < block:
		v.Say("zero", "A zero byte more changes nothing: HMAC adds it anyway.")
	case len(key) == block:
		v.Say("zero", "The block is full. With one byte more the key is hashed first, so it is another key.")
	default:
		v.Say("zero", "A key that is hashed first changes with each byte, zeros too.")
	}
	if len(key) > block {
		v.Say("hash", "Your key and its "+name+" are one key to HMAC. The longer one buys nothing.")
		return
	}
	v.Say("hash", "Your key is not hashed first, so its "+name+" is another key. From "+strconv.Itoa(block+1)+" bytes on, the two are one.")
}

// tagOf returns the tag that a key makes.
func tagOf(a secret.Algorithm, key, message []byte) []byte {
	s := stepsOf(a, key, message)
	defer s.wipe()
	return s.tag
}

func same(tag, other []byte) string {
	if bytes.Equal(tag, other) {
		return "the same"
	}
	return "another"
}

// begin writes the first bytes of a tag.
func begin(tag []byte) string { return string(spaced(tag[:shownTag])) + " …" }
