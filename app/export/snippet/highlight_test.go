package snippet_test

import (
	"runtime"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"jwtsecret/app/export/snippet"
	"jwtsecret/app/secret"
)

// marked writes spans as text with the class around each that has one.
func marked(spans []snippet.Span) string {
	var b strings.Builder
	for _, s := range spans {
		if s.Class == snippet.Plain {
			b.WriteString(s.Text)
		} else {
			b.WriteString("‹" + s.Class + " " + s.Text + "›")
		}
	}
	return b.String()
}

func TestHighlightMarksCommentsStringsAndKeywords(t *testing.T) {
	for _, c := range []struct {
		language   snippet.Language
		code, want string
	}{
		{snippet.Go, "return x // the end\n", "‹keyword return› x ‹comment // the end›\n"},
		{snippet.Go, "a := `\\` + \"\\\"\"", "a := ‹string `\\`› + ‹string \"\\\"\"›"},
		{snippet.Go, "returned, my_return", "returned, my_return"},
		{snippet.Java, "/* if\n */ if", "‹comment /* if\n */› ‹keyword if›"},
		{snippet.Java, `"// no comment"`, `‹string "// no comment"›`},
		{snippet.Python, `"""doc "x" """; None`, `‹string """doc "x" """›; ‹keyword None›`},
		{snippet.Python, "# it's\nx", "‹comment # it's›\nx"},
		{snippet.Perl, "$a // 1; # x", "$a // 1; ‹comment # x›"},
		{snippet.Shell, `tr -d '\n='; echo`, `tr -d ‹string '\n='›; ‹keyword echo›`},
		{snippet.Rust, "&'static str", "&'static str"},
		{snippet.Ruby, `"#{x}" 'y'`, `‹string "#{x}"› ‹string 'y'›`},
		{snippet.JavaScript, "`${x}` 'é'", "‹string `${x}`› ‹string 'é'›"},
		{snippet.JavaScript, "'never closed", "‹string 'never closed›"},
		{snippet.JavaScript, `'\`, `‹string '\›`},
		{"cobol", "if 'x' // y", "if 'x' // y"},
		{snippet.Go, "", ""},
	} {
		t.Run(string(c.language)+" "+c.code, func(t *testing.T) {
			assert.Equal(t, c.want, marked(snippet.Highlight(c.language, c.code)))
		})
	}
}

func TestALongTextIsNotCopiedForEveryWord(t *testing.T) {
	set := strings.Repeat("{\"kty\":\"EC\",\"kid\":\"spring\"},\n", 1000)
	for _, language := range []snippet.Language{"cobol", snippet.Go} {
		before := memory()
		spans := snippet.Highlight(language, set)
		assert.Less(t, memory()-before, uint64(50*len(set)), language)
		assert.Equal(t, set, joined(spans))
	}
}

// memory is how many bytes were ever asked for.
func memory() uint64 {
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return m.TotalAlloc
}

// joined puts spans together again.
func joined(spans []snippet.Span) string {
	var b strings.Builder
	for _, s := range spans {
		b.WriteString(s.Text)
	}
	return b.String()
}

func TestHighlightLosesAndAddsNothing(t *testing.T) {
	for _, s := range snippet.All() {
		for _, v := range variants(t, s) {
			classes := checkSpans(t, s.Language, v.code)
			assert.True(t, classes[snippet.String] && classes[snippet.Keyword], s.ID)
		}
	}
	for _, f := range []secret.Format{secret.Base64URL, secret.Base64, secret.HexLower} {
		commands, err := snippet.Terminals(32, f)
		require.NoError(t, err)
		for _, c := range commands {
			checkSpans(t, c.Language, c.Command)
		}
	}
}

// checkSpans returns the classes that the code has.
func checkSpans(t *testing.T, l snippet.Language, code string) (classes map[string]bool) {
	t.Helper()
	var together strings.Builder
	classes = map[string]bool{}
	for _, s := range snippet.Highlight(l, code) {
		assert.NotEmpty(t, s.Text)
		assert.True(t, utf8.ValidString(s.Text))
		together.WriteString(s.Text)
		classes[s.Class] = true
	}
	assert.Equal(t, code, together.String())
	return classes
}

func FuzzHighlightLosesAndAddsNothing(f *testing.F) {
	for _, s := range snippet.All() {
		code, err := s.Code("JWT_SECRET", secret.HS256, 0)
		require.NoError(f, err)
		f.Add(string(s.Language), code)
	}
	f.Fuzz(func(t *testing.T, language, code string) {
		var together strings.Builder
		for _, s := range snippet.Highlight(snippet.Language(language), code) {
			together.WriteString(s.Text)
		}
		assert.Equal(t, code, together.String())
	})
}
