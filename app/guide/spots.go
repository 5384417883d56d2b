package guide

type spots struct{}

func (*spots) Show(f Form, v *View) {}
