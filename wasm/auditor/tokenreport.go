package main

import (
	"bytes"
	"encoding/json"
	"time"

	"jwtsecret/app/attack"
	"jwtsecret/app/job"
	"jwtsecret/app/token"
)

func auditToken(text []byte, now time.Time) job.Event {
	t, err := token.Parse(text)
	if err != nil {
		return failed(unreadable(err))
	}
	var alg struct {
		Name string `json:"alg"`
	}
	_ = json.Unmarshal(t.Header(), &alg) // a name that is no text stays empty
	var claims struct {
		Issuer string `json:"iss"`
	}
	_ = json.Unmarshal(t.Payload(), &claims)
	_, err = attack.New(t)
	report := &job.TokenReport{
		Header: indented(t.Header()), Payload: indented(t.Payload()),
		Algorithm: alg.Name, Issuer: claims.Issuer, Attackable: err == nil,
	}
	for _, f := range token.Inspect(t, now) {
		report.Findings = append(report.Findings, job.Finding{
			Code: string(f.Code), Title: capital(place(f)), Sentence: f.Sentence(),
		})
	}
	return job.Event{Token: report}
}

// place names what a finding is about: `header "kid"`.
func place(f token.Finding) string {
	if f.Name == "" {
		return f.Part.String()
	}
	return f.Part.String() + ` "` + f.Name + `"`
}

// indented lays out JSON that has been checked.
func indented(object []byte) []byte {
	var b bytes.Buffer
	if json.Indent(&b, object, "", "  ") != nil {
		return object
	}
	return b.Bytes()
}

// unreadable says which part is wrong, why, and what to do.
func unreadable(err error) string {
	return capital(err.Error()) + ". Paste the whole token as it was issued: three parts with a dot between them."
}
