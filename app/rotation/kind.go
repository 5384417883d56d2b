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
func (k Kind) String() string {
	switch k {
	case Rolling:
		return "rolling"
	case AtOnce:
		return "at-once"
	case Leak:
		return "leak"
	default:
		return "Kind(" + strconv.Itoa(int(k)) + ")"
	}
}

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
func (s Stage) String() string {
	switch s {
	case Prepare:
		return "prepare"
	case Switch:
		return "switch"
	case Finish:
		return "finish"
	default:
		return "Stage(" + strconv.Itoa(int(s)) + ")"
	}
}

// stages returns the deployments of this kind of rotation, in their order.
func (k Kind) stages() []Stage {
	switch k {
	case Rolling:
		return []Stage{Prepare, Switch, Finish}
	case AtOnce:
		return []Stage{Switch, Finish}
	default: // Leak
		return []Stage{Finish}
	}
}
