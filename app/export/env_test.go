package export_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os/exec"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"jwtsecret/app/export"
	"jwtsecret/app/secret"
)

func TestEnvIsTheNameAndTheText(t *testing.T) {
	for _, f := range textFormats(t) {
		secrets := generate(t, f, 32, 1)
		quote := ""
		if f == secret.JWK {
			quote = "'"
		}
		line, err := export.Env("MY_KEY", secrets)
		require.NoError(t, err)
		assert.Equal(t, "MY_KEY="+quote+string(secrets[0].Text())+quote+"\n", string(line), f.String())
	}
}

func TestEnvForTestsOnlySaysSo(t *testing.T) {
	secrets, err := secret.Generate(secret.Request{Algorithm: secret.HS384, Size: 16, Count: 1, TestOnly: true})
	require.NoError(t, err)
	line, err := export.Env("KEY", secrets)
	require.NoError(t, err)
	assert.Equal(t, "# test only: 16 bytes, below the 48 bytes that RFC 7518 §3.2 requires for HS384\n"+
		"KEY="+string(secrets[0].Text())+"\n", string(line))
}

func TestEnvNumbersSeveralSecretsOnly(t *testing.T) {
	one := generate(t, secret.HexLower, 32, 1)
	file, err := export.Env("KEY", one)
	require.NoError(t, err)
	assert.Equal(t, "KEY="+string(one[0].Text())+"\n", string(file))

	two := generate(t, secret.HexLower, 31, 2)
	file, err = export.Env("KEY", two)
	require.NoError(t, err)
	const comment = "# test only: 31 bytes, below the 32 bytes that RFC 7518 §3.2 requires for HS256\n"
	assert.Equal(t, comment+"KEY_1="+string(two[0].Text())+"\n"+comment+"KEY_2="+string(two[1].Text())+"\n", string(file))
}

func TestEnvRefusesABadName(t *testing.T) {
	secrets := generate(t, secret.Base64URL, 32, 1)
	_, err := export.Env("A B", secrets)
	assert.ErrorIs(t, err, export.ErrNameSpace)
	_, err = export.Env("", secrets)
	assert.ErrorIs(t, err, export.ErrNameEmpty)
	_, err = export.Env(string(secrets[0].Text()), secrets)
	assert.ErrorIs(t, err, export.ErrNameSecret)
}

// The readers share nothing with this package: a POSIX shell, and the .env
// reader that comes with Node.
var readers = []struct {
	name    string
	command []string
	parse   func(t *testing.T, output []byte) map[string]string
}{
	{"shell", []string{"sh", "-c", `set -a; eval "$(cat)"; env`}, parseEnvironment},
	{"node", []string{"node", "-e", `
		const file = require("node:fs").readFileSync(0, "utf8");
		process.stdout.write(JSON.stringify(require("node:util").parseEnv(file)))`}, parseObject},
}

func parseEnvironment(_ *testing.T, output []byte) map[string]string {
	variables := map[string]string{}
	for line := range strings.Lines(string(output)) {
		name, value, _ := strings.Cut(strings.TrimSuffix(line, "\n"), "=")
		variables[name] = value
	}
	return variables
}

func parseObject(t *testing.T, output []byte) map[string]string {
	variables := map[string]string{}
	require.NoError(t, json.Unmarshal(output, &variables))
	return variables
}

func TestOtherReadersOfEnvFilesGetTheTextBack(t *testing.T) {
	t.Parallel()
	for _, reader := range readers {
		t.Run(reader.name, func(t *testing.T) {
			program, err := exec.LookPath(reader.command[0])
			if err != nil {
				t.Skip("needs the program " + reader.command[0])
			}
			var files []byte // one for each format and size, one after another
			want := map[string]string{}
			for _, f := range textFormats(t) {
				for _, size := range []int{31, 32, 33, 64} {
					name := fmt.Sprintf("KEY_%d_%d", f, size)
					secrets := generate(t, f, size, 20)
					file, err := export.Env(name, secrets)
					require.NoError(t, err)
					files = append(files, file...)
					for i := range secrets {
						want[name+"_"+strconv.Itoa(i+1)] = string(secrets[i].Text())
					}
				}
			}
			command := exec.Command(program, reader.command[1:]...)
			command.Stdin = bytes.NewReader(files)
			output, err := command.Output()
			require.NoError(t, err)
			variables := reader.parse(t, output)
			for name, text := range want {
				assert.Equal(t, text, variables[name], name)
			}
		})
	}
}
