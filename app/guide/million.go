package guide

type million struct{}

func (*million) Show(f Form, v *View) {}
