package judge

import (
	"bytes"
	"encoding/json"
	"errors"
	"slices"
	"time"

	"jwtsecret/app/job"
	"jwtsecret/app/paste"
	"jwtsecret/app/paste/bearer"
	"jwtsecret/app/prose"
	"jwtsecret/app/secret"
	"jwtsecret/app/token"
)

// The states of a badge on the bench.
const (
	fits  = "fits"
	fails = "fails"
	open  = "open" // nobody knows, or nothing is there
	date  = "date" // how long the token has, which is neither
)

// Local puts a moment into the time zone of whoever reads what is said of it. In a
// browser, Go's own does not know when the clocks change.
var Local = time.Time.Local

// bench answers one change on the bench. The side that was changed rules: the other is
// made of it, unless there is a mistake in it.
type bench struct {
	request job.Bench
	now     time.Time
	secret  paste.Paste
	ring    keyring
	report  job.BenchReport
}

func (b *bench) run() *job.BenchReport {
	b.say(open, "Not checked", "")
	if b.tooLong() {
		return &b.report
	}
	sample := slices.Contains(b.request.Do, doSample)
	begun := sample && b.sample()
	text, _ := bearer.Token(b.request.Token)
	if text == nil {
		text = bytes.Clone(bytes.TrimSpace(b.request.Token))
	}
	b.secret = paste.Read(b.request.Secret)
	defer b.secret.Wipe()
	if len(b.request.Secret) > 0 {
		b.ring = readKeyring(b.secret)
		defer b.ring.wipe()
	}
	if b.request.Parts || b.edits(text) && !sample {
		b.make(standing(text))
	} else {
		b.read(text)
	}
	if _, err := secret.ParseAlgorithm(b.report.Algorithm); err != nil && !pairs(b.report.Algorithm) {
		b.report.Algorithm = ""
	}
	if b.report.SecretProblem == "" {
		b.report.SecretProblem = b.ring.problem()
	}
	if sample && !begun {
		b.report.Sentence = "Clear first: the sample would take the place of what stands here."
	}
	return &b.report
}

// edits reports whether something was asked for that makes the token anew. To choose the
// algorithm that it says already is none of that.
func (b *bench) edits(text []byte) bool {
	chosen := b.request.Algorithm
	same := chosen == "" || chosen == headerText(standing(text).header, "alg")
	return slices.ContainsFunc(b.request.Do, func(do string) bool { return do != doAlgorithm || !same })
}

// tooLong says which of the texts is longer than any that is meant.
func (b *bench) tooLong() (found bool) {
	for _, one := range []struct {
		text    []byte
		problem *string
		what    string
	}{
		{b.request.Token, &b.report.TokenProblem, "no token is. Paste the token alone."},
		{b.request.Header, &b.report.HeaderProblem, "no header is."},
		{b.request.Claims, &b.report.ClaimsProblem, "no token holds so much."},
		{b.request.Secret, &b.report.SecretProblem, "no secret is. Paste the secret alone."},
	} {
		if len(one.text) > paste.MaxSize {
			*one.problem, found = tooLong+one.what, true
		}
	}
	return found
}

// say takes the place of what was said before.
func (b *bench) say(state, word, sentence string) {
	b.report.Badges, b.report.Sentence = []job.Finding{{Code: state, Title: word}}, sentence
}

// read shows what a token says, and whether the secret made its signature.
func (b *bench) read(text []byte) {
	b.report.Token = text
	if len(text) == 0 {
		b.say(open, "No token yet", "Paste a token, or write claims.")
		return
	}
	t, err := token.ParseAny(text)
	if err != nil {
		b.unread(standing(text), err)
		return
	}
	b.report.Reads, b.report.Header, b.report.Claims = true, shown(t.Header()), editable(t.Payload())
	b.report.Algorithm = headerText(t.Header(), "alg")
	b.verify(t)
	b.inspect(t)
}

// unread is for a text that is no token by the rules. Where a person can see what is
// meant by it all the same, that is shown.
func (b *bench) unread(s parts, err error) {
	b.report.TokenProblem = token.Sentence(err)
	if s.header == nil || !json.Valid(s.payload) && !errors.Is(err, token.ErrDuplicate) && !errors.Is(err, token.ErrDepth) {
		b.say(fails, "No token", "")
		return
	}
	b.report.Reads, b.report.Header, b.report.Claims = true, shown(s.header), editable(s.payload)
}

