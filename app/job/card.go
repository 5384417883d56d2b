package job

// Card says what an attack has to do with the graphics card of this computer. A later one
// takes the place of it.
type Card struct {
	Sentence string

	// Alone says that the card tries all of it, so that this auditor needs no other. If another
	// Card says the opposite after that, the card has failed, and this auditor tries its own
	// share, from the beginning.
	Alone bool `json:",omitempty"`
}
