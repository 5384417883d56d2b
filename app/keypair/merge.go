package keypair

import (
	"bytes"
	"encoding/json"
	"maps"
	"slices"
	"strings"
)

// Merge adds public keys to a published JWKS and returns it anew, the new keys last. Keys
// and members that are not known here stay as they are. Of a private key its public part is
// added. It refuses private members, a "kid" that is there already or missing, and keys
// that are broken or below the rule; the error is a [*MergeError], whose problems count the
// keys of the set as they stand, and the new ones behind. An empty text is an empty set.
func Merge(published []byte, fresh ...*Key) ([]byte, error) {
	if len(bytes.TrimSpace(published)) == 0 {
		published = []byte(`{"keys":[]}`)
	}
	members, keys, problem := openSet(published)
	if problem != "" {
		return nil, &MergeError{[]Problem{about(-1, problem)}}
	}
	public := make([]*Key, len(fresh))
	for i, k := range fresh {
		if public[i] = k.Public(); public[i] == nil {
			return nil, &MergeError{[]Problem{about(len(keys)+i, "set-private")}}
		}
	}
	if problems := refused(keys, public); len(problems) > 0 {
		for _, text := range keys { // which may be private
			clear(text)
		}
		wipeMembers(members)
		return nil, &MergeError{problems}
	}
	for _, k := range public {
		keys = append(keys, k.JWK())
	}
	return writeSet(members, keys), nil
}

// MergeError says why key sets were not merged.
type MergeError struct{ Problems []Problem }

// Error lists the titles.
func (e *MergeError) Error() string {
	titles := make([]string, len(e.Problems))
	for i, p := range e.Problems {
		titles[i] = p.Title
	}
	return "the key sets cannot be merged: " + strings.Join(titles, ", ")
}

// openSet returns the members of a set and its keys, or the code of what is wrong.
func openSet(text []byte) (members map[string]json.RawMessage, keys []json.RawMessage, problem string) {
	if len(text) > maxText {
		return nil, nil, "large"
	}
	members, err := object(text)
	if err != nil {
		return nil, nil, codeOf(err)
	}
	if list, ok := members["keys"]; !ok || json.Unmarshal(list, &keys) != nil {
		return nil, nil, "no-set"
	}
	others := maps.Clone(members)
	delete(others, "keys")
	if hasSecret(others) {
		wipeMembers(members)
		return nil, nil, "set-private"
	}
	return members, keys, ""
}

// refused returns why the keys must not stand in one set.
func refused(keys []json.RawMessage, fresh []*Key) (problems []Problem) {
	var p Parsed
	var places []int       // of the keys that are read
	var strangers []string // the ids of the others
	for i, text := range keys {
		members, err := object(text)
		switch {
		case err != nil:
			problems = append(problems, about(i, codeOf(err)))
			continue
		case hasSecret(members):
			wipeMembers(members)
			problems = append(problems, about(i, "set-private"))
			continue
		}
		id := (&reader{members: members}).text("kid")
		p.addJWK(members, 0)
		if len(p.Keys) > len(places) {
			places = append(places, i)
			continue
		}
		strangers = append(strangers, id)
		if broken := p.Problems[len(p.Problems)-1]; broken.Code != "unknown" {
			broken.Key = i
			problems = append(problems, broken)
		}
	}
	for i, k := range fresh {
		p.Keys, places = append(p.Keys, k), append(places, len(keys)+i)
		if slices.Contains(strangers, k.ID) {
			problems = append(problems, about(len(keys)+i, "kid-twice"))
		}
	}
	for _, found := range Check(p.Keys) {
		found.Key = places[found.Key]
		if slices.Contains(refusals, found.Code) && (found.Code != "kid-missing" || found.Key >= len(keys)) {
			problems = append(problems, found)
		}
	}
	return problems
}

// refusals are the problems that keep keys from being published.
var refusals = []string{
	"rsa-short", "rsa-one", "rsa-even", "rsa-small", "rsa-roca", "rsa-close", "rsa-shared", "okp-small",
	"alg-kty", "ops-private", "ops-public", "kid-missing", "kid-twice", "key-twice",
}

// writeSet writes a set, indented, a key a line, and behind its keys what else it has. It
// takes one piece of memory, because growing would leave parts of private keys behind.
func writeSet(members map[string]json.RawMessage, keys []json.RawMessage) []byte {
	room := 64
	for _, text := range slices.AppendSeq(slices.Clone(keys), maps.Values(members)) {
		room += len(text) + 8
	}
	out := bytes.NewBuffer(make([]byte, 0, room))
	out.WriteString("{\n  \"keys\": [")
	for i, key := range keys {
		if i > 0 {
			out.WriteByte(',')
		}
		out.WriteString("\n    ")
		json.Compact(out, key) // it was read already, and is JSON
	}
	out.WriteString("\n  ]")
	for _, name := range slices.Sorted(maps.Keys(members)) {
		if name != "keys" {
			quoted, _ := json.Marshal(name) // of a string there is no error
			out.WriteString(",\n  " + string(quoted) + ": ")
			json.Compact(out, members[name])
		}
	}
	out.WriteString("\n}\n")
	return out.Bytes()
}
