package guide

type confuse struct{}

func (*confuse) Show(f Form, v *View) {}
