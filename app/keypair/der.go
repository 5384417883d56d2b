package keypair

import (
	"encoding/asn1"
	"errors"
	"math/big"
)

// The structures that keys travel in. They are our own, on [encoding/asn1], and not those
// of crypto/x509: that knows no ML-DSA, and refuses a weak key before one can say why.
type (
	algorithmID struct {
		OID        asn1.ObjectIdentifier
		Parameters asn1.RawValue `asn1:"optional"`
	}
	// privateInfo is PKCS#8 (RFC 5958 §2). Attributes and a public key may follow.
	privateInfo struct {
		Version    int
		Algorithm  algorithmID
		Key        []byte
		Attributes asn1.RawValue  `asn1:"optional,tag:0"`
		Public     asn1.BitString `asn1:"optional,tag:1"`
	}
	// publicInfo is SPKI (RFC 5280 §4.1).
	publicInfo struct {
		Algorithm algorithmID
		Key       asn1.BitString
	}
	// rsaPublic and rsaPrivate are PKCS#1 (RFC 8017 appendix A.1).
	rsaPublic  struct{ N, E *big.Int }
	rsaPrivate struct {
		Version                     int
		N, E, D, P, Q, DP, DQ, QInv *big.Int
	}
	// ecPrivate is SEC 1 C.4 (RFC 5915 §3).
	ecPrivate struct {
		Version int
		Key     []byte
		Curve   asn1.ObjectIdentifier `asn1:"optional,explicit,tag:0"`
		Public  asn1.BitString        `asn1:"optional,explicit,tag:1"`
	}
)

// The object identifiers of keys and of curves.
var (
	oidRSA = asn1.ObjectIdentifier{1, 2, 840, 113549, 1, 1, 1}
	oidPSS = asn1.ObjectIdentifier{1, 2, 840, 113549, 1, 1, 10}
	oidEC  = asn1.ObjectIdentifier{1, 2, 840, 10045, 2, 1}

	oids = map[string]asn1.ObjectIdentifier{
		"P-256": {1, 2, 840, 10045, 3, 1, 7}, "P-384": {1, 3, 132, 0, 34}, "P-521": {1, 3, 132, 0, 35}, // RFC 5480
		"Ed25519": {1, 3, 101, 112}, "X25519": {1, 3, 101, 110}, // RFC 8410
		"ML-DSA-44": {2, 16, 840, 1, 101, 3, 4, 3, 17}, "ML-DSA-65": {2, 16, 840, 1, 101, 3, 4, 3, 18}, "ML-DSA-87": {2, 16, 840, 1, 101, 3, 4, 3, 19}, // RFC 9881
	}
)

// nameOf returns the curve or algorithm that an identifier stands for, or nothing.
func nameOf(oid asn1.ObjectIdentifier) string {
	for name, own := range oids {
		if own.Equal(oid) {
			return name
		}
	}
	return ""
}

var (
	errDER     = errors.New("the bytes are not a key in DER")
	errUnknown = errors.New("the kind of key is not known here")
	errPrimes  = errors.New("the key has more than two primes")
)

// unmarshal reads a structure and nothing behind it; the error is [errDER].
func unmarshal(der []byte, into any) error {
	if rest, err := asn1.Unmarshal(der, into); err != nil || len(rest) > 0 {
		return errDER
	}
	return nil
}

// identifier returns how PKCS#8 and SPKI name the kind of a key.
func identifier(m material) algorithmID {
	switch k := m.(type) {
	case *rsaKey:
		return algorithmID{oidRSA, asn1.NullRawValue}
	case *ecKey:
		return algorithmID{oidEC, curveParameter(k.name)}
	case *okpKey:
		return algorithmID{OID: oids[k.name]}
	case *akpKey:
		return algorithmID{OID: oids[string(k.alg)]}
	default:
		return algorithmID{}
	}
}

func curveParameter(curve string) asn1.RawValue {
	der, _ := asn1.Marshal(oids[curve]) // of an identifier there is no error
	return asn1.RawValue{FullBytes: der}
}

// curve returns the curve that the parameters name, or nothing.
func (a algorithmID) curve() string {
	var oid asn1.ObjectIdentifier
	if unmarshal(a.Parameters.FullBytes, &oid) != nil {
		return ""
	}
	return ecName(oid)
}

// ecName returns the curve of an identifier if it is one of ECDSA.
func ecName(oid asn1.ObjectIdentifier) string {
	if name := nameOf(oid); curveOf(name) != nil {
		return name
	}
	return ""
}
