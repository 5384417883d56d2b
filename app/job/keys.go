package job

// Keys asks for a key or key pair to be made, or for what a text holds of keys: see
// [Event]'s Keys.
type Keys struct {
	Text       []byte `json:"-"` // keys as they were pasted: PEM, JWK, JWKS, certificate; empty where Make is set
	Passphrase []byte `json:"-"` // opens what is encrypted, and encrypts the private key if Encrypt says so
	Published  []byte `json:"-"` // the JWKS that is published already, to which the public key is to be added; may be empty

	Make *MakeKey `json:",omitempty"`

	Encrypt     bool   `json:",omitempty"` // the private key is wanted as a JWE too
	Certificate string `json:",omitempty"` // the common name of a self-signed certificate; empty for none
	Algorithm   string `json:",omitempty"` // "RS256": the "alg" of keys in Text that do not say theirs and that it fits
	KeyID       string `json:",omitempty"` // the "kid" of the (first) key; empty for its own or its thumbprint
}

// MakeKey says which key.
type MakeKey struct {
	Algorithm string // "ES256"
	Bits      int    `json:",omitempty"` // of an RSA modulus; 0 for the default
	Curve     string `json:",omitempty"` // for ECDH-ES; empty for the default
}

// KeysReport is what there is of keys.
type KeysReport struct {
	Keys  []KeyReport
	Files []KeyFile // those of the first key, and the key set of all

	Findings []Finding // of the text and the set as a whole

	// What is wrong, a sentence each, or empty.
	TextProblem, PassphraseProblem, PublishedProblem, KeyIDProblem, CertificateProblem string

	Token  []byte `json:"-"` // a sample signed by the first key; empty where it cannot sign
	Signed string // a sentence: that the sample was verified with the public key

	Snippets []KeySnippet // for the first key
}

// KeySetName is the name of the key set (RFC 7517 §5) among the files of a report, by which
// the page finds it.
const KeySetName = "jwks.json"

// KeyReport is what there is to say of one key.
type KeyReport struct {
	Title      string // "ES256 key pair", "RSA public key"
	KeyID      string
	Thumbprint string // RFC 7638; empty for a symmetric key
	Facts      []Fact // in the order of reading: "Curve" "P-256", "Use" "signatures"
	Findings   []Finding
}

// Fact is a name and a value.
type Fact struct{ Name, Text string }

// KeyFile is a form of a key.
type KeyFile struct {
	Name    string // "private.pem"
	Title   string // "Private key, PEM (PKCS#8)"
	Hint    string // what it is for, a sentence
	Private bool   // to be masked
	More    bool   // asked for rarely: PKCS#1, SEC1
	Text    []byte `json:"-"`
}

// KeySnippet is code for one library.
type KeySnippet struct {
	ID, Title string // "node-jose", "Node.js with jose"
	Highlight string // the grammar, as package snippet has it
	Sign      string // signs with the private key
	Verify    string // verifies by the key set's address, the algorithm pinned
	Needs     string // a sentence: the library and the version that the tests ran it with
}
