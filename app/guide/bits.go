package guide

type bits struct{}

func (*bits) Show(f Form, v *View) {}
