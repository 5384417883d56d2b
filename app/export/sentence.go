package export

import (
	"errors"
	"strconv"
)

// NameSentence says what is wrong with the name of a variable, by an error of
// [CheckName], and what to enter instead; nothing where the error is about something
// else. The name may have so many characters.
func NameSentence(err error, longest int) string {
	const example = ", such as JWT_SECRET."
	for _, said := range []struct {
		is       error
		sentence string
	}{
		{ErrNameEmpty, "Give the variable a name" + example},
		{ErrNameAssignment, "This is an assignment, a name with its value. Clear it from here and enter the name alone" + example},
		{ErrNameSecret, "This looks like a secret, not like a name. Clear it from here and enter a name" + example},
		{ErrNameSpace, "A variable name has no spaces. Use an underscore instead, as in JWT_SECRET."},
		{ErrNameLong, "This name is too long. Use at most " + strconv.Itoa(longest) + " characters."},
		{ErrNameReserved, "Programs give this name a meaning of their own. Choose another one" + example},
		{ErrNameCharacter, "Use letters, digits and underscores, and begin with a letter or an underscore, as in JWT_SECRET."},
	} {
		if errors.Is(err, said.is) {
			return said.sentence
		}
	}
	return ""
}
