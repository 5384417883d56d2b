package job

import (
	"bytes"
	"encoding/base64"
	"runtime/debug"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"jwtsecret/app/internal/heap"
)

// requests and events have something that follows their JSON, or nothing.
func requests() map[string]Request {
	return map[string]Request{
		"audit":  {Audit: &Audit{Text: []byte("\x00\xff\n any bytes \n"), Issuer: "shop", WithFile: true}},
		"attack": {Attack: &Attack{Token: []byte("a.b.c"), Share: 1, Shares: 2}},
		"verify": {Verify: &Verify{Token: []byte("a.\n.c"), Secret: []byte("\n7\n\x00")}},
		"read":   {Read: &Read{Text: []byte("A_KEY=x\n")}},
		"bench":  {Bench: &Bench{Token: []byte("a.b.c"), Header: []byte("{\n}"), Claims: []byte{}, Secret: []byte("\n\x00"), Parts: true, Do: []string{"900"}}},
		"keys":   {Keys: &Keys{Text: []byte("\n7\n"), Passphrase: []byte("\x00\n"), Published: []byte{}, Encrypt: true, KeyID: "a"}},
		"plan":   {Plan: &Plan{Kind: "leak", New: []byte("\n7\n"), KeyID: []byte{}, Previous: []byte("\x00"), PreviousKeyID: []byte("a\n1"), Name: []byte("JWT"), Public: []byte("{}"), Published: []byte("\n"), Start: -1}},
	}
}

func events() map[string]Event {
	return map[string]Event{
		"token":            {Token: &TokenReport{Header: []byte("{\n}"), Payload: []byte("{\n12\n}\n"), Algorithm: "HS256"}},
		"token of nothing": {Token: &TokenReport{Header: []byte{}, Payload: []byte{}}},
		"token of a digit": {Token: &TokenReport{Header: []byte("7"), Payload: []byte("\n7\n")}},
		"hit":              {Hit: &Hit{Secret: []byte("\x00\xff\n any bytes"), Reading: "hex", Source: "common words", Place: 7}},
		"secret":           {Secret: &SecretReport{Findings: []Finding{{Code: "x", Title: "y", Sentence: "z"}}}},
		"verified":         {Verified: "Signed."},
		"pasted":           {Pasted: &Pasted{Offers: []Offer{{Text: []byte("one\n"), How: "a"}, {Text: []byte{}, How: "b"}, {Text: []byte("\n3"), How: "c", Encoding: "hex"}}}},
		"bench": {Bench: &BenchReport{Token: []byte("a.b.c\n"), Header: []byte{}, Claims: []byte("{\n7\n}"), Secret: []byte("7"), Dates: []byte("exp\n"),
			Signs: true, Badges: []Finding{{Code: "fits", Title: "Signed"}}}},
		"pasted of nothing": {Pasted: &Pasted{Remarks: []string{"It is empty."}}},
		"plan":              {Plan: &PlanReport{Deployments: []Deployment{{Files: []DeployedFile{{Text: []byte("A=\n")}, {Text: []byte{}}}}, {Files: []DeployedFile{{Text: []byte("\n2")}}}}}},
		"keys": {Keys: &KeysReport{Token: []byte("a.b.c"), Files: []KeyFile{{Name: "a", Text: []byte("\n1")}, {Name: "b", Text: []byte{}}, {Text: []byte("7")}},
			Keys: []KeyReport{{KeyID: "1", Facts: []Fact{{"Use", "sig"}}}}}},
		"crack times":       {CrackTimes: []CrackTime{{Rate: "one", Time: "years"}}},
		"list":              {List: &List{Read: true, Lines: 3, Remarks: []string{"It is empty."}}},
		"progress and more": {Progress: &Progress{Tried: 1, Place: 2, Total: 3, Seconds: 0.5, Trying: "your word list", Lines: 4}},
	}
}

func TestAMessageArrivesAsItWasSent(t *testing.T) {
	for name, request := range requests() {
		t.Run(name, func(t *testing.T) { arrives(t, request) })
	}
	for name, event := range events() {
		t.Run(name, func(t *testing.T) { arrives(t, event) })
	}
}

func arrives[M message](t *testing.T, sent M) {
	text, err := Encode(sent)
	require.NoError(t, err)
	got, err := Decode[M](text)
	require.NoError(t, err)
	assert.Equal(t, sent, got)
}

