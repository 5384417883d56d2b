package export_test

import (
	"os/exec"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"jwtsecret/app/export"
)

func TestNamesInTargets(t *testing.T) {
	for _, c := range []struct{ target, name, want string }{
		{"dotenv", "JWT_SECRET", "JWT_SECRET"}, {"azure-key-vault", "JWT_SECRET", "jwt-secret"},
		{"azure-key-vault", "_JWT__Secret_2_", "jwt-secret-2"}, {"kubernetes-data", "JWT_SECRET", "jwt-secret"},
		{"helm", "JWT_SECRET_PREVIOUS", "jwtSecretPrevious"}, {"spring", "JWT_SECRET", "jwt.secret"},
		{"terraform", "JWT_SECRET", "jwt_secret"}, {"systemd", "JWT_SECRET", "jwt_secret"},
		{"vault", "JWT_SECRET", "jwt-secret"}, {"github", "JWT_SECRET", "JWT_SECRET"},
	} {
		t.Run(c.target+" "+c.name, func(t *testing.T) {
			target := targetByID(t, c.target)
			name, err := target.Name(c.name)
			require.NoError(t, err)
			assert.Equal(t, c.want, name)
		})
	}
}

func TestNamesThatTargetsRefuse(t *testing.T) {
	for _, c := range []struct {
		target, name string
		err          error
	}{
		{"github", "GITHUB_JWT", export.ErrNameReserved}, {"github", "github_jwt", export.ErrNameReserved}, {"github", "MY_GITHUB_JWT", nil},
		{"heroku", "HEROKU_JWT", export.ErrNameReserved}, {"heroku", "__JWT", export.ErrNameReserved}, {"heroku", "_JWT", nil},
		{"aws-ssm", "AWS_JWT", export.ErrNameReserved}, {"aws-ssm", "SSMJWT", export.ErrNameReserved}, {"aws-secrets-manager", "AWS_JWT", nil},
		{"terraform", "COUNT", export.ErrNameReserved}, {"terraform", "FOR_EACH", export.ErrNameReserved}, {"terraform", "COUNTER", nil},
		{"shell", "PATH", export.ErrNameReserved}, {"fish", "status", export.ErrNameReserved}, {"shell", "PATHS", nil}, {"dotenv", "PATH", export.ErrNameReserved},
		{"dotenv-local", "NEXT_PUBLIC_JWT", export.ErrNameReserved}, {"dotenv-local", "VITE_JWT", export.ErrNameReserved},
		{"vercel", "NEXT_PUBLIC_JWT", export.ErrNameReserved},
		{"azure-key-vault", "__", export.ErrNameCharacter}, {"kubernetes-data", "_1", export.ErrNameCharacter},
		{"helm", "_", export.ErrNameReserved}, {"helm", "__", export.ErrNameCharacter}, {"spring", "_2FA", export.ErrNameCharacter}, {"terraform", "_2", nil},
		{"yaml", "JWT-SECRET", export.ErrNameCharacter}, {"json", "", export.ErrNameEmpty}, {"shell", "a b", export.ErrNameSpace},
	} {
		t.Run(c.target+" "+c.name, func(t *testing.T) {
			target := targetByID(t, c.target)
			_, err := target.Name(c.name)
			assert.Equal(t, c.err, err)
			_, err = target.Write(export.Entry{Name: c.name, Value: []byte("v")})
			assert.Equal(t, c.err, err)
		})
	}
}

// What a shell refuses or overwrites, asked of the shell.
func TestShellsKeepTheVariablesThatWeRefuse(t *testing.T) {
	for _, c := range []struct{ shell, target, show, names string }{
		{"bash", "shell", `printf %s "$NAME"`, "UID EUID PPID SHELLOPTS BASHOPTS BASH_VERSINFO"},
		{"zsh", "shell", `printf %s "$NAME"`, "UID PPID LINENO status signals aliases pipestatus"},
		{"fish", "fish", `printf %s $NAME`, "status version hostname history _ FISH_VERSION"},
	} {
		t.Run(c.shell, func(t *testing.T) {
			path := program(t, c.shell)
			target := targetByID(t, c.target)
			text, err := target.Write(export.Entry{Name: "NAME", Value: []byte("the value")})
			require.NoError(t, err)
			for name := range strings.FieldsSeq("NAME " + c.names) {
				script := strings.ReplaceAll(string(text)+c.show, "NAME", name)
				printed, _ := exec.Command(path, "-c", script).Output() // may fail: that is the answer
				_, err := target.Name(name)
				assert.Equal(t, string(printed) == "the value", err == nil, "%s in %s", name, c.shell)
			}
		})
	}
}

// A name that YAML reads as a truth value would not be a name any more.
func TestYAMLNamesStayText(t *testing.T) {
	for _, name := range []string{"NO", "yes", "Null", "y", "on", "TRUE"} {
		target := targetByID(t, "yaml")
		text, err := target.Write(export.Entry{Name: name, Value: []byte("v")})
		require.NoError(t, err)
		assert.Equal(t, `"`+name+`": "v"`+"\n", string(text))
	}
}
