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

// grammars has no entry for an unknown language: an empty one makes all of it plain
// text.
var grammars = map[Language]grammar{
	CSharp:     {slashes, bothQuotes, "", ` async await class false get new null private public readonly return sealed static string throw true using var void if else `},
	Elixir:     {hash, []string{`"""`, `"`}, "", ` def defmodule defp do else end if raise true use `},
	Go:         {slashes, []string{`"`, "`", `'`}, "`", ` any const err error false for func if import map nil package range return struct true type var `},
	Java:       {slashes, bothQuotes, "", ` byte class else final if implements import int new null private public return static throw throws var void `},
	JavaScript: {slashes, []string{`"`, `'`, "`"}, "", ` async await const else export from function if import let new null return throw typeof `},
	Kotlin:     {slashes, []string{`"""`, `"`, `'`}, "", ` class else fun if import init null private return throw val var `},
	Perl:       {hash, bothQuotes, "", ` die if my package qw return strict sub unless use warnings `},
	PHP:        {[]string{"//", "/*", "#"}, bothQuotes, "", ` array class declare echo final function new private public return string throw use void if php `},
	PowerShell: {hash, bothQuotes, `"'`, ` foreach function if param return `},
	Python:     {hash, []string{`"""`, `"`, `'`}, "", ` as class def elif else for from if import in is not raise return None True False `},
	Ruby:       {hash, bothQuotes, "", ` class def do else end if module nil raise require self true unless `},
	Rust:       {slashes, []string{`"`}, "", ` as dyn enum fn for if impl let match mut pub return self Self struct use `},
	Shell:      {hash, bothQuotes, `'`, ` do done echo export fi for if then `},
}
