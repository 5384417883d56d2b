package guide

type overlap struct{}

func (*overlap) Show(f Form, v *View) {}
