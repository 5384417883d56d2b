package ui

import (
	"testing"

	"github.com/maxence-charriere/go-app/v9/pkg/app"
	"github.com/stretchr/testify/assert"
)

// someToken is a token like any other.
const someToken = "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"

func TestWhatLooksLikeASecretIsTakenOutOfTheAddress(t *testing.T) {
	for query, rest := range map[string]string{
		"token=" + someToken:                           "",
		"alg=HS512&token=" + someToken + "&format=hex": "alg=HS512&format=hex",
		someToken:        "",
		"x=" + someToken: "",
		"x=nL0tq2Zt4wqQkIdlpJsB1mP2c8TqE3yYhVbFgXo7RzA&size=64":   "size=64",
		"q=JWT_SECRET%3Dhunter2":                                  "",
		"secret=hunter2&count=3":                                  "count=3",
		"api_key=hunter2&pwd=hunter2&auth=hunter2":                "",
		"utm_source=" + someToken:                                 "",
		"ref=https%3A%2F%2Fexample.com%2F%3Ftoken%3D" + someToken: "",
		"access_token=abc":                                        "",
		"Password=abc":                                            "",
		"x=%zz" + someToken:                                       "",
		"x=9f86d08cc84e1f1d04b7a3e5e2a90f3a17c5be6c2ffb24cd&a=b":  "a=b",
	} {
		got, found := withoutSecrets(query)
		assert.True(t, found, query)
		assert.Equal(t, rest, got, query)
	}
	for _, query := range []string{
		"", "alg=HS512&size=64&format=base64url&count=10000&keys=off", "unknown=1&alg=HS1", "token=", "a=b&&c", "main", "lang=de",
		"format=alphanumeric", "x=%zz", "utm_source=newsletter_2026-11", "fbclid=IwAR0pLq2Zt4wqQkIdlpJsB1mP2c8TqE3yYhVbFgXo7RzA",
		"ref=https%3A%2F%2Fexample.com%2F%3Fb%3Dc", "id=3f0e9c1e-7d3b-4c56-9a11-0c2f7f6c8d21",
	} {
		got, found := withoutSecrets(query)
		assert.False(t, found, query)
		assert.Equal(t, query, got)
	}
}

func TestTheNoticeOfTheAddressShowsNothingOfIt(t *testing.T) {
	addressHeldSecret = true
	defer func() { addressHeldSecret = false }()
	n := &addressNotice{}
	act := mounted(t, n)
	assert.Contains(t, drawn(n), "taken out of the address")
	act(func() { n.onNoted(nil, app.Event{}) })
	assert.NotContains(t, drawn(n), "taken out of the address")
}
