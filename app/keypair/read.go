package keypair

import (
	"bytes"
	"crypto/elliptic"
	"encoding/asn1"
	"errors"
	"slices"
)

// pkcs1 reads a private RSA key.
func pkcs1(der []byte) (material, error) {
	var s rsaPrivate
	if err := unmarshal(der, &s); err != nil {
		return nil, err
	}
	if s.Version != 0 {
		return nil, errPrimes
	}
	defer wipeInts(s.DP, s.DQ, s.QInv)
	k := &rsaKey{n: s.N, e: s.E, d: s.D, p: s.P, q: s.Q}
	if err := k.valid(); err != nil {
		return k, err
	}
	return k, k.speeds(s.DP, s.DQ, s.QInv)
}

// pkcs1Public reads a public RSA key.
func pkcs1Public(der []byte) (material, error) {
	var s rsaPublic
	if err := unmarshal(der, &s); err != nil {
		return nil, err
	}
	k := &rsaKey{n: s.N, e: s.E}
	return k, k.valid()
}

// sec1 reads a private EC key, whose curve may be known from elsewhere.
func sec1(der []byte, curve string) (material, error) {
	var s ecPrivate
	if err := unmarshal(der, &s); err != nil {
		return nil, err
	}
	if curve == "" {
		curve = ecName(s.Curve)
	}
	if curve == "" {
		return nil, errUnknown
	}
	size := (curveOf(curve).Params().BitSize + 7) / 8
	for len(s.Key) > size && s.Key[0] == 0 { // others write some
		s.Key = s.Key[1:]
	}
	if len(s.Key) < size { // some programs leave zeros out
		short := s.Key
		defer clear(short)
		s.Key = slices.Concat(make([]byte, size-len(short)), short)
	}
	var point []byte
	if public := s.Public.RightAlign(); len(public) > 0 {
		m, err := pointOf(curve, public)
		if err != nil {
			return nil, err
		}
		point = m.(*ecKey).point
	}
	return newEC(curve, point, s.Key)
}

// orNil returns nil for what is not there.
func orNil(public []byte) []byte {
	if len(public) == 0 {
		return nil
	}
	return public
}

// pkcs8 reads the private key of any kind.
func pkcs8(der []byte) (material, error) {
	var s privateInfo
	if err := unmarshal(der, &s); err != nil {
		return nil, err
	}
	defer clear(s.Key)
	name := nameOf(s.Algorithm.OID)
	switch {
	case s.Algorithm.OID.Equal(oidRSA):
		return pkcs1(s.Key)
	case s.Algorithm.OID.Equal(oidPSS):
		return forPSS(pkcs1(s.Key))
	case s.Algorithm.OID.Equal(oidEC):
		if s.Algorithm.curve() == "" {
			return nil, errUnknown
		}
		return sec1(s.Key, s.Algorithm.curve())
	case Algorithm(name).scheme() != nil:
		return seedOf(Algorithm(name), orNil(s.Public.RightAlign()), s.Key)
	case name == "Ed25519", name == "X25519":
		var own []byte // a string in a string (RFC 8410 §7)
		if err := unmarshal(s.Key, &own); err != nil {
			return nil, err
		}
		return newOKP(name, orNil(s.Public.RightAlign()), own)
	default:
		return nil, errUnknown
	}
}

// forPSS marks an RSA key as one for RSASSA-PSS alone.
func forPSS(m material, err error) (material, error) {
	if k, ok := m.(*rsaKey); ok {
		k.pss = true
	}
	return m, err
}

// spki reads the public key of any kind.
func spki(der []byte) (material, error) {
	var s publicInfo
	if err := unmarshal(der, &s); err != nil {
		return nil, err
	}
	key := slices.Clone(s.Key.RightAlign()) // whoever has the DER overwrites it
	name := nameOf(s.Algorithm.OID)
	switch {
	case s.Algorithm.OID.Equal(oidRSA):
		return pkcs1Public(key)
	case s.Algorithm.OID.Equal(oidPSS):
		return forPSS(pkcs1Public(key))
	case s.Algorithm.OID.Equal(oidEC):
		return pointOf(s.Algorithm.curve(), key)
	case Algorithm(name).scheme() != nil:
		return newAKP(Algorithm(name), key, nil)
	case name == "Ed25519", name == "X25519":
		return newOKP(name, key, nil)
	default:
		return nil, errUnknown
	}
}

// pointOf reads a point, compressed or not (SEC 1 §2.3.4).
func pointOf(curve string, point []byte) (material, error) {
	c := curveOf(curve)
	if c == nil {
		return nil, errUnknown
	}
	if len(point) > 0 && (point[0] == 2 || point[0] == 3) {
		x, y := elliptic.UnmarshalCompressed(c, point)
		if x == nil {
			return nil, errPoint
		}
		size := (c.Params().BitSize + 7) / 8
		point = slices.Concat([]byte{4}, x.FillBytes(make([]byte, size)), y.FillBytes(make([]byte, size)))
	}
	return newEC(curve, point, nil)
}

// seedOf reads a private ML-DSA key (RFC 9881 §6): its seed, alone or before what it
// expands to, which must then be that.
func seedOf(a Algorithm, public, der []byte) (material, error) {
	var seed []byte
	if rest, err := asn1.UnmarshalWithParams(der, &seed, "tag:0"); err == nil && len(rest) == 0 {
		return newAKP(a, public, seed)
	}
	var both struct{ Seed, Expanded []byte }
	if err := unmarshal(der, &both); err != nil {
		return nil, errExpanded
	}
	defer clear(both.Expanded)
	m, err := newAKP(a, public, both.Seed)
	if err != nil {
		return nil, err
	}
	_, private := a.scheme().DeriveKey(both.Seed)
	own, err := private.MarshalBinary()
	defer clear(own)
	if err != nil || !bytes.Equal(own, both.Expanded) {
		m.wipe()
		return nil, errApart
	}
	return m, nil
}

// errExpanded says that an ML-DSA key came without its seed, which no JWK can do without.
var errExpanded = errors.New("the private key comes without its seed")

// valid returns an error for what is no RSA key at all, and for one whose parts do not
// belong together.
func (k *rsaKey) valid() error {
	switch {
	case k.n.Sign() <= 0 || k.e.Sign() <= 0:
		return errDER
	case k.n.BitLen() > maxModulus || k.e.BitLen() > maxExponent:
		return errHuge
	case k.private() && (k.d.Sign() <= 0 || k.d.BitLen() > k.n.BitLen()):
		return errApart
	case k.private():
		return k.together()
	default:
		return nil
	}
}

// errHuge says that an RSA key is beyond what is worth the time.
var errHuge = errors.New("the RSA key is larger than 16384 bits")
