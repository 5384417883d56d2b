package attack

import (
	"jwtsecret/app/attack/kernel"
)

// queue holds stems until a module tries them together: see [kernel.Module].
type queue struct {
	run     func(records []byte) bool // reports whether a key of theirs may have made the signature
	records []byte
	waiting []waiting
	long    []byte // what is too long for a record of its own
}

// waiting is a stem whose candidates have not been tried.
type waiting struct {
	before   int // the place before the first of them
	at, size int // of the text, among the records
	affixed  bool
	long     bool // the text is among the long ones
}

// Vectorise lets [Attack.Search] hand over the texts to a machine, which makes the keys of
// them, and tries several at once: see [kernel.Module]. If the machine cannot, the error is the
// machine's, and the search goes on as before, which may be several times slower.
func (a *Attack) Vectorise(machine kernel.Machine) error {
	run, err := machine(kernel.Module(a.hmac.message, a.hmac.tag, affixes))
	if err == nil {
		a.together(nil)
		a.queue = queue{run: run, records: make([]byte, 0, kernel.MostRecords)}
	}
	return err
}

const (
	headerSize = 2   // of a record
	longest    = 255 // bytes that fit into one
)

// takeStem keeps a stem until it is tried, or what derives from it if that may be too long for
// the machine.
func (a *Attack) takeStem(stem Stem, at Progress) *Hit {
	if stem.Affixed && len(stem.Text)+kernel.LongestAffix > a.hmac.block {
		at.Tried, at.Place = at.Tried-stem.count(), at.Place-stem.count()
		for candidate := range stem.all {
			at.Tried, at.Place = at.Tried+1, at.Place+1
			if hit := a.takeStem(Stem{Text: candidate}, at); hit != nil {
				return hit
			}
		}
		return nil
	}
	q := &a.queue
	if room := mostKeys * (headerSize + a.hmac.block); len(q.records)+room > cap(q.records) {
		before := at
		before.Tried -= stem.count()
		if hit := a.flushTexts(before); hit != nil {
			return hit
		}
	}
	switch size := len(stem.Text); {
	case size > longest:
		return a.nowAfter(stem.Text, at)
	case size > a.hmac.block:
		a.putLong(stem.Text, at.Place)
	default:
		q.put(stem, at.Place-stem.count())
	}
	return nil
}

// put keeps a stem, which comes after this place.
func (q *queue) put(stem Stem, place int) {
	kind := kernel.Text
	if stem.Affixed {
		kind = kernel.Stem
	}
	q.record(kind, stem.Text)
	q.waiting = append(q.waiting, waiting{place, len(q.records) - len(stem.Text), len(stem.Text), stem.Affixed, false})
}

func (q *queue) record(kind kernel.Kind, b []byte) {
	q.records = append(append(q.records, byte(kind), byte(len(b))), b...)
}

// putLong keeps a candidate that is longer than a block of the hash. Its keys are made here.
func (a *Attack) putLong(candidate []byte, place int) {
	q := &a.queue
	q.waiting = append(q.waiting, waiting{place - 1, len(q.long), len(candidate), false, true})
	q.long = append(q.long, candidate...)
	q.record(kernel.Key, a.hmac.short(candidate))
	for text, can := possible(candidate); can != 0; {
		var key []byte
		_, key, can = a.read(text, can)
		q.record(kernel.Key, a.hmac.short(key))
	}
}

// nowAfter tries a candidate alone, after those that wait.
func (a *Attack) nowAfter(candidate []byte, at Progress) *Hit {
	before := at
	before.Tried--
	if hit := a.flushTexts(before); hit != nil {
		return hit
	}
	return a.now(candidate, at)
}

// flushTexts tries what waits, of which this is the progress at the last one. Where a key
// looks right, a second look at each candidate decides.
func (a *Attack) flushTexts(at Progress) *Hit {
	q := &a.queue
	right := len(q.records) > 0 && q.run(q.records)
	records, long, all := q.records, q.long, q.waiting
	q.records, q.long, q.waiting = records[:0], long[:0], all[:0]
	if !right {
		return nil
	}
	for _, w := range all {
		at.Tried -= w.stem(records, long).count()
	}
	for _, w := range all {
		at.Place = w.before
		for candidate := range w.stem(records, long).all {
			at.Tried, at.Place = at.Tried+1, at.Place+1
			if hit := a.now(candidate, at); hit != nil {
				return hit
			}
		}
	}
	return nil
}

// stem is what waits.
func (w waiting) stem(records, long []byte) Stem {
	from := records
	if w.long {
		from = long
	}
	return Stem{from[w.at:][:w.size], w.affixed}
}