// What wipes the secrets wipes the message, and the other way round.
func TestWhatFollowsStaysInTheMessage(t *testing.T) {
	texts := map[string]Event{
		"hit":   {Hit: &Hit{Secret: []byte("secret"), Source: "defaults"}},
		"token": {Token: &TokenReport{Header: []byte("secret"), Payload: []byte("secret")}},
		"bench": {Bench: &BenchReport{Token: []byte("secret"), Header: []byte("secret"), Claims: []byte("secret"), Secret: []byte("secret"), Dates: []byte("secret")}},
		"paste": {Pasted: &Pasted{Offers: []Offer{{Text: []byte("secret")}, {Text: []byte("secret")}}}},
		"keys":  {Keys: &KeysReport{Token: []byte("secret"), Files: []KeyFile{{Text: []byte("secret")}, {Text: []byte("secret")}}}},
		"plan":  {Plan: &PlanReport{Deployments: []Deployment{{Files: []DeployedFile{{Text: []byte("secret")}}}, {Files: []DeployedFile{{Text: []byte("secret")}}}}}},
	}
	for name, event := range texts {
		t.Run(name, func(t *testing.T) {
			text, err := Encode(event)
			require.NoError(t, err)
			got, err := Decode[Event](text)
			require.NoError(t, err)
			got.Wipe()
			assert.NotContains(t, string(text), "secret")
		})
	}
}

func TestAMessageHoldsOnlyWhatIsSet(t *testing.T) {
	for want, request := range map[string]Request{
		`{"Audit":{}}` + "\nsecret":                     {Audit: &Audit{Text: []byte("secret")}},
		`{"Attack":{"Share":0,"Shares":1}}` + "\na.b.c": {Attack: &Attack{Token: []byte("a.b.c"), Shares: 1}},
	} {
		text, err := Encode(request)
		require.NoError(t, err)
		assert.Equal(t, want, string(text))
	}
	text, err := Encode(Event{Token: &TokenReport{Header: []byte("{}"), Payload: []byte("[]")}})
	require.NoError(t, err)
	assert.Equal(t, `{"Token":{"PayloadTitle":"","Algorithm":"","Issuer":"","NoSecret":"","Findings":null}}`+"\n2\n{}[]", string(text))
}

// marked is a secret that no constant of this program holds.
func marked() []byte { return bytes.Repeat([]byte("zq7"), 20) }

// markedBase64 is how JSON would write it.
func markedBase64() []byte { return base64.StdEncoding.AppendEncode(nil, marked()) }

// The collector does not run meanwhile, so each copy that was ever made is found.
func TestNoCopyOfASecretStaysWhenItsMessagesAreOverwritten(t *testing.T) {
	defer debug.SetGCPercent(debug.SetGCPercent(-1))
	travel(t, Request{Audit: &Audit{Text: marked()}})
	travel(t, Request{Attack: &Attack{Token: marked()}})
	travel(t, Request{Bench: &Bench{Token: marked(), Header: marked(), Claims: marked(), Secret: marked()}})
	travel(t, Event{Bench: &BenchReport{Token: marked(), Header: marked(), Claims: marked(), Secret: marked(), Dates: marked()}})
	travel(t, Request{Plan: &Plan{New: marked(), KeyID: marked(), Previous: marked(), PreviousKeyID: marked(), Name: marked(), Public: marked(), Published: marked()}})
	travel(t, Event{Plan: &PlanReport{Deployments: []Deployment{{Files: []DeployedFile{{Text: marked()}, {Text: marked()}}}}}})
	travel(t, Event{Hit: &Hit{Secret: marked()}})
	travel(t, Event{Token: &TokenReport{Header: marked(), Payload: marked()}})
	assert.False(t, heap.Holds(t, marked))
	assert.False(t, heap.Holds(t, markedBase64))
}

// travel sends a message, and leaves to others to overwrite it on both sides.
func travel[M message](t *testing.T, sent M) {
	text, err := Encode(sent)
	require.NoError(t, err)
	got, err := Decode[M](text)
	require.NoError(t, err)
	assert.NotEmpty(t, got.follows())
	clear(text)
	for _, tail := range sent.follows() {
		clear(*tail)
	}
}

func TestWhatIsNoMessageIsAnError(t *testing.T) {
	for name, text := range map[string]string{
		"nothing": "", "cut": "{", "a number": `{"Audit":7}`, "a text for a number": `{"Attack":{"Shares":"2"}}`, "no text": `{"Audit":{}}`,
	} {
		t.Run(name, func(t *testing.T) {
			_, err := Decode[Request]([]byte(text))
			assert.Error(t, err)
		})
	}
	for name, tail := range map[string]string{
		"nothing": "", "no size": "\n{}[]", "no number": "\nx\n{}[]", "below zero": "\n-1\n{}[]", "too large": "\n5\n{}[]",
		"no number of this machine": "\n99999999999999999999\n{}[]", "a size alone": "\n2",
	} {
		t.Run("token with "+name, func(t *testing.T) {
			_, err := Decode[Event]([]byte(`{"Token":{}}` + tail))
			assert.ErrorIs(t, err, ErrMessage)
		})
	}
}
