package guide

type sign struct{}

func (*sign) Show(f Form, v *View) {}