// verify says which key of the secret signed the token.
func (b *bench) verify(t *token.Token) {
	a, err := t.Algorithm()
	reason := t.NoSecret()
	switch {
	case errors.Is(t.NotClaims(), token.ErrEncrypted):
		b.say(open, "Not checked", reason)
	case pairs(b.report.Algorithm):
		b.matchPair(t)
	case err != nil && b.report.Algorithm == "none":
		b.say(fails, "Not signed", otherAlgorithm("none"))
	case err != nil:
		b.say(open, "Not checked", otherAlgorithm(b.report.Algorithm))
	case reason != "":
		b.say(fails, "Not signed", reason)
	default:
		b.match(t, a)
		b.report.Guess = true
	}
}

func (b *bench) match(t *token.Token, a secret.Algorithm) {
	if len(b.request.Secret) == 0 {
		b.say(open, "Not checked", "Enter the secret, to see whether it made this signature.")
		return
	}
	m, _, ok := b.secret.Match(t)
	if !ok {
		b.say(fails, "Signature does not fit", b.ring.noSecret(a)+notSigned(b.secret, t, a, 0))
		if errors.Is(t.NotClaims(), token.ErrEmpty) { // it may fit what is sent beside the token
			b.say(open, "Not checked", b.report.Sentence)
		}
		b.report.Sign = !b.ring.own()
		return
	}
	defer clear(m.Key)
	b.signedBy(m, a, "Signature fits", signedSentence(b.secret, m, a))
	if reading := b.request.Reading; reading != "" && !b.readAs(m, reading) {
		b.say(fails, "Not read as chosen", b.report.Sentence+" Read as "+reading+", which was chosen, it does not fit: a service that reads it so refuses this token.")
		b.report.Sign = !b.ring.own()
	}
}

// readAs reports whether the text whose key signed makes the same key when it is read so.
func (b *bench) readAs(m paste.Match, reading string) (same bool) {
	for _, r := range b.secret.Candidates[m.Candidate].Readings() {
		same = same || r.Encoding.String() == reading && bytes.Equal(r.Key, m.Key)
		clear(r.Key)
	}
	return same
}

func (b *bench) signedBy(m paste.Match, a secret.Algorithm, word, sentence string) {
	state := fits
	if b.secret.Candidates[m.Candidate].Kind == paste.PublicKey {
		state, word = fails, "Signed with a public key"
	}
	b.say(state, word, sentence)
	b.report.Guess = true
}

// inspect adds the dates of a token and what is unwise in it.
func (b *bench) inspect(t *token.Token) {
	for _, d := range t.Dates() {
		b.report.Dates = append(b.report.Dates, d.Name+" "+dateText(d, b.now)+"\n"...)
		if d.Name == "exp" && d.Odd == "" && d.At.After(b.now) {
			b.report.Badges = append(b.report.Badges, job.Finding{Code: date, Title: prose.Capital(d.Seen(b.now))})
		}
		b.report.Words = wordsHold(b.report.Words, d, b.now)
	}
	b.report.Findings = tokenFindings(t, b.now)
	for _, f := range b.report.Findings {
		if word := badges[token.Code(f.Code)]; word != "" {
			b.report.Badges = append(b.report.Badges, job.Finding{Code: fails, Title: word})
		}
		if f.Code == string(token.ExpMissing) {
			b.report.Badges = append(b.report.Badges, job.Finding{Code: date, Title: "Never expires"})
		}
	}
}

// badges are for what keeps a token from being valid whose signature fits.
var badges = map[token.Code]string{
	token.Expired: "Expired", token.DateDuration: "Expired", token.NeverValid: "Never valid", token.NotYetValid: "Not valid yet",
}

// headerText returns a text in a header, or nothing.
func headerText(header []byte, name string) (text string) {
	var all map[string]json.RawMessage
	if json.Unmarshal(header, &all) == nil {
		_ = json.Unmarshal(all[name], &text) // what is no text stays empty
	}
	return text
}
