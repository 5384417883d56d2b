package judge

import (
	"errors"
	"strconv"
	"unicode"
	"unicode/utf8"

	"jwtsecret/app/job"
	"jwtsecret/app/keypair"
)

const certificateDays = 365

// certify has the first key sign a certificate of its own, if that was asked for. The key
// sets have it then, too ("x5c").
func (k *keys) certify() (wrong *string, sentence string) {
	name := k.request.Certificate
	wrong = &k.report.CertificateProblem
	switch {
	case name == "":
		return nil, ""
	case !commonName(name):
		return wrong, "A name in a certificate has at most " + strconv.Itoa(keypair.MaxName) + " characters, and none that cannot be seen."
	case !k.all[0].Private():
		return wrong, "Only the private key can sign a certificate, and this is the public one."
	}
	der, err := k.all[0].Certificate(name, k.now, k.now.AddDate(0, 0, certificateDays))
	switch {
	case errors.Is(err, keypair.ErrForm):
		return wrong, "A " + keyTitle(k.all[0]) + " cannot sign a certificate of its own. Leave the name empty, or choose RSA, ES256, ES384, ES512 or EdDSA."
	case err != nil:
		return wrong, "This key did not sign a certificate: it is too weak or broken."
	}
	k.all[0].Chain = [][]byte{der}
	return nil, ""
}

// commonName reports whether a name has a length and characters that a certificate takes.
func commonName(name string) bool {
	for _, r := range name {
		if !unicode.IsPrint(r) || r == utf8.RuneError {
			return false
		}
	}
	return utf8.RuneCountInString(name) <= keypair.MaxName
}

// certificateFile is the file of a certificate, of one that was made here or of another.
func certificateFile(made bool) job.KeyFile {
	expires := ""
	if made {
		expires = ", and expires after a year"
	}
	return job.KeyFile{Name: "certificate.pem", Title: "Certificate, PEM (X.509)",
		Hint: "For libraries and gateways that take a public key only in a certificate. It proves nothing about who has the key" + expires + ". The key set has it as x5c."}
}
