package strength

import (
	"bytes"
	"regexp"
	"slices"
	"strconv"
	"time"

	"jwtsecret/app/paste"
	"jwtsecret/app/token"
)

// findStructure looks for what a text is besides a secret, and then for a short
// description of it. The room is what the text can hold before it is decoded: a
// description is short only if it beats that.
func findStructure(r token.Reading, asText bool, room float64) []Finding {
	var found []Finding
	if asText {
		if found = findUUID(r.Key); found != nil {
			return found // its dashes and its version are no further finding
		}
		found = append(findTime(r.Key), findMarks(r.Key)...)
		if r.Encoding != token.UTF8 {
			found = append(found, encodedText(r.Key))
		}
	}
	if r.Encoding != token.UTF8 {
		found = append(found, findKind(paste.KeyKind(r.Key))...)
	}
	if f, ok := findPeriod(r.Key); ok {
		return append(found, f)
	}
	return append(found, inPieces(r.Key, func(piece []byte) []Finding { return findShortDescription(piece, asText, room) })...)
}

func encodedText(key []byte) Finding {
	n := strconv.Itoa(len(key))
	return Finding{
		Certainty: Structured, Code: EncodedText, Bits: narrowest(key),
		Evidence: n + " printable characters; random bytes would be printable with a chance of (95/256)^" + n,
	}
}

// findKind says what a text is besides a secret, which package paste knows by marks
// that no random secret has.
func findKind(k paste.Kind) []Finding {
	f := Finding{Certainty: Structured, Bits: NoBound}
	switch k {
	case paste.PublicKey:
		f.Code, f.Bits = PublicKey, 0
	case paste.KeyFile, paste.JSONWebKey:
		f.Code = PastedKey
	case paste.Token:
		f.Code = PastedToken
	case paste.Configuration:
		f.Code = PastedSettings
	case paste.Placeholder:
		f.Certainty, f.Code, f.Bits = Known, Placeholder, 0
	case paste.Unsafe:
		f.Code = NotProduction
	case paste.PasswordHash:
		f.Code = PasswordHash
	default:
		return nil
	}
	return []Finding{f}
}

var uuidForm = regexp.MustCompile(`[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-([0-9a-fA-F])[0-9a-fA-F]{3}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}`)

// findUUID needs the four dashes in their places: nobody sets them by chance.
// RFC 9562 §5 says what the versions hold.
func findUUID(text []byte) []Finding {
	at := uuidForm.FindSubmatchIndex(text)
	if at == nil {
		return nil
	}
	f := Finding{Certainty: Structured, Code: UUID}
	switch version := string(text[at[2]:at[3]]); version {
	case "4":
		f.Evidence, f.Bits = "version 4: 122 bits are random if it was made well", 122
	case "1", "2", "6":
		f.Evidence, f.Bits = "version "+version+": a time, 14 bits of a counter, and the address of a machine; whoever sees one guesses the others", 60
	case "7":
		f.Evidence, f.Bits = "version 7: a time, and at most 74 random bits", 74
	case "3", "5":
		f.Evidence, f.Bits = "version "+version+": the hash of a name; nothing is random", 122
	default:
		f.Evidence, f.Bits = "no version that says how it was made", 128
	}
	rest := slices.Concat(text[:at[0]], text[at[1]:])
	f.Bits += narrowest(rest)
	return []Finding{f}
}

var dateLayouts = []string{
	"20060102", "02012006", "01022006", "2006-01-02", "02-01-2006", "01-02-2006", "2006/01/02", "02/01/2006", "01/02/2006",
	"2006.01.02", "02.01.2006", "01.02.2006", "2006-1-2", "2.1.2006", "1/2/2006", "060102", "020106", "010206",
	time.RFC3339, "2006-01-02 15:04:05", "20060102150405",
}

const (
	dateBits   = 20 // 365 · 150 days in one of 21 layouts
	secondBits = 31 // seconds since 1970 until 2038, or a date with a time
	milliBits  = 41
)

// findTime knows texts that are a time and nothing else: they have fewer than
// 16 random bytes' worth of characters, so no random secret is one. What is longer
// or of other characters is not even copied for the standard library.
func findTime(text []byte) []Finding {
	if len(text) > len(time.RFC3339Nano) || len(bytes.Trim(text, "0123456789-/.: TZ+")) > 0 {
		return nil
	}
	f := Finding{Certainty: Structured, Code: Date, Evidence: "the whole text", Bits: dateBits}
	for _, layout := range dateLayouts {
		if at, err := time.Parse(layout, string(text)); err == nil && at.Year() >= 1900 && at.Year() < 2050 {
			if len(layout) > len("2006-01-02") {
				f.Bits = secondBits
			}
			return []Finding{f}
		}
	}
	f.Code = Epoch
	n, err := strconv.ParseInt(string(text), 10, 64)
	switch {
	case err == nil && len(text) == 10 && n >= 1e9 && n < 1<<31:
		f.Bits = secondBits
	case err == nil && len(text) == 13 && n >= 1e12 && n < 1000<<31:
		f.Bits = milliBits
	default:
		return nil
	}
	return []Finding{f}
}

// findPeriod finds texts that repeat one piece, at any length. At least half of
// the text is determined by the other half: for 16 random bytes that happens
// with a chance of 2^-64 for each of eight lengths.
func findPeriod(key []byte) (Finding, bool) {
	n := period(key)
	if n == len(key) {
		return Finding{}, false
	}
	return Finding{
		Certainty: Structured, Code: Period, Bits: narrowest(key[:n]) + lengthCost(len(key)),
		Evidence: "a piece of length " + strconv.Itoa(n) + " fills a length of " + strconv.Itoa(len(key)),
	}, true
}
