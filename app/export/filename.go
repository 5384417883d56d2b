package export

import (
	"slices"
	"strconv"

	"jwtsecret/app/secret"
)

// Kind is a kind of file. The zero value is [KindText].
type Kind uint8

// The kinds of files, by what is in them.
const (
	KindText   Kind = iota // .txt, from Text
	KindEnv                // .env, from Env
	KindJSON               // .json, from JSON
	KindCSV                // .csv, from CSV
	KindBinary             // .bin, from Text of raw secrets
)

const testOnlyPrefix = "test-only-"

// FileName returns a name for a file of these secrets, such as "jwt-secret.txt"
// or "jwt-secrets-100.env". It begins with "test-only-" when one of them is for
// tests only. It never begins with a dot, which would hide the file.
func FileName(kind Kind, ss []secret.Secret) string {
	name := "jwt-secret"
	if len(ss) != 1 {
		name += "s-" + strconv.Itoa(len(ss))
	}
	if slices.ContainsFunc(ss, func(s secret.Secret) bool { return s.TestOnly() }) {
		name = testOnlyPrefix + name
	}
	return name + kind.extension()
}

func (k Kind) extension() string {
	switch k {
	case KindEnv:
		return ".env"
	case KindJSON:
		return ".json"
	case KindCSV:
		return ".csv"
	case KindBinary:
		return ".bin"
	default:
		return ".txt"
	}
}
