package main

import (
	"errors"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"jwtsecret/app/job"
	"jwtsecret/app/secret"
)

// packing is a site that packs the words of a list.
func packing(list *words) func() (wordList, error) {
	return func() (wordList, error) { return list, nil }
}

func TestASecretInAListOfTheSiteIsKnown(t *testing.T) {
	for text, reading := range map[string]string{nobodys: "", nobodysBase64: " This shows when it is read as base64."} {
		list := &words{text: "one\n" + nobodys + "\ntwo\n"}
		e := last(t, askWith(t, job.Request{Audit: &job.Audit{Text: []byte(text)}}, lists{packed: packing(list)}))
		require.NotNil(t, e.Secret)
		assert.Equal(t, "unusable", e.Secret.Verdicts[2].Code)
		require.NotEmpty(t, e.Secret.Findings)
		assert.Equal(t, "This secret is in a list of known secrets. Evidence: one of the lists that this site was built with."+reading,
			e.Secret.Findings[0].Sentence)
	}
}

func TestTheAttackTriesTheListsOfTheSiteAfterTheDefaults(t *testing.T) {
	hits := 0
	for share := range 2 {
		list := &words{text: "one\n" + nobodys + "\ntwo\n"}
		a := job.Attack{Token: []byte(signed(t, secret.HS256, nobodys)), Share: share, Shares: 2}
		own := &words{text: strings.Repeat("x", 2*sliceSize), broken: sliceSize} // ends the share without the hit
		e := last(t, askWith(t, job.Request{Attack: &a}, lists{own: own, packed: packing(list)}))
		if e.Hit != nil {
			hits++
			assert.Equal(t, nobodys, string(e.Hit.Secret))
			assert.Equal(t, "the lists of this site", e.Hit.Source)
			assert.Greater(t, e.Hit.Tried, 100, "defaults came before")
			assert.Less(t, e.Hit.Tried, 1000, "common words come later")
		}
	}
	assert.Equal(t, 1, hits)
}

func TestListsOfTheSiteThatDoNotArriveEndTheJob(t *testing.T) {
	absent := lists{packed: func() (wordList, error) { return nil, errors.New("offline") }}
	broken := lists{packed: packing(&words{text: strings.Repeat("x\n", 1<<20), broken: 1 << 20})}
	for _, l := range []lists{absent, broken} {
		e := last(t, askWith(t, job.Request{Audit: &job.Audit{Text: []byte(nobodys)}}, l))
		assert.Contains(t, e.Failed, "lists of this site did not arrive")
	}
	for _, l := range []lists{absent, {packed: packing(&words{text: strings.Repeat("x", 2*sliceSize), broken: sliceSize})}} {
		a := job.Attack{Token: []byte(signed(t, secret.HS256, nobodys)), Shares: 1}
		assert.Contains(t, last(t, askWith(t, job.Request{Attack: &a}, l)).Failed, "lists of this site did not arrive")
	}
}

// Programs of Windows write such lists: UTF-16 with a byte-order mark and CRLF.
func TestAListInUTF16IsReadByTheAuditAndByTheAttack(t *testing.T) {
	list := "\xff\xfe"
	for _, unit := range "one\r\n " + nobodys + "\r\ntwo" {
		list += string(unit) + "\x00"
	}
	e := last(t, ask(t, job.Request{Audit: &job.Audit{Text: []byte(nobodys)}}, &words{text: list}))
	require.NotEmpty(t, e.Secret.Findings)
	assert.Contains(t, e.Secret.Findings[0].Sentence, "line 2 of your word list")
	a := job.Attack{Token: []byte(signed(t, secret.HS256, nobodys)), Shares: 1}
	e = last(t, ask(t, job.Request{Attack: &a}, &words{text: list}))
	require.NotNil(t, e.Hit)
	assert.Equal(t, nobodys, string(e.Hit.Secret))
}
