package main

import (
	"strconv"
	"time"
)

// What an attack says.

// sentence says how far the race is.
func (r *race) sentence() string {
	text := thousands(r.tried()) + " tried, " + thousands(int(r.rate())) + " a second"
	slowest := r.progress[0]
	for i, p := range r.progress {
		if !r.ended[i] {
			slowest = p
		}
	}
	if slowest.Total > 0 {
		text += ", " + strconv.Itoa(100*r.tried()/slowest.Total) + " %"
	}
	if slowest.Trying != "" {
		text += ": " + slowest.Trying
	}
	return text
}

// attackResult is the outcome, under the names that programs read: see help/attack.txt.
type attackResult struct {
	Found   bool    `json:"found"`
	Tried   int     `json:"tried"` // candidates
	Seconds float64 `json:"seconds"`
	Place   int     `json:"place,omitempty"` // of the secret among the candidates, from 1
	Source  string  `json:"source,omitempty"`
	Reading string  `json:"reading,omitempty"`
	Bytes   int     `json:"bytes"`            // of the secret
	Secret  *string `json:"secret,omitempty"` // where -show asks for it
}

func (r *race) result(show bool) attackResult {
	result := attackResult{Tried: r.tried(), Seconds: time.Since(r.began).Seconds()}
	if r.hit == nil {
		return result
	}
	result.Found, result.Place, result.Source = true, r.hit.Place, r.hit.Source
	result.Reading, result.Bytes = r.hit.Reading, len(r.hit.Secret)
	if show {
		text := string(r.hit.Secret)
		result.Secret = &text
	}
	return result
}

func (r *race) text(show bool) string {
	if r.hit == nil {
		return wrapped("", "Not found among "+counted(r.tried(), "candidate", "candidates")+": defaults of libraries, common words, "+
			"what people make of them, and your list, if you gave one. That does not mean it is safe: others have longer lists and faster machines.")
	}
	text := wrapped("", "Found: guess number "+thousands(r.hit.Place)+", among "+r.hit.Source+", read as "+r.hit.Reading+". "+
		"Anyone can find it and forge tokens for every account. Replace it now, without an overlap: all tokens signed with it are worthless.")
	switch {
	case len(r.hit.Secret) == 0:
		text += wrapped("", "The secret is empty: the program that signed this token had none, as when a setting is missing.")
	case show:
		text += string(r.hit.Secret) + "\n"
	default:
		text += wrapped("", "It has "+counted(len(r.hit.Secret), "byte", "bytes")+", and is not shown without -show.")
	}
	return text
}
