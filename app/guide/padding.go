package guide

type padding struct{}

func (*padding) Show(f Form, v *View) {}
