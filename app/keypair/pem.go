package keypair

import (
	"encoding/asn1"
	"encoding/pem"
)

// FromPKCS8 returns the key that stands in a DER-encoded PKCS#8 structure (RFC 5958), as
// WebCrypto exports it, made for what k says. The error is [ErrKind] where it is another
// key than that.
func FromPKCS8(der []byte, k Kind) (*Key, error) {
	k, err := k.Filled()
	if err != nil {
		return nil, err
	}
	m, err := pkcs8(der)
	if err != nil {
		return nil, err
	}
	if m.family() != k.family() || k.Bits != 0 && m.bits() != k.Bits || k.Curve != "" && m.curve() != k.Curve {
		return nil, ErrKind
	}
	if akp, ok := m.(*akpKey); ok && akp.alg != k.Algorithm {
		return nil, ErrKind
	}
	return named(m, k.Algorithm), nil
}

// PKCS8 returns the private key as PEM "PRIVATE KEY" (RFC 5958), which every kind but a
// symmetric key has. It and the three below return [ErrForm] where the form has no place
// for the key.
func (k *Key) PKCS8() ([]byte, error) {
	if !k.Private() {
		return nil, ErrForm
	}
	var inner []byte
	var err error
	switch m := k.material.(type) {
	case *rsaKey:
		inner, err = m.der()
	case *ecKey:
		inner, err = m.der(false)
	case *okpKey:
		inner, err = asn1.Marshal(m.own) // RFC 8410 §7
	case *akpKey:
		inner, err = asn1.MarshalWithParams(m.seed, "tag:0") // RFC 9881 §6
	default:
		return nil, ErrForm
	}
	if err != nil {
		return nil, err
	}
	return block("PRIVATE KEY", privateInfo{Algorithm: identifier(k.material), Key: inner}, inner)
}

// SPKI returns the public key as PEM "PUBLIC KEY" (RFC 5280 §4.1), also of a private one.
func (k *Key) SPKI() ([]byte, error) {
	info, err := k.spki()
	if err != nil {
		return nil, err
	}
	return block("PUBLIC KEY", info, nil)
}

func (k *Key) spki() (publicInfo, error) {
	var inner []byte
	switch m := k.material.(type) {
	case *rsaKey:
		der, err := asn1.Marshal(rsaPublic{m.n, m.e})
		if err != nil {
			return publicInfo{}, err
		}
		inner = der
	case *ecKey:
		inner = m.point
	case *okpKey:
		inner = m.point
	case *akpKey:
		inner = m.pub
	default:
		return publicInfo{}, ErrForm
	}
	return publicInfo{identifier(k.material), asn1.BitString{Bytes: inner, BitLength: 8 * len(inner)}}, nil
}

// PKCS1 returns an RSA key as PEM "RSA PRIVATE KEY" or "RSA PUBLIC KEY" (RFC 8017 appendix
// A.1).
func (k *Key) PKCS1() ([]byte, error) {
	m, ok := k.material.(*rsaKey)
	switch {
	case !ok:
		return nil, ErrForm
	case !m.private():
		return block("RSA PUBLIC KEY", rsaPublic{m.n, m.e}, nil)
	default:
		der, err := m.der()
		return seal("RSA PRIVATE KEY", der, err)
	}
}

// SEC1 returns a private EC key as PEM "EC PRIVATE KEY" (RFC 5915).
func (k *Key) SEC1() ([]byte, error) {
	m, ok := k.material.(*ecKey)
	if !ok || !m.private() {
		return nil, ErrForm
	}
	der, err := m.der(true)
	return seal("EC PRIVATE KEY", der, err)
}

// der returns the private key as PKCS#1.
func (k *rsaKey) der() ([]byte, error) {
	dp, dq, qi := k.crt()
	defer wipeInts(dp, dq, qi)
	return asn1.Marshal(rsaPrivate{0, k.n, k.e, k.d, k.p, k.q, dp, dq, qi})
}

// der returns the private key as SEC 1, in which the curve is named unless that is said
// around it.
func (k *ecKey) der(named bool) ([]byte, error) {
	s := ecPrivate{Version: 1, Key: k.scalar, Public: asn1.BitString{Bytes: k.point, BitLength: 8 * len(k.point)}}
	if named {
		s.Curve = oids[k.name]
	}
	return asn1.Marshal(s)
}

// block returns a structure as PEM and overwrites what it was made from.
func block(label string, structure any, inner []byte) ([]byte, error) {
	der, err := asn1.Marshal(structure)
	clear(inner)
	return seal(label, der, err)
}

// seal returns PEM (RFC 7468) and overwrites what it was made from.
func seal(label string, der []byte, err error) ([]byte, error) {
	if err != nil {
		return nil, err
	}
	text := pem.EncodeToMemory(&pem.Block{Type: label, Bytes: der})
	clear(der)
	return text, nil
}
