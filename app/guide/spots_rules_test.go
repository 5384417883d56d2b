package guide

import (
	"bytes"
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestTheRulesExplainALine(t *testing.T) {
	for _, c := range []struct{ line, state, says string }{
		{"const secret = process.env.NEXT_PUBLIC_JWT_SECRET", "bad", "begins with NEXT_PUBLIC_"},
		{"VITE_JWT_SECRET=abc", "bad", "begins with VITE_"},
		{"secret: process.env.REACT_APP_JWT_SECRET,", "bad", "begins with REACT_APP_"},
		{"import { PUBLIC_JWT_SECRET } from '$env/static/public'", "bad", "begins with PUBLIC_"},
		{"fetch(import.meta.env.VITE_API_URL)", "open", "begins with VITE_"},
		{"ENV JWT_SECRET=change-me", "bad", "docker history"},
		{"ENV PORT=80 JWT_SECRET=change-me", "bad", "docker history"},
		{"arg JWT_SECRET", "bad", "docker history"},
		{"docker build --build-arg JWT_SECRET=x .", "bad", "Build arguments"},
		{"COPY .env /app/", "bad", "part of the image"},
		{"COPY . .", "open", ".dockerignore"},
		{"git add .env", "bad", "in every clone"},
		{"git add -A && git commit -m start", "open", ".gitignore does not name"},
		{"git add ./", "open", ".gitignore does not name"},
		{"console.log(process.env)", "bad", "whole environment"},
		{"print(os.environ)", "bad", "whole environment"},
		{"<?php phpinfo();", "bad", "whole environment"},
		{"RUN printenv", "bad", "whole environment"},
		{"console.log(`secret: ${process.env.JWT_SECRET}`)", "bad", "into a log"},
		{`echo "$JWT_SECRET"`, "bad", "into a log"},
		{"logger.debug(jwtSecret)", "bad", "into a log"},
		{`const secret = process.env.JWT_SECRET || "dev-secret"`, "bad", "Where the variable is missing"},
		{`const secret = process.env.JWT_SECRET ?? 'dev'`, "bad", "Where the variable is missing"},
		{`SECRET_KEY = os.environ.get("SECRET_KEY", "dev")`, "bad", "Where the variable is missing"},
		{"JWT_SECRET: ${JWT_SECRET:-dev}", "bad", "Where the variable is missing"},
		{`SECRET_KEY = "my secret key"`, "bad", "it is in the code"},
		{`{ "secret": "abc" }`, "bad", "it is in the code"},
		{`config["jwt_secret"] = 'abc'`, "bad", "it is in the code"},
		{`jwt.sign({ sub: id }, "abc")`, "bad", "it is in the code"},
		{"kubectl create secret generic jwt --from-literal=JWT_SECRET=x", "bad", "list of processes"},
		{"kind: Secret", "open", "Base64"},
		{"echo -n $JWT_SECRET | base64", "open", "Base64"},
		{"docker run -e JWT_SECRET=x app", "bad", "docker inspect"},
		{"docker run --rm --env JWT_SECRET=x app", "bad", "docker inspect"},
		{"export JWT_SECRET=x", "open", "shell's history"},
		{"set -gx JWT_SECRET x", "open", "shell's history"},
		{"JWT_SECRET=x", "open", "where this stands"},
		{`JWT_SECRET="x"`, "open", "where this stands"},
		{"const secret = process.env.JWT_SECRET", "good", "gives nothing away"},
		{`port = process.env.PORT || "3000"`, "good", "gives nothing away"},
		{`SECRET_KEY = os.environ["SECRET_KEY"]`, "good", "gives nothing away"},
		{"secret, err := os.ReadFile(\"/run/secrets/jwt_secret\")", "good", "gives nothing away"},
		{`jwt.encode(claims, os.getenv("JWT_SECRET"), "HS256")`, "good", "gives nothing away"},
	} {
		said, state, _ := spotsShown(map[string]string{"line": c.line})
		assert.Equal(t, c.state, state["says"], c.line)
		assert.Contains(t, said["says"], c.says, c.line)
		assert.NotEmpty(t, said["instead"], c.line)
	}
}

func TestTheBoxStopsAfterTwoFindings(t *testing.T) {
	// A literal, the whole environment in a log, and a file in Git.
	assert.Len(t, findings([]byte("const secret = 'x'; console.log(process.env); git add .env ")), 2)
}

func TestTheRulesLeaveOtherLinesAlone(t *testing.T) {
	for _, line := range []string{
		"PUBLIC_KEY=abc",
		"ENV NODE_ENV=production",
		"docker build --build-arg VERSION=2 .",
		"COPY src/ /app/",
		"COPY package.json ./",
		"COPY --from=build /app .",
		"git add README.md .env.example",
		`console.error("JWT_SECRET is missing")`,
		`console.log("the secret is set")`,
		"console.log(port)",
		"sprintf(secretly)",
		`jwt.sign({ roles: ["a", "b"] }, key)`,
		`jwt.verify(token, key, "HS256")`,
		`const secret = ""`,
		"docker run -e PORT=80 app",
		"export PATH=/bin",
		"describe('the secret', () => {",
		"x = the_secret[1:-1]",
		"secret.MY_VITE_THING",
	} {
		said, state, _ := spotsShown(map[string]string{"line": line})
		assert.Empty(t, state["says"], line)
		assert.Contains(t, said["says"], "No rule of this box", line)
	}
}

func TestTheWorstThatALineGivesAwayComesFirst(t *testing.T) {
	said, state, _ := spotsShown(map[string]string{"line": "git add . && console.log(process.env)"})
	assert.Equal(t, "bad", state["says"])
	assert.Contains(t, said["says"], "whole environment")
	assert.NotContains(t, said["says"], ".gitignore")
}

// Whatever somebody pastes, the rules come to an end, repeat nothing of it and leave it as it is.
func FuzzAnyLineIsExplainedWithoutRepeatingIt(f *testing.F) {
	for _, line := range lineExamples {
		f.Add([]byte(line))
	}
	f.Add([]byte(`secret["' =: "x", sign(,'` + "\xff`${"))
	sentences := map[string]bool{}
	f.Fuzz(func(t *testing.T, line []byte) {
		before := bytes.Clone(line)
		for _, found := range findings(line) {
			assert.Contains(t, []string{"bad", "open", "good"}, found.state)
			sentences[found.says] = true
		}
		assert.Equal(t, before, line)
		assert.LessOrEqual(t, len(sentences), 2*len(publicPrefixes)+2*len(lineRules), "sentences are written in advance")
	})
}
