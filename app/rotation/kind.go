package rotation

import "strconv"

// Kind is a way to rotate. The zero value is [Rolling], which is safe for every
// planned rotation.
type Kind uint8

// The kinds.
const (
	// Rolling is for a service of several instances that are replaced one after
	// the other.
	Rolling Kind = iota

	// AtOnce is for a service whose instances all stop before the first new one
	// starts: a single instance, say.
	AtOnce

	// Leak is for a secret that somebody else may know. Everyone is logged out,
	// on purpose.
	Leak
)

// Kinds returns all kinds, the default first.
func Kinds() []Kind { return []Kind{Rolling, AtOnce, Leak} }

// String returns "rolling", "at-once" or "leak".
func (k Kind) String() string { return nameOf("Kind", int(k), "rolling", "at-once", "leak") }

// Stage is what one deployment of a rotation makes of the service. The zero
// value is none.
type Stage uint8

// The stages, in their order.
const (
	Prepare Stage = iota + 1 // accepts both secrets, signs with the previous one
	Switch                   // accepts both secrets, signs with the new one
	Finish                   // knows the new secret alone
)

// String returns "prepare", "switch" or "finish".
func (s Stage) String() string { return nameOf("Stage", int(s), "", "prepare", "switch", "finish") }

// nameOf returns one of the names, or for a value without one its type and number.
func nameOf(typeName string, value int, names ...string) string {
	if value < len(names) && names[value] != "" {
		return names[value]
	}
	return typeName + "(" + strconv.Itoa(value) + ")"
}

// stages returns the deployments of this kind of rotation, in their order. Each
// kind does without the first one of the kind before.
func (k Kind) stages() []Stage { return []Stage{Prepare, Switch, Finish}[min(k, Leak):] }
