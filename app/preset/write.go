package preset

import (
	"cmp"

	"jwtsecret/app/export"
)

// Write returns one text for all values that [Preset.Fill] returned, ready for the
// preset's place: the lines of an .env file, unless the preset names another target. Wipe
// it after use. The errors are those of [export.Target.Write].
func (p *Preset) Write(values []Value) ([]byte, error) {
	target, _ := export.TargetByID(cmp.Or(p.Target, "dotenv"))
	entries := make([]export.Entry, len(values))
	for i, v := range values {
		entries[i] = export.Entry{Name: v.Name, Value: v.Text}
	}
	return target.Write(entries...)
}
