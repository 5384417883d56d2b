package keypair

import "slices"

// Check says what is wrong with keys by themselves and with each other. What is wrong with
// a text as a whole is said by [Parse]; a point off its curve is no key for it at all.
func Check(keys []*Key) []Problem {
	var found []Problem
	for i, k := range keys {
		for _, code := range slices.Concat(k.weak(), k.contradictions()) {
			found = append(found, about(i, code))
		}
	}
	for i := range shared(keys) {
		found = append(found, about(i, "rsa-shared"))
	}
	return append(found, ids(keys)...)
}

// weak returns what is wrong with the material.
func (k *Key) weak() []string {
	switch m := k.material.(type) {
	case *rsaKey:
		return m.weak()
	case octKey:
		return k.wrongSize(m)
	case *okpKey:
		if m.smallOrder() {
			return []string{"okp-small"}
		}
	}
	return nil // every other point of the curves is as good as any
}

// wrongSize compares a symmetric key with its algorithm: those of JWE take keys of exactly
// one size (RFC 7518 §4.4, §4.7, §5), those of HMAC a least one (§3.2).
func (k *Key) wrongSize(key octKey) []string {
	t := k.Algorithm.traits()
	least := map[Algorithm]int{"HS256": 256, "HS384": 384, "HS512": 512}[t.name]
	switch {
	case key.bits() < least:
		return []string{"oct-short"}
	case t.sizes != nil && !slices.Contains(t.sizes, key.bits()):
		return []string{"oct-size"}
	default:
		return nil
	}
}

// contradictions returns where "alg", "use", "key_ops" and the material say different
// things (RFC 7517 §4.2 to §4.4).
func (k *Key) contradictions() []string {
	var codes []string
	t := k.Algorithm.traits()
	if t.name != "" && !k.carries(t) {
		codes = append(codes, "alg-kty")
	}
	if k.Use != "" && k.Use != "sig" && k.Use != "enc" {
		codes = append(codes, "use-unknown")
	} else if t.use != "" && k.Use != "" && k.Use != t.use {
		codes = append(codes, "alg-use")
	}
	return append(codes, k.wrongOperations(t)...)
}

// carries reports whether the material is of the kind that the algorithm takes.
func (k *Key) carries(t traits) bool {
	if t.use == "sig" {
		return k.fits(t)
	}
	if t.family == "" { // an agreement, by a curve
		return slices.Contains(t.curves, k.Curve())
	}
	return t.family == k.Family() && !k.onlyPSS()
}

// What the operations of "key_ops" are for, and which of them only a private key does (RFC
// 7517 §4.3).
var (
	signing    = []string{"sign", "verify"}
	encryption = []string{"encrypt", "decrypt", "wrapKey", "unwrapKey", "deriveKey", "deriveBits"}
	privately  = []string{"sign", "decrypt", "unwrapKey"}
)

func (k *Key) wrongOperations(t traits) []string {
	var codes []string
	is := func(list []string) func(string) bool {
		return func(op string) bool { return slices.Contains(list, op) }
	}
	signs, encrypts := slices.ContainsFunc(k.Ops, is(signing)), slices.ContainsFunc(k.Ops, is(encryption))
	use := k.Use
	if use == "" {
		use = t.use
	}
	if signs && encrypts || use == "sig" && encrypts || use == "enc" && signs {
		codes = append(codes, "ops-use")
	}
	if !k.Private() && slices.ContainsFunc(k.Ops, is(privately)) {
		codes = append(codes, "ops-public")
	}
	if k.Private() && k.Family() != Oct && len(k.Ops) > 0 && !slices.ContainsFunc(k.Ops, is(append(privately, "deriveKey", "deriveBits"))) {
		codes = append(codes, "ops-private")
	}
	return codes
}

// ids returns which keys have no "kid" where there are several, and which have that of
// another.
func ids(keys []*Key) []Problem {
	var found []Problem
	first := map[string]int{}
	for i, k := range keys {
		other, twice := first[k.ID]
		switch {
		case k.ID == "" && len(keys) > 1:
			found = append(found, about(i, "kid-missing"))
		case k.ID == "":
		case !twice:
			first[k.ID] = i
		case keys[other].Thumbprint() == k.Thumbprint():
			found = append(found, about(i, "key-twice"))
		default:
			found = append(found, about(i, "kid-twice"))
		}
	}
	return found
}
