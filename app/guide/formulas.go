package guide

type formulas struct{}

func (*formulas) Show(f Form, v *View) {}
