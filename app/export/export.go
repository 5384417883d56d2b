// Package export writes secrets as text for files and clipboards: key files,
// .env files, JSON, JSON Web Key Sets and CSV. Each target is one small encoder
// in a file of its own.
//
// It promises:
//
//   - What a reader of the target gets back is the text of the secret, byte for
//     byte ([secret.Secret.Text]).
//   - A secret smaller than RFC 7518 §3.2 allows is labelled as for tests only
//     wherever the target has a place for a label. A key file has none but its
//     name; see [FileName].
//   - Every result is a single buffer that was allocated at its full size, so
//     that the caller who wipes it leaves no other copy made here.
//
// A line for an .env file, wiped after use:
//
//	line, err := export.EnvLine("JWT_SECRET", &secrets[0])
//	if err != nil {
//		return err
//	}
//	defer clear(line)
package export

import (
	"errors"
	"strconv"

	"jwtsecret/app/secret"
)

// The errors of this package, to be asked for with [errors.Is]. Those that
// begin with ErrName come from [CheckName].
var (
	// ErrNoSecret means that there is no secret to write, or that one of them
	// was wiped: an empty key would pass for a real one.
	ErrNoSecret = errors.New("there is no secret to write, or it was wiped")

	// ErrRaw means that the target is text and the secret is raw bytes.
	ErrRaw = errors.New("raw bytes cannot be written as text")

	// ErrMixed means that some of the secrets are JSON Web Keys and some not.
	ErrMixed = errors.New("json web keys and other formats do not go into one file")

	// ErrNameEmpty means that there is no name.
	ErrNameEmpty = errors.New("the variable name is empty")

	// ErrNameSpace means that the name has a space, a tab or a line end in it.
	ErrNameSpace = errors.New("the variable name has white space in it")

	// ErrNameCharacter means that the name has another character that a variable
	// name cannot have, or begins with a digit.
	ErrNameCharacter = errors.New("the variable name is not only letters A to Z, digits and _, without a digit first")

	// ErrNameLong means that the name is longer than [MaxName] characters.
	ErrNameLong = errors.New("the variable name is longer than " + strconv.Itoa(MaxName) + " characters")

	// ErrNameSecret means that a secret seems to stand where its name belongs.
	ErrNameSecret = errors.New("the variable name looks like a secret")
)

// checkAll returns the first reason why one of the secrets cannot be written as
// text.
func checkAll(ss []secret.Secret) error {
	if len(ss) == 0 {
		return ErrNoSecret
	}
	for i := range ss {
		if err := check(&ss[i]); err != nil {
			return err
		}
	}
	return nil
}

func check(s *secret.Secret) error {
	switch {
	case s.Wiped():
		return ErrNoSecret
	case s.Format() == secret.Raw:
		return ErrRaw
	default:
		return nil
	}
}

// room returns an empty buffer that holds the text of every secret, each with
// so many more bytes, and as many bytes once. A buffer that is too small would
// grow, and leave a copy of secrets in memory that nobody wipes.
func room(ss []secret.Secret, each, once int) []byte {
	size := once
	for i := range ss {
		size += len(ss[i].Text()) + each
	}
	return make([]byte, 0, size)
}
