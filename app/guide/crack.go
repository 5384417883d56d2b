package guide

type crack struct{}

func (*crack) Show(f Form, v *View) {}
