package ui

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestSettingsWithoutAQueryAreTheDefaults(t *testing.T) {
	s := readSettings("")
	assert.Equal(t, settings{algorithm: "HS256", size: "32", format: "base64url", count: "1", name: "JWT_SECRET"}, s)
	assert.Empty(t, s.query(), "the plain address stays plain")
}

func TestSettingsSurviveTheAddress(t *testing.T) {
	for _, query := range []string{
		"", "alg=HS384", "alg=HS512&size=100&format=jwk&count=10000", "size=1024", "format=hex-upper",
	} {
		assert.Equal(t, query, readSettings(query).query(), query)
	}
}

func TestAnAddressMayWriteNamesAndNumbersInAnotherWay(t *testing.T) {
	for query, want := range map[string]string{
		"alg=hs512": "alg=HS512", "alg=Hs384&format=HEX": "alg=HS384&format=hex", "format=Hex-Upper": "format=hex-upper", "size=1,024": "size=1024",
	} {
		s := readSettings(query)
		_, wrong := s.check()
		assert.Empty(t, wrong, query)
		assert.Equal(t, want, s.query(), query)
	}
}

func TestOnlyListedNamesAndIntegersInRangeReachTheAddress(t *testing.T) {
	for _, query := range []string{
		"secret=c3VwZXI", "name=MY_KEY", "alg=HS1", "alg=hs256", "format=BASE64URL", "size=0", "size=1025", "size=-1", "size=x",
		"format=rot13", "count=10001", "count=0", "keys=on", "size=%zz", "testOnly=1",
	} {
		assert.Empty(t, readSettings(query).query(), query)
	}
}

func TestTheNameNeverReachesTheAddress(t *testing.T) {
	s := readSettings("alg=HS384")
	s.name = "ANYTHING"
	s.testOnly = true
	assert.Equal(t, "alg=HS384", s.query())
}

func TestAnUntouchedSizeFollowsTheAlgorithm(t *testing.T) {
	assert.Equal(t, "64", readSettings("").withAlgorithm("HS512").size)
	assert.Equal(t, "32", readSettings("alg=HS512").withAlgorithm("HS256").size)
	assert.Equal(t, "100", readSettings("size=100").withAlgorithm("HS512").size, "a chosen size stays")
	assert.Equal(t, "64", readSettings("size=٣٢").withAlgorithm("HS512").size, "in whatever digits")
}

func TestTooSmallIsAPossibleSizeBelowTheMinimum(t *testing.T) {
	for size, want := range map[string]bool{"31": true, "1": true, " 31 ": true, "32": false, "0": false, "-1": false, "": false, "x": false} {
		s := readSettings("")
		s.size = size
		assert.Equal(t, want, s.tooSmall(), "%q", size)
	}
}

// What is out of range is no size and no number of secrets.
func TestTheOptionsAreSummedUpAsFarAsTheyAreRight(t *testing.T) {
	for query, want := range map[string]string{
		"":                    "32 bytes, 1 secret, variable name",
		"size=1024&count=250": "1,024 bytes, 250 secrets, variable name",
		"size=0&count=-1":     "variable name",
		"size=x&count=10001":  "variable name",
	} {
		assert.Equal(t, want, readSettings(query).optionsChosen(), query)
	}
}
