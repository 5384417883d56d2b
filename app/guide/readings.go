package guide

type readings struct{}

func (*readings) Show(f Form, v *View) {}
