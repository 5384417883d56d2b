package export_test

import (
	"encoding/json"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/require"

	"jwtsecret/app/internal/npm"
)

// npmPackages are what reads .env files in JavaScript, fetched from the npm
// registry for the tests alone.
var npmPackages = []string{"dotenv@17.2.3", "dotenv-expand@12.0.3", "@next/env@15.5.6"}

// npmFolder returns a folder in which the packages are installed.
func npmFolder(t *testing.T) string {
	t.Helper()
	return npm.Install(t, npmPackages...)
}

// nodeReader is a script that gets the folder of the file, and prints an object.
func nodeReader(name string, targets []string, fileName, script string, modules func(*testing.T) string) reader {
	return reader{name, targets, func(t *testing.T, file []byte, names []string) []string {
		path := writeFile(t, fileName, file)
		environment := []string{"FOLDER=" + filepath.Dir(path), "FILE=" + path}
		if modules != nil {
			environment = append(environment, "NODE_PATH="+filepath.Join(modules(t), "node_modules"))
		}
		text := output(t, nil, environment, program(t, "node"), "-e",
			`const file = () => require("node:fs").readFileSync(process.env.FILE); process.stdout.write(JSON.stringify(`+script+`))`)
		values := map[string]string{}
		require.NoError(t, json.Unmarshal(text, &values))
		return lookUp(t, values, names)
	}}
}

func TestNodeReadsTheValues(t *testing.T) {
	t.Parallel()
	program(t, "node")
	for _, r := range []reader{
		nodeReader("node's own parseEnv", []string{"dotenv"}, ".env", `require("node:util").parseEnv(file().toString())`, nil),
		nodeReader("node's JSON.parse", []string{"json"}, "secrets.json", `JSON.parse(file())`, nil),
		nodeReader("dotenv", []string{"dotenv"}, ".env", `require("dotenv").parse(file())`, npmFolder),
		nodeReader("dotenv-expand", []string{"dotenv-local"}, ".env.local",
			`require("dotenv-expand").expand({parsed: require("dotenv").parse(file()), processEnv: {}}).parsed`, npmFolder),
		nodeReader("@next/env", []string{"dotenv-local"}, ".env.local",
			`require("@next/env").loadEnvConfig(process.env.FOLDER, false, {info(){}, error: console.error}).combinedEnv`, npmFolder),
	} {
		t.Run(r.name, r.run)
	}
}
