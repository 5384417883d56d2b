package keypair

import (
	"bytes"
	"crypto/x509"
	"encoding/base64"
	"slices"
	"strings"
)

const begin, end, dashes = "-----BEGIN ", "-----END ", "-----"

// readPEM reads all blocks of a text (RFC 7468). A certificate that follows its private key
// becomes the key's chain.
func (p *Parsed) readPEM(text []byte) {
	p.Form = "certificate"
	text = bytes.ReplaceAll(text, []byte(`\n`), []byte("\n"))
	defer clear(text)
	sections := bytes.Split(text, []byte(begin))[1:]
	for i, section := range sections {
		block, err := readBlock(section)
		if block.label != "CERTIFICATE" {
			p.Form = "PEM"
		}
		if err == nil && block.label == "EC PARAMETERS" { // stands before a key that names its curve itself
			continue
		}
		place := i + 1
		if len(sections) == 1 {
			place = 0
		}
		p.addBlock(block, err, place)
		clear(block.der)
	}
}

// addBlock keeps the key of a block.
func (p *Parsed) addBlock(b pemBlock, err error, place int) {
	var m material
	if err == nil {
		m, err = b.material()
	}
	if err != nil {
		if m != nil { // one that is no good
			m.wipe()
		}
		p.add(nil, err, place)
		return
	}
	k := &Key{material: m}
	if akp, ok := m.(*akpKey); ok {
		k.Algorithm = akp.alg
	}
	if b.label == "CERTIFICATE" {
		k.Chain = [][]byte{slices.Clone(b.der)}
		if i := slices.IndexFunc(p.Keys, func(other *Key) bool { return other.Thumbprint() == k.Thumbprint() }); i >= 0 {
			p.Keys[i].Chain = k.Chain
			return
		}
	}
	p.add(k, nil, place)
}

// pemBlock is what stands between BEGIN and END.
type pemBlock struct {
	label     string
	encrypted bool
	der       []byte
}

// readBlock reads the block whose label the text begins with. It is more patient than
// encoding/pem: the lines may be indented, or be one.
func readBlock(text []byte) (b pemBlock, err error) {
	label, body, found := bytes.Cut(text, []byte(dashes))
	if !found || len(label) > 64 {
		return b, errTruncated
	}
	b.label = strings.TrimSpace(string(label))
	if body, _, found = bytes.Cut(body, []byte(end+b.label+dashes)); !found {
		return b, errTruncated
	}
	digits := make([]byte, 0, len(body))
	defer func() { clear(digits) }()
	for line := range bytes.Lines(body) {
		if bytes.Contains(line, []byte(": ")) { // a header (RFC 1421 §4.4)
			b.encrypted = b.encrypted || bytes.Contains(line, []byte("DEK-Info")) || bytes.Contains(line, []byte("ENCRYPTED"))
			continue
		}
		for _, field := range bytes.Fields(line) {
			digits = append(digits, field...)
		}
	}
	if b.encrypted {
		return b, errEncrypted
	}
	b.der, err = base64.StdEncoding.AppendDecode(nil, digits)
	if err != nil {
		return b, errBase64
	}
	return b, nil
}

// material reads the key of a block.
func (b pemBlock) material() (material, error) {
	switch b.label {
	case "PRIVATE KEY":
		return pkcs8(b.der)
	case "PUBLIC KEY":
		return spki(b.der)
	case "RSA PRIVATE KEY":
		return pkcs1(b.der)
	case "RSA PUBLIC KEY":
		return pkcs1Public(b.der)
	case "EC PRIVATE KEY":
		return sec1(b.der, "")
	case "CERTIFICATE":
		return certified(b.der)
	case "ENCRYPTED PRIVATE KEY":
		return nil, errEncrypted
	case "OPENSSH PRIVATE KEY":
		return nil, errOpenSSH
	case "CERTIFICATE REQUEST", "NEW CERTIFICATE REQUEST":
		return nil, errRequest
	default:
		return nil, errUnknown
	}
}

// certified returns the public key of a certificate.
func certified(der []byte) (material, error) {
	c, err := x509.ParseCertificate(der)
	if err != nil {
		return nil, errCertificate
	}
	return spki(c.RawSubjectPublicKeyInfo)
}
