package job

// List says what a person should know of the word list that came with a request.
// A second one takes the place of the first.
type List struct {
	Read    bool     // to its end
	Lines   int      // if it was read: how many it has
	Remarks []string // sentences
}
