// Package export writes secrets as text for files, clipboards and commands.
//
// There are two families. [Text], [Env], [JSON] and [CSV] write what was just
// generated, many at a time. A [Target] writes named secrets for one reader: an
// .env file, a shell, Kubernetes, a cloud's secret store. It is data and one
// encoder of a few lines; [Targets] lists them all, and both families share the
// rules of quoting. An [Order] is for many services at once: a secret for each of
// them in each environment, in one file of a target or in an [Archive].
//
// It promises:
//
//   - What a reader of the target gets back is the value, byte for byte. A value
//     that the target cannot hold is refused, by an error that says why; no
//     value is changed to fit.
//   - A secret smaller than RFC 7518 §3.2 allows is labelled as for tests only
//     wherever the target has a place for a label: a comment, a key id, the
//     prompt of a command. Otherwise its name is the label; see [FileName].
//   - A value takes one line, but for the file that is nothing but the value.
//   - Every result is a single buffer that was allocated at its full size, so
//     that the caller who wipes it leaves no other copy made here.
//   - No error and no file name holds a part of a value.
//
// # Commands
//
// A command for a secret store has no secret in it ([Target.Command]). It asks
// for the value without showing it, and the person pastes the value, which was
// copied apart:
//
//	(
//	  printf 'Paste JWT_SECRET, then press Enter: ' >&2
//	  IFS= read -rs secret; echo >&2; [ -n "$secret" ] || exit
//	  printf %s "$secret" | gh secret set JWT_SECRET
//	)
//
// So the value is neither in the history of the shell, which keeps commands and
// not what they read, nor among the arguments that other users of the machine
// may list, because printf is a part of the shell. It works in bash and zsh.
// The parentheses make a shell read all lines before it runs the first, which
// would otherwise take the second for the value; they also end the life of the
// variable. Tools that read no standard input get the value as an argument: it
// stays out of the history and not out of the list of processes, and their
// advice says so.
//
// A value for a command is a line of at most [MaxTyped] bytes without white
// space at its ends: a terminal takes no longer line everywhere, and some of
// the tools cut white space.
//
// # Example
//
// A generated secret for Kubernetes, wiped after use:
//
//	entry, err := export.NewEntry("JWT_SECRET", &secrets[0])
//	if err != nil {
//		return err
//	}
//	defer entry.Wipe()
//	target, _ := export.TargetByID("kubernetes-data")
//	manifest, err := target.Write(entry)
//	defer clear(manifest)
package export

import (
	"errors"
	"fmt"
	"strconv"

	"jwtsecret/app/secret"
)

// The errors of this package, to be asked for with [errors.Is]. Those that
// begin with ErrName come from [CheckName].
var (
	// ErrNoSecret means that there is no secret to write, or that one of them
	// was wiped: an empty key would pass for a real one.
	ErrNoSecret = errors.New("there is no secret to write, or it was wiped")

	// ErrRaw means that the target is text and the secret is raw bytes: it is not
	// UTF-8, or has a zero byte, which ends a text in many readers.
	ErrRaw = errors.New("raw bytes cannot be written as text")

	// ErrLine means that the target takes one line, and the value has a line end
	// or another control character.
	ErrLine = errors.New("the value has a line end or a control character, and this target takes one line of text")

	// ErrLong means that the value is longer than a terminal takes at a prompt.
	ErrLong = errors.New("the value is longer than the " + strconv.Itoa(MaxTyped) + " bytes that every terminal takes in a line")

	// ErrEdges means that a tool would cut white space at the value's ends.
	ErrEdges = errors.New("the value begins or ends with white space, which tools cut off")

	// ErrQuotes means that no quoting gives the value to all readers alike.
	ErrQuotes = errors.New("readers of this format would not agree about the quotes or the backslash in the value")

	// ErrPlaceholder means that the reader would replace a part of the value.
	ErrPlaceholder = errors.New("the value has ${ or #{ in it, which Spring replaces")

	// ErrUnicode means that the reader may normalise the value's characters.
	ErrUnicode = errors.New("the value has characters beyond ASCII that Terraform may replace by equivalent ones")

	// ErrSingle means that the target is a file for one secret and no more.
	ErrSingle = errors.New("this target holds one secret in each file")

	// ErrDuplicate means that two secrets would have the same name.
	ErrDuplicate = errors.New("two secrets would have the same name")

	// ErrCommand means that the target asks for secrets and holds none.
	ErrCommand = errors.New("this target asks for the secret and does not hold it")

	// ErrPairs means that an order is not for as many secrets as there are.
	ErrPairs = errors.New("the pairs of services and environments are not as many as the secrets, or not from 1 to " + strconv.Itoa(MaxPairs))

	// ErrArchive means that the files of an archive are not those that it was made
	// for.
	ErrArchive = errors.New("the files are not those that the archive was made for")

	// ErrMixed means that some of the secrets are JSON Web Keys and some not.
	ErrMixed = errors.New("json web keys and other formats do not go into one file")

	// ErrNoLabel means that a list has no name in it.
	ErrNoLabel = errors.New("there is no name in the list")

	// ErrNameEmpty means that there is no name.
	ErrNameEmpty = errors.New("the variable name is empty")

	// ErrNameSpace means that the name has a space, a tab or a line end in it.
	ErrNameSpace = errors.New("the variable name has white space in it")

	// ErrNameCharacter means that the name has another character that a variable
	// name cannot have, or begins with a digit.
	ErrNameCharacter = errors.New("the variable name is not only letters A to Z, digits and _, without a digit first")

	// ErrNameLong means that the name is longer than [MaxName] characters.
	ErrNameLong = errors.New("the variable name is longer than " + strconv.Itoa(MaxName) + " characters")

	// ErrNameReserved means that the target, a shell or what runs programs keeps the
	// name for itself.
	ErrNameReserved = errors.New("the variable name has a meaning of its own")

	// ErrNameSecret means that a secret seems to stand where its name belongs.
	ErrNameSecret = errors.New("the variable name looks like a secret")

	// ErrNameAssignment means that a name stands there with its value, which may be
	// a secret: it is an [ErrNameSecret], too.
	ErrNameAssignment = fmt.Errorf("the variable name has a value after it, and %w", ErrNameSecret)
)

// checkAll returns the first reason why one of the secrets cannot be written as
// text.
func checkAll(ss []secret.Secret) error {
	if len(ss) == 0 {
		return ErrNoSecret
	}
	for i := range ss {
		switch {
		case ss[i].Wiped():
			return ErrNoSecret
		case ss[i].Format() == secret.Raw:
			return ErrRaw
		}
	}
	return nil
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

// appendTexts appends one text after another.
func appendTexts(dst []byte, texts ...string) []byte {
	for _, text := range texts {
		dst = append(dst, text...)
	}
	return dst
}
