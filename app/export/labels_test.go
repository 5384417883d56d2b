package export_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"jwtsecret/app/export"
)

func TestLabelsAreReadOneALine(t *testing.T) {
	for text, want := range map[string][]string{
		"billing":                          {"billing"},
		"billing\nsearch\n":                {"billing", "search"},
		"\n  billing \r\n\n\tSearch API\n": {"billing", "Search API"},
	} {
		t.Run(text, func(t *testing.T) {
			labels, err := export.Labels(text)
			require.NoError(t, err)
			assert.Equal(t, want, labels)
		})
	}
}

func TestAListWithoutANameIsNone(t *testing.T) {
	for _, text := range []string{"", "\n", " \n\t\n"} {
		_, err := export.Labels(text)
		assert.Equal(t, export.ErrNoLabel, err)
	}
}

func TestTheFirstWrongLineIsNamedAndNotQuoted(t *testing.T) {
	for name, c := range map[string]struct {
		text string
		want export.LabelError
	}{
		"a character":                  {"a\n\nb/c\nd/e", export.LabelError{Line: 3, Err: export.ErrNameCharacter}},
		"a secret":                     {"5f1d7a84db00d2fce00b31a7", export.LabelError{Line: 1, Err: export.ErrNameSecret}},
		"too long":                     {"a\n" + strings.Repeat("ab-", 22), export.LabelError{Line: 2, Err: export.ErrNameLong}},
		"white space within":           {"a\tb", export.LabelError{Line: 1, Err: export.ErrNameSpace}},
		"the same":                     {"\na\nb\na", export.LabelError{Line: 4, Same: 2, Err: export.ErrDuplicate}},
		"the same but for punctuation": {"Search API\nsearch_api", export.LabelError{Line: 2, Same: 1, Err: export.ErrDuplicate}},
	} {
		t.Run(name, func(t *testing.T) {
			_, err := export.Labels(c.text)
			var got *export.LabelError
			require.ErrorAs(t, err, &got)
			assert.Equal(t, c.want, *got)
			assert.ErrorIs(t, err, c.want.Err)
			assert.Regexp(t, "^line [0-9]: "+c.want.Err.Error()+"$", err.Error())
		})
	}
}

func TestALabelIsWrittenAsTheNameOfAFile(t *testing.T) {
	for label, want := range map[string]string{
		"billing": "billing", "Billing API": "billing-api", "eu_west.2": "eu-west-2", "-x--y-": "x-y", "..": "",
	} {
		assert.Equal(t, want, export.Slug(label), label)
	}
}

func TestCheckLabel(t *testing.T) {
	for label, want := range map[string]error{
		"billing": nil, "2fa": nil, "eu-west_1.prod": nil, "Gate way": nil, "payments-api-v2-eu-west-1": nil,
		"": export.ErrNameEmpty, " a": export.ErrNameSpace, "a\n": export.ErrNameSpace, "a\nb": export.ErrNameSpace, "a\tb": export.ErrNameSpace,
		"a'b": export.ErrNameCharacter, "a/b": export.ErrNameCharacter, "..": export.ErrNameCharacter, "a%s": export.ErrNameCharacter, "é": export.ErrNameCharacter,
		strings.Repeat("ab-", 22):  export.ErrNameLong,
		"5f1d7a84db00d2fce00b31a7": export.ErrNameSecret,
	} {
		t.Run(label, func(t *testing.T) {
			assert.Equal(t, want, export.CheckLabel(label))
			if label == "" {
				return // there is none, and that is fine
			}
			target := targetByID(t, "dotenv")
			_, err := target.Write(export.Entry{Name: "A", Value: []byte("v"), Service: label})
			assert.Equal(t, want, err)
			_, err = target.Write(export.Entry{Name: "A", Value: []byte("v"), Environment: label})
			assert.Equal(t, want, err)
		})
	}
}
