package export

import "jwtsecret/app/secret"

// Text returns a key file. A single secret is exactly its text without a line
// end, because whoever reads the file may take every byte for the key. Several
// come one on each line. Raw secrets come one after another with nothing
// between them; as all of one request have the same size, they can be told
// apart. A wiped secret adds nothing but its line end.
func Text(ss []secret.Secret) []byte {
	file := room(ss, 1, 0)
	for i := range ss {
		file = append(file, ss[i].Text()...)
		if len(ss) > 1 && ss[i].Format() != secret.Raw {
			file = append(file, '\n')
		}
	}
	return file
}
