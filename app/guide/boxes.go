package guide

// boxes makes each box, by the name of its file in web/guide/box.
var boxes = map[string]func() Box{
	"bits":     func() Box { return &bits{} },
	"confuse":  func() Box { return &confuse{} },
	"crack":    func() Box { return &crack{} },
	"formulas": func() Box { return &formulas{} },
	"million":  func() Box { return &million{} },
	"overlap":  func() Box { return &overlap{} },
	"padding":  func() Box { return &padding{} },
	"predict":  func() Box { return &predicting{} },
	"readings": func() Box { return &readings{} },
	"sign":     func() Box { return &sign{} },
	"spots":    func() Box { return &spots{} },
}

// New makes the box with this name, or reports that there is none.
func New(name string) (Box, bool) {
	f, ok := boxes[name]
	if !ok {
		return nil, false
	}
	return f(), true
}
