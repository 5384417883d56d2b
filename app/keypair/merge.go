package keypair

import (
	"bytes"
	"encoding/json"
	"maps"
	"slices"
	"strings"
)

// Merge adds a public key to a published JWKS and returns it anew, the new key last. Keys
// and members that are not known here stay as they are. Of a private key its public part is
// added. It refuses private members, a "kid" that is there already or missing, and keys
// below the rule; the error is a [*MergeError], whose problems count the keys of the set as
// they stand, and the new one last. An empty text is an empty set.
func Merge(published []byte, fresh *Key) ([]byte, error) {
	if len(bytes.TrimSpace(published)) == 0 {
		published = []byte(`{"keys":[]}`)
	}
	members, keys, problem := openSet(published)
	if problem != "" {
		return nil, &MergeError{[]Problem{about(-1, problem)}}
	}
	public := fresh.Public()
	if public == nil {
		return nil, &MergeError{[]Problem{about(len(keys), "set-private")}}
	}
	if problems := refused(keys, public); len(problems) > 0 {
		return nil, &MergeError{problems}
	}
	return writeSet(members, append(keys, public.JWK())), nil
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
	return members, keys, ""
}

// secretMembers are all that a published key must not have (RFC 7518 §6, RFC 8037 §2, RFC
// 9964, of which the drafts had "seed" and "priv_exp"), whatever its type.
var secretMembers = slices.Concat(privateRSA, []string{"oth", "k", "priv", "priv_exp", "seed"})

// refused returns why the keys must not stand in one set.
func refused(keys []json.RawMessage, fresh *Key) []Problem {
	var problems []Problem
	var p Parsed
	var places []int
	for i, text := range keys {
		members, err := object(text)
		if err != nil {
			problems = append(problems, about(i, codeOf(err)))
			continue
		}
		if slices.ContainsFunc(secretMembers, func(name string) bool { _, has := members[name]; return has }) {
			problems = append(problems, about(i, "set-private"))
		}
		p.addJWK(maps.Clone(members), i+1)
		places = append(places, slices.Repeat([]int{i}, len(p.Keys)-len(places))...)
	}
	p.Keys, places = append(p.Keys, fresh), append(places, len(keys))
	for _, found := range Check(p.Keys) {
		if slices.Contains(refusals, found.Code) && (found.Code != "kid-missing" || places[found.Key] == len(keys)) {
			found.Key = places[found.Key]
			problems = append(problems, found)
		}
	}
	return problems
}

// refusals are the problems that keep keys from being published.
var refusals = []string{
	"rsa-short", "rsa-one", "rsa-even", "rsa-small", "rsa-roca", "rsa-close", "rsa-shared",
	"alg-kty", "ops-private", "ops-public", "kid-missing", "kid-twice", "key-twice",
}

// writeSet writes a set as [Set] does, and behind its keys what else it has.
func writeSet(members map[string]json.RawMessage, keys []json.RawMessage) []byte {
	out := bytes.NewBufferString("{\n  \"keys\": [")
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
