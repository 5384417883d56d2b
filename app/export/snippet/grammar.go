package snippet

// Language is a language that [Highlight] knows.
type Language string

// The languages.
const (
	CSharp     Language = "csharp"
	Elixir     Language = "elixir"
	Go         Language = "go"
	Java       Language = "java"
	JavaScript Language = "javascript"
	Kotlin     Language = "kotlin"
	Perl       Language = "perl"
	PHP        Language = "php"
	PowerShell Language = "powershell"
	Python     Language = "python"
	Ruby       Language = "ruby"
	Rust       Language = "rust"
	Shell      Language = "shell"
)

// grammar is what [Highlight] knows of a language.
type grammar struct {
	comments []string // what begins one
	quotes   []string // what begins and ends a string, longer ones first
	raw      string   // those of the quotes in which a backslash is itself
	keywords string   // reserved words, as far as the snippets have them, with a space around each
}

var (
	slashes    = []string{"//", "/*"}
	hash       = []string{"#"}
	bothQuotes = []string{`"`, `'`}
)

// grammarOf returns an empty one for an unknown language, which makes all of it
// plain text.
func grammarOf(l Language) grammar {
	switch l {
	case CSharp:
		return grammar{slashes, []string{`"`, `'`}, "", ` async await class false get new null private public readonly return sealed static string throw true using var void if else `}
	case Elixir:
		return grammar{hash, []string{`"""`, `"`}, "", ` def defmodule defp do else end if raise true use `}
	case Go:
		return grammar{slashes, []string{`"`, "`", `'`}, "`", ` any const err error false for func if import map nil package range return struct true type var `}
	case Java:
		return grammar{slashes, bothQuotes, "", ` byte class else final if implements import int new null private public return static throw throws var void `}
	case JavaScript:
		return grammar{slashes, []string{`"`, `'`, "`"}, "", ` async await const else export from function if import let new null return throw typeof `}
	case Kotlin:
		return grammar{slashes, []string{`"""`, `"`, `'`}, "", ` class else fun if import init null private return throw val var `}
	case Perl:
		return grammar{hash, bothQuotes, "", ` die if my package qw return strict sub unless use warnings `}
	case PHP:
		return grammar{[]string{"//", "/*", "#"}, bothQuotes, "", ` array class declare echo final function new private public return string throw use void if php `}
	case PowerShell:
		return grammar{hash, bothQuotes, `"'`, ` foreach function if param return `}
	case Python:
		return grammar{hash, []string{`"""`, `"`, `'`}, "", ` as class def elif else for from if import in is not raise return None True False `}
	case Ruby:
		return grammar{hash, bothQuotes, "", ` class def do else end if module nil raise require self true unless `}
	case Rust:
		return grammar{slashes, []string{`"`}, "", ` as dyn enum fn for if impl let match mut pub return self Self struct use `}
	case Shell:
		return grammar{hash, bothQuotes, `'`, ` do done echo export fi for if then `}
	default:
		return grammar{}
	}
}
