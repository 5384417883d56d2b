package judge

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"strconv"
	"time"
	"unicode"
	"unicode/utf8"

	"jwtsecret/app/job"
	"jwtsecret/app/prose"
	"jwtsecret/app/token"
)

// auditToken reports on any token, also one that holds no claims: its signature
// can be attacked all the same.
func auditToken(text []byte, now time.Time) job.Event {
	t, err := token.ParseAny(text)
	if err != nil {
		return failed(token.Sentence(err))
	}
	var claims struct {
		Issuer string `json:"iss"`
	}
	_ = json.Unmarshal(t.Payload(), &claims)
	report := &job.TokenReport{
		Header: legible(indented(t.Header())), Algorithm: headerText(t.Header(), "alg"), Issuer: claims.Issuer, NoSecret: t.NoSecret(),
	}
	report.PayloadTitle, report.Payload = shownPayload(t)
	for _, d := range t.Dates() {
		report.Dates = append(report.Dates, job.Date{Name: d.Name, Text: dateText(d, now)})
		report.Words = wordsHold(report.Words, d, now)
	}
	report.Findings = tokenFindings(t, now)
	return job.Event{Token: report}
}

func tokenFindings(t *token.Token, now time.Time) (all []job.Finding) {
	for _, f := range token.Inspect(t, now) {
		all = append(all, job.Finding{Code: string(f.Code), Title: prose.Capital(place(f)), Sentence: f.Sentence()})
	}
	return all
}

// dateText says when a date is by the clocks of who looks at it.
func dateText(d token.Date, now time.Time) string {
	text := d.Words(now, Local)
	if d.At.IsZero() {
		return text
	}
	return text + " your time"
}

// wordsHold returns how many seconds the words for some dates hold, and for one more.
func wordsHold(words int, d token.Date, now time.Time) int {
	if words == 1 || d.At.Sub(now).Abs() < 4*time.Minute { // of which seconds are said
		return 1
	}
	return 10
}

// place names what a finding is about: `header "kid"`.
func place(f token.Finding) string {
	if f.Name == "" {
		return f.Part.String()
	}
	return f.Part.String() + ` "` + f.Name + `"`
}

// shownPayload returns the payload as a person can read it, and what to call it.
func shownPayload(t *token.Token) (title string, text []byte) {
	payload := t.Payload()
	switch {
	case errors.Is(t.NotClaims(), token.ErrEncrypted):
		return "Payload, encrypted", nil
	case len(payload) == 0:
		return "Payload, empty", nil
	case !utf8.Valid(payload) || bytes.ContainsFunc(payload, control):
		return "Payload, in hexadecimal", fmt.Appendf(nil, "% x", payload)
	default:
		return "Payload", legible(indented(payload))
	}
}

// control reports whether text does not have the character, but bytes may.
func control(r rune) bool { return unicode.IsControl(r) && r != '\t' && r != '\r' && r != '\n' }

// indented lays out JSON, and leaves what is none as it is. So it does with JSON
// that is nested deep, which would grow by the square of its depth.
func indented(text []byte) []byte {
	var b bytes.Buffer
	if deep(text) || json.Indent(&b, text, "", "  ") != nil {
		return text
	}
	return b.Bytes()
}

func deep(text []byte) bool {
	depth := 0
	for d := json.NewDecoder(bytes.NewReader(text)); depth <= token.MaxDepth; {
		switch next, err := d.Token(); {
		case err != nil:
			return false
		case next == json.Delim('['), next == json.Delim('{'):
			depth++
		case next == json.Delim(']'), next == json.Delim('}'):
			depth--
		}
	}
	return true
}

// legible writes what cannot be seen as Go does in its texts: \u202e. Such
// characters can turn the order of others around, and make two texts look alike.
func legible(text []byte) []byte {
	var b []byte
	for _, r := range string(text) {
		if unicode.IsPrint(r) || r == '\n' || r == '\t' {
			b = utf8.AppendRune(b, r)
			continue
		}
		quoted := strconv.QuoteRune(r)
		b = append(b, quoted[1:len(quoted)-1]...)
	}
	return b
}
