package export_test

import (
	"bytes"
	"encoding/json"
	"io"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"jwtsecret/app/export"
)

// commands are the command of each target, and where it takes the value from:
// standard input, or its last argument after this text.
var commands = map[string]struct{ line, argument string }{
	"docker-secret":         {line: "docker secret create jwt_secret -"},
	"systemd":               {line: "sudo systemd-creds encrypt --name=jwt_secret - /etc/credstore.encrypted/jwt_secret"},
	"vault":                 {line: "vault kv put -mount=secret jwt-secret JWT_SECRET=-"},
	"aws-secrets-manager":   {line: "aws secretsmanager create-secret --name JWT_SECRET --secret-string file:///dev/stdin"},
	"aws-ssm":               {line: "aws ssm put-parameter --type SecureString --name JWT_SECRET --value file:///dev/stdin"},
	"google-secret-manager": {line: "gcloud secrets create JWT_SECRET --replication-policy=automatic --data-file=-"},
	"azure-key-vault":       {line: "az keyvault secret set --vault-name VAULT --name jwt-secret --file /dev/stdin --encoding utf-8 --output none"},
	"github":                {line: "gh secret set JWT_SECRET"},
	"gitlab":                {line: "glab variable set JWT_SECRET --masked --raw"},
	"vercel":                {line: "vercel env add JWT_SECRET production --sensitive"},
	"netlify":               {line: "netlify env:set --context production --secret -- JWT_SECRET", argument: " "},
	"cloudflare":            {line: "npx wrangler secret put JWT_SECRET"},
	"fly":                   {line: "fly secrets set JWT_SECRET=-"},
	"heroku":                {line: "heroku config:set", argument: " JWT_SECRET="},
}

func TestEveryCommandIsListedHere(t *testing.T) {
	var ids []string
	for _, target := range export.Targets() {
		if target.Command {
			ids = append(ids, target.ID)
		}
	}
	var listed []string
	for id := range commands {
		listed = append(listed, id)
	}
	assert.ElementsMatch(t, listed, ids)
}

func TestCommandsHoldNoSecretAndSayWhatTheyAsk(t *testing.T) {
	for id := range commands {
		entry := export.Entry{Name: "JWT_SECRET", Value: []byte("correct horse"), Algorithm: 1, Size: 16}
		target := targetByID(t, id)
		text, err := target.Write(entry)
		require.NoError(t, err)
		assert.NotContains(t, string(text), "correct horse")
		assert.Contains(t, string(text), "printf 'Paste JWT_SECRET (for tests only), then press Enter: ' >&2\n")
		assert.True(t, strings.HasPrefix(string(text), "(\n") && strings.HasSuffix(string(text), ")\n"), "a shell reads all of it before it runs any")
	}
}

// recorder is a program that writes down its name and arguments, and, unless it
// was given the value as an argument, what it reads.
const recorder = `#!/bin/sh
{
	printf '%s' "${0##*/}"
	[ $# -eq 0 ] || printf ' %s' "$@"
	printf '\0'
	[ -n "$ARGUMENT" ] || cat
	printf '\0'
} >>"$RECORD"
echo 'what the tool prints'
`

// runCommand runs a command with recorders in place of all tools, and returns
// pairs of a command line and what it read.
func runCommand(t *testing.T, shell string, id string, script, stdin []byte) []string {
	t.Helper()
	bin := t.TempDir()
	for _, tool := range []string{"docker", "sudo", "vault", "aws", "gcloud", "az", "gh", "glab", "vercel", "netlify", "npx", "fly", "heroku"} {
		require.NoError(t, os.WriteFile(filepath.Join(bin, tool), []byte(recorder), 0o700))
	}
	record := filepath.Join(bin, "record")
	environment := []string{"PATH=" + bin + ":" + os.Getenv("PATH"), "RECORD=" + record, "ARGUMENT=" + commands[id].argument}
	printed := output(t, stdin, environment, program(t, shell), "-c", string(script))
	assert.Equal(t, id == "heroku", !bytes.Contains(printed, []byte("prints")), "what Heroku prints shows the value")
	written, err := os.ReadFile(record)
	require.NoError(t, err)
	return records(written)
}

func TestCommandsHandOverTheValueInBothShells(t *testing.T) {
	t.Parallel()
	for id, command := range commands {
		for _, shell := range []string{"bash", "zsh"} {
			t.Run(id+" in "+shell, func(t *testing.T) {
				for _, value := range []string{"dGhlIHZhbHVl", "-leading-dash_", `a b\tc'd"e$f%s!!`} {
					target := targetByID(t, id)
					script, err := target.Write(export.Entry{Name: "JWT_SECRET", Value: []byte(value)})
					require.NoError(t, err)
					record := runCommand(t, shell, id, script, []byte(value+"\n"))
					if command.argument != "" {
						assert.Equal(t, []string{command.line + command.argument + value, ""}, record)
					} else {
						assert.Equal(t, []string{command.line, value}, record)
					}
				}
			})
		}
	}
}

