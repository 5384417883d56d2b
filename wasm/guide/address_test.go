package main

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestWhatIsSaidOfAnAddressDependsOnWhatItMayHaveHeld(t *testing.T) {
	for _, c := range [][4]string{
		{"", "", "", ""},
		{"", "what-to-use", "what-to-use", ""},
		{"", "What-To-Use", "what-to-use", ""},
		{"utm_source=mail", "", "", takenOut},
		{"utm_source=mail", "what-to-use", "what-to-use", takenOut},
		{"utm_source=mail", "gone", "", takenOut},
		{"", "gone", "", noSection},
		{"", "hunter2", "", takenOut},
	} {
		assert.Equal(t, c[3], aboutAddress(c[0], c[1], c[2]), c)
	}
	assert.NotContains(t, noSection, "leaked")
}

func TestNoRandomSecretLooksLikeASection(t *testing.T) {
	for fragment, looks := range map[string]bool{
		"gone":                                 true,
		"What-To-Use":                          true,
		"256-bits-and-what-they-mean":          true,
		"section-4":                            true,
		strings.Repeat("word-", 11) + "words":  true, // 60 characters
		strings.Repeat("word-", 11) + "words1": false,
		strings.Repeat("word-", 11) + "wordsy": false,
		"":                                     false,
		"-":                                    false,
		"a--b":                                 false,
		"hunter2":                              false,
		"a=b":                                  false,
		"a b":                                  false,
		"caf%C3%A9":                            false,
		"CHANGEME":                             false,
		"qwertyuiopasdfgh":                     false, // longer than words are
		"2026":                                 false,
		"deadbeefdeadbeef":                     false,
		"WhatToUse":                            false,
		"s3cr3t":                               false,
		"550e8400-e29b-41d4-a716-446655440000": false,
		"AyM1SysPpbyDfgZld3umj1qzKObwVMkoqQ-EstJQLr_T": false, // of RFC 7515 A.1
		"eyJhbGciOiJIUzI1NiJ9.e30.c2lnbmF0dXJl":        false,
	} {
		assert.Equal(t, looks, looksLikeSection(fragment), fragment)
	}
}
