package ui

import (
	"bytes"
	"cmp"
	"strconv"
	"time"

	"github.com/maxence-charriere/go-app/v9/pkg/app"

	"jwtsecret/app/export/snippet"
	"jwtsecret/app/meta"
	"jwtsecret/app/secret"
	"jwtsecret/app/token"
)

// Which bytes a library makes of the secret, the commonest trouble of all: every
// reading, a token signed under each, and a check of a token against all.

const (
	fieldClaims field = "claims"
)

// encodings are [token.Encodings], written out: a call would run when the page starts, and
// weigh more.
var encodings = []token.Encoding{token.UTF8, token.Hex, token.Base64, token.Base64URL}

func (u *use) renderBytes() []app.UI {
	return []app.UI{
		elem("p").Text("A library takes the secret's text as it stands, or decodes it first. Signer and verifier must do the same: " +
			"otherwise every token is refused, although the secret is right."),
		elem("p").Body(app.Text("To edit a token and sign it again: "), elem("a", "href", meta.TokenPath).Text("the page Token"), app.Text(".")),
		u.renderSamples(),
		u.renderVerify(),
		renderLibraryReadings(),
	}
}

// sample is a token that is signed with the secret, read in one way.
type sample struct {
	encoding token.Encoding
	name     string // "base64 or base64url" where both give the same key
	size     int    // of the key, in bytes
	token    []byte // nil if the claims are none
}

func sampleID(e token.Encoding) string { return "sample-" + e.String() }

// samples signs a token with each reading of the secret on screen, one where several
// readings give the same key. The problem, if any, is with the claims.
func (u *use) samples() (all []sample, problem string) {
	s := u.Work.lone()
	if s == nil {
		return nil, ""
	}
	claims := u.currentClaims()
	readings := readingsOf(s)
	for i, r := range readings {
		defer clear(r.Key)
		if i > 0 && bytes.Equal(r.Key, readings[i-1].Key) {
			all[len(all)-1].name += " or " + r.Encoding.String()
			continue
		}
		signed, err := token.Sign(s.Algorithm(), r.Key, []byte(claims))
		problem = claimsProblem(err)
		all = append(all, sample{r.Encoding, r.Encoding.String(), len(r.Key), signed})
	}
	return all, problem
}

// readingsOf returns the keys of a secret's text. The key of a JWK is its member k
// (RFC 7518 §6.4.1), whatever its text would be.
func readingsOf(s *secret.Secret) []token.Reading {
	if s.Format() != secret.JWK {
		return token.Readings(s.Text())
	}
	key, err := secret.Decode(secret.JWK, s.Text())
	if err != nil { // what was generated can be decoded
		return nil
	}
	return []token.Reading{{Encoding: token.Base64URL, Key: key}}
}

func (u *use) renderSamples() app.UI {
	all, problem := u.samples()
	if len(all) == 0 {
		return elem("p", "class", "hint").Text("The size and a sample token of each reading come here. " + u.lacking())
	}
	rows := []app.UI{
		elem("h3").Text("A token of each reading"),
		elem("p", "class", "hint").Text("Send each to your service: the one that it accepts tells how it reads the secret."),
		problems{fieldClaims: problem}.row(fieldClaims, "Claims", "").area(2, u.drawn, u.onClaims),
	}
	for _, s := range all {
		u.show(sampleID(s.encoding), s.token, u.Work.masked)
		encoding := s.encoding.String()
		rows = append(rows, elem("div", "class", "sample").Body(
			elem("p").Body(elem("strong").Text("Read as "+s.name), app.Text(": "+counted(s.size, "byte", "bytes")+".")),
			placeOfLines(sampleID(s.encoding), "Token read as "+s.name),
			elem("div", "class", "actions").Body(
				u.Work.copyButton("copy-sample-"+encoding, "Copy", "Copy the token read as "+s.name, u.onCopySample).
					Class("quiet").DataSet("encoding", encoding)),
		))
	}
	return elem("div", "class", "samples").Body(rows...)
}

// currentClaims are those that were typed, or ours: they are valid for an hour, so
// the field gets new ones before they are old.
func (u *use) currentClaims() string {
	now := time.Now().Round(0) // by the clock on the wall: the other one rests while a computer sleeps
	if u.claims == "" && now.Sub(u.drawnAt) > time.Minute {
		u.drawn, u.drawnAt = sampleClaims(now), now
		fillField(fieldClaims, u.drawn)
	}
	return cmp.Or(u.claims, u.drawn)
}

// sampleClaims are the claims of a token that is valid for an hour.
func sampleClaims(now time.Time) string {
	decimal := func(t time.Time) string { return strconv.FormatInt(t.Unix(), 10) }
	return `{"sub": "1234567890", "iat": ` + decimal(now) + `, "exp": ` + decimal(now.Add(time.Hour)) + `}`
}

func (u *use) onClaims(ctx app.Context, _ app.Event) {
	u.claims = typed(ctx)
	u.Work.otherText()
}

// onCopySample copies a token: whoever has it can guess at the secret, so it is
// treated like one. Our own claims are those of this moment.
func (u *use) onCopySample(ctx app.Context, _ app.Event) {
	encoding := named(ctx, "encoding")
	id := "copy-sample-" + encoding
	all, problem := u.samples()
	for _, s := range all {
		switch {
		case s.encoding.String() != encoding:
			clear(s.token)
		case problem != "":
			u.Work.answer(id, "Not copied", "Not copied. "+problem)
		default:
			showText(sampleID(s.encoding), s.token, u.Work.masked)
			u.Work.copySecret(id, s.token, "Copied the token signed with the secret read as "+encoding+".")
		}
	}
}

// renderLibraryReadings draws the table of what libraries take.
func renderLibraryReadings() app.UI {
	all := snippet.LibraryReadings()
	return fold("library-readings", "What "+strconv.Itoa(len(all))+" libraries and gateways take by default", elem("div", "class", "table-place").Body(
		elem("table", "id", "defaults", "class", "stacks").Body(
			elem("thead").Body(elem("tr").Body(
				elem("th", "scope", "col").Text("Library"), elem("th", "scope", "col").Text("Call or setting"), elem("th", "scope", "col").Text("Reads the text as"),
				elem("th", "scope", "col").Text("Source"),
			)),
			elem("tbody").Body(each(all, func(l snippet.LibraryReading) app.UI {
				return elem("tr").Body(
					elem("th", "scope", "row").Text(l.Library+" "+l.Version+", "+l.For),
					elem("td").Body(elem("code").Text(l.Call)),
					elem("td").DataSet("label", "Reads the text as").Text(readsAs(l)),
					elem("td", "class", "source").Body(breakable(l.Source, "/")...),
				)
			})),
		),
	))
}

// readsAs says what a library makes of a text, and which base64 it takes.
func readsAs(l snippet.LibraryReading) string {
	switch {
	case l.BytesOnly:
		return "what your code decodes: it takes bytes"
	case l.Base64 == snippet.NoBase64:
		return l.Encoding.String()
	case l.Encoding == token.Base64:
		return "base64 with " + l.Base64.String()
	default:
		return l.Encoding.String() + "; with this setting base64 with " + l.Base64.String()
	}
}