func TestManyCommandsAskOneAfterAnother(t *testing.T) {
	t.Parallel()
	for _, shell := range []string{"bash", "zsh"} {
		t.Run(shell, func(t *testing.T) {
			target := targetByID(t, "github")
			entries := nastyEntries(t, target)
			script, err := target.Write(entries...)
			require.NoError(t, err)
			var stdin []byte
			for _, e := range entries {
				stdin = append(append(stdin, e.Value...), '\n')
			}
			record := runCommand(t, shell, "github", script, stdin)
			require.Len(t, record, 2*len(entries))
			for i, e := range entries {
				require.Equal(t, "gh secret set "+e.Name, record[2*i])
				require.Equal(t, string(e.Value), record[2*i+1])
			}
		})
	}
}

func TestAnotherSeparatorInTheShellDoesNotMatter(t *testing.T) {
	target := targetByID(t, "github")
	script, err := target.Write(export.Entry{Name: "JWT_SECRET", Value: []byte("a:")})
	require.NoError(t, err)
	for _, shell := range []string{"bash", "zsh"} {
		t.Run(shell, func(t *testing.T) {
			record := runCommand(t, shell, "github", append([]byte("IFS=:\n"), script...), []byte("a:\n"))
			assert.Equal(t, []string{"gh secret set JWT_SECRET", "a:"}, record)
		})
	}
}

func TestACommandStopsWhenNothingIsPasted(t *testing.T) {
	target := targetByID(t, "github")
	script, err := target.Write(export.Entry{Name: "JWT_SECRET", Value: []byte("x")})
	require.NoError(t, err)
	marker := filepath.Join(t.TempDir(), "ran")
	script = append(append([]byte("gh() { touch "+marker+"; }\n"), script...), "true\n"...)
	for _, shell := range []string{"bash", "zsh"} {
		output(t, []byte("\n"), nil, program(t, shell), "-c", string(script))
		assert.NoFileExists(t, marker)
	}
}

// The real program of AWS, against a server that stands for theirs.
func TestTheAWSCommandsSendTheValue(t *testing.T) {
	t.Parallel()
	installed(t, "the program aws does not run", "aws", "--version")
	var mutex sync.Mutex
	var sent map[string]any
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		mutex.Lock()
		defer mutex.Unlock()
		body, _ := io.ReadAll(r.Body)
		_ = json.Unmarshal(body, &sent)
		w.Header().Set("Content-Type", "application/x-amz-json-1.1")
		_, _ = io.WriteString(w, "{}")
	}))
	defer server.Close()
	environment := []string{
		"AWS_ENDPOINT_URL=" + server.URL, "AWS_REGION=us-east-1", "AWS_DEFAULT_REGION=us-east-1",
		"AWS_ACCESS_KEY_ID=none", "AWS_SECRET_ACCESS_KEY=none", "AWS_EC2_METADATA_DISABLED=true",
	}
	for id, member := range map[string]string{"aws-secrets-manager": "SecretString", "aws-ssm": "Value"} {
		for _, value := range []string{"-dGhl+IHZh/bHVl==", `a'b"c$d\e {"f":1} é🔑`} {
			target := targetByID(t, id)
			script, err := target.Write(export.Entry{Name: "JWT_SECRET", Value: []byte(value)})
			require.NoError(t, err)
			output(t, []byte(value+"\n"), environment, program(t, "bash"), "-c", string(script))
			assert.Equal(t, value, sent[member], id)
			assert.Equal(t, "JWT_SECRET", sent["Name"], id)
		}
	}
}

// The real program of systemd, which needs a key of this machine; it writes to a
// folder of the test instead of /etc.
func TestSystemdDecryptsTheValue(t *testing.T) {
	creds := program(t, "systemd-creds")
	if file, err := os.Open("/var/lib/systemd/credential.secret"); err != nil {
		t.Skip("left out: systemd has no credential key here that this user may read")
	} else {
		_ = file.Close()
	}
	target := targetByID(t, "systemd")
	for _, value := range []string{"dGhlIHZhbHVl", `a b'c"d$e`} {
		script, err := target.Write(export.Entry{Name: "JWT_SECRET", Value: []byte(value)})
		require.NoError(t, err)
		folder := t.TempDir()
		script = bytes.Replace(script, []byte("sudo "), nil, 1)
		script = bytes.Replace(script, []byte("/etc/credstore.encrypted"), []byte(folder), 1)
		output(t, []byte(value+"\n"), nil, program(t, "bash"), "-c", string(script))
		decrypted, err := exec.Command(creds, "decrypt", filepath.Join(folder, "jwt_secret"), "-").Output()
		require.NoError(t, err)
		assert.Equal(t, value, string(decrypted))
	}
}
