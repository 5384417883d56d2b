package rotation

import "strings"

// isKeyID reports whether environment files and tokens take the id as it is.
func isKeyID(id string) bool {
	return id != "" && len(id) <= MaxKeyID && !strings.ContainsFunc(id, isForeign)
}

func isForeign(r rune) bool {
	letter := 'a' <= r && r <= 'z' || 'A' <= r && r <= 'Z'
	digit := '0' <= r && r <= '9'
	return !letter && !digit && !strings.ContainsRune("-_.:/+=", r)
}
