package preset

// Value is a variable with its value.
type Value struct {
	Variable
	Text []byte // wipe it after use
}

// Wipe overwrites the text with zeros and lets go of it.
func (v *Value) Wipe() {
	clear(v.Text)
	v.Text = nil
}

// Wipe wipes every one of the values.
func Wipe(values []Value) {
	for i := range values {
		values[i].Wipe()
	}
}
