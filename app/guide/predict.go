package guide

type predicting struct{}

func (*predicting) Show(f Form, v *View) {}
