package server

import (
	"bytes"
	"encoding/base64"
	"encoding/hex"
	"errors"
	"fmt"
	"io/fs"
	"strings"

	"jwtsecret/app/meta"
)

// dcb is the content coding of brotli with a dictionary that the client has (RFC 9842 §4).
// Its stream begins with these bytes and the SHA-256 of the dictionary.
const (
	dcb      = "dcb"
	dcbMagic = "\xffDCB"
)

// withDeltas returns the file with what the build stored of it for clients that have an
// earlier version, before its other encodings.
func (f file) withDeltas(deltas fs.FS, described meta.File) (file, error) {
	var all file
	for _, earlier := range described.Deltas {
		hash, err := hex.DecodeString(earlier)
		if err != nil || len(hash) != 32 {
			return nil, fmt.Errorf("it builds on %q, which is no SHA-256", earlier)
		}
		body, err := fs.ReadFile(deltas, meta.DeltaName(described.Name, earlier))
		if err != nil {
			return nil, err
		}
		if !bytes.HasPrefix(body, append([]byte(dcbMagic), hash...)) {
			return nil, errors.New("what has changed of it does not name what it builds on")
		}
		rep := newRepresentation(described, dcb, body)
		rep.dictionary = hex.EncodeToString(hash)
		all = append(all, rep)
	}
	return append(all, f...), nil
}

// availableDictionary returns the lower-case hexadecimal SHA-256 that a client names in
// Available-Dictionary, or nothing: a byte sequence between colons (RFC 9842 §2.2, RFC 9651
// §3.3.5), of which there is one, and whose parameters mean nothing.
func availableDictionary(lines []string) string {
	if len(lines) != 1 {
		return ""
	}
	text, ok := strings.CutPrefix(strings.Trim(lines[0], " "), ":")
	if !ok {
		return ""
	}
	digits, parameters, closed := strings.Cut(text, ":")
	hash, err := base64.StdEncoding.DecodeString(digits)
	if !closed || parameters != "" && parameters[0] != ';' || err != nil || len(hash) != 32 {
		return ""
	}
	return hex.EncodeToString(hash)
}
