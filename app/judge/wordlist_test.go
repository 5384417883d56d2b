package judge

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
func packing(list *words) func() (WordList, error) {
	return func() (WordList, error) { return list, nil }
}

func TestASecretInAListOfTheSiteIsKnown(t *testing.T) {
	for text, reading := range map[string]string{nobodys: "", nobodysBase64: " This shows when it is read as base64."} {
		list := &words{text: "one\n" + nobodys + "\ntwo\n"}
		e := last(t, askWith(t, job.Request{Audit: &job.Audit{Text: []byte(text)}}, Lists{Packed: packing(list)}))
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
		e := last(t, askWith(t, job.Request{Attack: &a}, Lists{Own: own, Packed: packing(list)}))
		if e.Hit != nil {
			hits++
			assert.Equal(t, nobodys, string(e.Hit.Secret))
			assert.Equal(t, "the lists of this site", e.Hit.Source)
			assert.Greater(t, e.Hit.Place, 100, "defaults came before")
			assert.Less(t, e.Hit.Place, 1000, "common words come later")
		}
	}
	assert.Equal(t, 1, hits)
}

func TestListsOfTheSiteThatDoNotArriveEndTheJob(t *testing.T) {
	absent := Lists{Packed: func() (WordList, error) { return nil, errors.New("offline") }}
	broken := Lists{Packed: packing(&words{text: strings.Repeat("x\n", 1<<20), broken: 1 << 20})}
	for _, l := range []Lists{absent, broken} {
		e := last(t, askWith(t, job.Request{Audit: &job.Audit{Text: []byte(nobodys)}}, l))
		assert.Contains(t, e.Failed, "lists of this site did not arrive")
	}
	for _, l := range []Lists{absent, {Packed: packing(&words{text: strings.Repeat("x", 2*sliceSize), broken: sliceSize})}} {
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

// listSaid returns what a job told of the word list that came along, last of all.
func listSaid(events []job.Event) (said *job.List) {
	for _, e := range events {
		if e.List != nil {
			said = e.List
		}
	}
	return said
}

func TestOfAWordListItIsSaidHowManyLinesItHasAndWhatIsOddAboutIt(t *testing.T) {
	wide := "\xff\xfe"
	for _, unit := range "one\r\ntwo\r\n" {
		wide += string(unit) + "\x00"
	}
	for name, c := range map[string]struct {
		text  string
		lines int
		says  string
	}{
		"words":     {"one\ntwo\nthree\n", 3, ""},
		"CR alone":  {"one\rtwo\rthree\r", 3, ""},
		"no byte":   {"", 0, "it has 0 bytes"},
		"line ends": {"\n\r\n", 0, ""},
		"noise":     {strings.Repeat("\x00\x01\x9c\xfe", 300), 1, "no text"},
		"UTF-16":    {wide, 2, "UTF-16"},
	} {
		t.Run(name, func(t *testing.T) {
			secretAudit := job.Request{Audit: &job.Audit{Text: []byte(nobodys)}}
			attack := job.Request{Attack: &job.Attack{Token: []byte(signed(t, secret.HS256, "secretkey2024")), Shares: 1}} // derived: after the list
			for _, r := range []job.Request{secretAudit, attack} {
				said := listSaid(ask(t, r, &words{text: c.text}))
				require.NotNil(t, said)
				assert.True(t, said.Read)
				assert.Equal(t, c.lines, said.Lines)
				assert.Contains(t, strings.Join(said.Remarks, " "), c.says)
				assert.Equal(t, c.says == "", len(said.Remarks) == 0)
			}
		})
	}
}

func TestALineOfAListWithCRIsFoundByTheAuditAndByTheAttack(t *testing.T) {
	list := &words{text: "one\rtwo\r" + nobodys + "\rfour\r"}
	e := last(t, ask(t, job.Request{Audit: &job.Audit{Text: []byte(nobodys)}}, list))
	assert.Contains(t, e.Secret.Findings[0].Sentence, "line 3 of your word list")
	a := job.Attack{Token: []byte(signed(t, secret.HS256, nobodys)), Shares: 1}
	require.NotNil(t, last(t, ask(t, job.Request{Attack: &a}, list)).Hit)
}

func TestTheSameSecretHasTheSamePlaceInEveryShare(t *testing.T) {
	places := map[int]bool{}
	for shares := 1; shares <= 4; shares++ {
		for share := range shares {
			list := &words{text: strings.Repeat("no\n", 7) + nobodys + "\n" + strings.Repeat("x", 2*sliceSize), broken: sliceSize}
			a := job.Attack{Token: []byte(signed(t, secret.HS256, nobodys)), Share: share, Shares: shares}
			if e := last(t, ask(t, job.Request{Attack: &a}, list)); e.Hit != nil {
				places[e.Hit.Place] = true
			}
		}
	}
	assert.Len(t, places, 1)
}
