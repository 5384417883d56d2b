package job

// Babble is what a person reads when an auditor answered what nobody asked, for no reason of
// theirs.
const Babble = "The auditor answered in a way that this page does not understand. Reload the page."

// Task is a request that an auditor works on, for who has asked. What the auditor says after
// it is over is nobody's any more: it is overwritten and not passed on.
type Task struct {
	Over   bool                  // nothing more is to come
	Event  func(Event)           // called for each answer
	Failed func(sentence string) // called once when there will be none
}

// Hear passes on a message of the auditor, and overwrites it.
func (t *Task) Hear(message []byte) {
	defer clear(message)
	e, err := Decode[Event](message)
	switch {
	case t.Over:
	case err != nil:
		t.Fail(Babble)
	case e.Failed != "":
		t.Fail(e.Failed)
	default:
		t.Event(e)
	}
}

// Fail tells once that nothing more will come.
func (t *Task) Fail(sentence string) {
	if !t.Over {
		t.Over = true
		t.Failed(sentence)
	}
}
