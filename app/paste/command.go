package paste

import (
	"bytes"
	"slices"
)

// How a shell reads an assignment: its value ends at a blank.

// shellWords stand before an assignment in a shell or in a Dockerfile.
var shellWords = []string{
	"$ ", "- ", "sudo ", "export ", "env ", "arg ", "declare -x ", "typeset -x ", "readonly ", "local ", "-e ", "--env ", "--env=", "--from-literal=",
	"heroku config:set ", "fly secrets set ", "flyctl secrets set ",
}

// programs are what a line starts with the variable before it. Others that stand behind a
// blank are part of a value in .env.
var programs = []string{
	"npm", "npx", "node", "yarn", "pnpm", "bun", "deno", "tsx", "ts-node", "nodemon", "python", "python3", "uvicorn", "gunicorn", "flask", "php", "ruby", "rails", "bundle",
	"java", "mvn", "gradle", "dotnet", "cargo", "go", "make", "docker", "docker-compose", "kubectl", "helm", "terraform", "exec", "sudo", "jwtsecret",
}

// command takes a value in a line of a shell from what stands behind it. Behind is empty
// where the whole value counts, as the readers of .env take it.
func command(line, value []byte) (first, behind []byte) {
	declared := false
	for again := true; again; {
		var rest []byte
		if rest, again = cutAny(line, shellWords); again {
			line, declared = rest, true
		}
	}
	_, rest, ok := nameOf(line)
	if len(value) < 2 || !ok || len(rest) < 2 || rest[0] != '=' || rest[1] != value[0] || bytes.IndexByte([]byte("$`{[("), value[0]) >= 0 {
		return value, nil
	}
	end := bytes.IndexAny(value, " \t")
	if value[0] == '"' || value[0] == '\'' {
		end = closeAt(value[1:], value[0])
		if end < 0 || len(value) < end+3 || bytes.IndexByte([]byte(" \t;&|"), value[end+2]) < 0 {
			return value, nil
		}
		end += 2
	}
	if end < 1 || value[end-1] == '\\' {
		return value, nil
	}
	first, behind = value[:end], bytes.TrimSpace(value[end:])
	bare, ended := bytes.CutSuffix(first, []byte{';'})
	if len(behind) == 0 || behind[0] == '#' || !declared && !ended && !isCommand(behind) {
		return value, nil
	}
	return bare, behind
}

// isCommand reports whether a text joins a command to what stands before it, or is one.
func isCommand(text []byte) bool {
	if text[0] == ';' || text[0] == '|' || bytes.HasPrefix(text, []byte("&&")) || bytes.HasPrefix(text, []byte("./")) || len(text) == 1 && text[0] == '\\' {
		return true
	}
	word, _, _ := bytes.Cut(text, []byte{' '})
	name, _, assigned := bytes.Cut(word, []byte{'='})
	return assigned && isConstant(string(name)) || slices.ContainsFunc(programs, func(program string) bool { return string(word) == program })
}
