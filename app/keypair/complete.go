package keypair

import "slices"

// Complete sets what libraries look for in a JWK and a key leaves unsaid, as PEM does: its
// "alg", and by that its "use" and "key_ops" (RFC 7517 §4.2 to §4.4). The algorithm is the
// chosen one, if any, where it fits all that the key is and says; else the only one that the
// key signs with: an EC key is then one for signatures. It reports whether it set "alg". What
// the key says already stays, and where that is contradictory nothing is set.
func (k *Key) Complete(chosen Algorithm) (set bool) {
	if set = k.Algorithm == ""; set {
		k.Algorithm = k.missing(chosen)
	}
	if t := k.Algorithm.traits(); t.name == "" || len(k.contradictions()) > 0 {
		return set && k.Algorithm != ""
	}
	k.Use = k.Algorithm.Use()
	if k.Ops == nil {
		k.Ops = k.Algorithm.operations(k.Family(), k.Private())
	}
	return set
}

// missing returns the algorithm of a key that says none, or none.
func (k *Key) missing(chosen Algorithm) Algorithm {
	signs := k.Signs()
	switch {
	case chosen == "dir" && k.takes(chosen):
		return direct[k.Bits()]
	case k.takes(chosen):
		return chosen
	case k.Ops != nil && len(k.Ops) == 0: // so WebCrypto writes the public key of an agreement
		return ""
	case len(signs) == 1 && k.Family() != Oct && k.takes(signs[0]):
		return signs[0]
	default:
		return ""
	}
}

// Fits returns the algorithms that a key may be for by all that it is and says, those for
// signatures first.
func (k *Key) Fits() (all []Algorithm) {
	for _, t := range table {
		if (!t.known || t.use == "sig" && t.family == Oct) && k.takes(t.name) {
			all = append(all, t.name)
		}
	}
	return all
}

// takes reports whether the key would be a good one if it said that it is for the algorithm.
func (k *Key) takes(a Algorithm) bool {
	if a.Use() == "" || k.Algorithm != "" && k.Algorithm != a {
		return false
	}
	other := *k
	other.Algorithm = a
	size, isOct := k.material.(octKey)
	return len(other.contradictions()) == 0 && !(isOct && len(other.wrongSize(size)) > 0)
}

// encrypts reports whether the key says, if by nothing else by its operations, that it is
// for encryption.
func (k *Key) encrypts() bool {
	is := func(list []string) bool {
		return slices.ContainsFunc(k.Ops, func(op string) bool { return slices.Contains(list, op) })
	}
	return k.Use == "enc" || k.Algorithm.Use() == "enc" || k.Use == "" && k.Algorithm == "" && is(encryption) && !is(signing)
}
