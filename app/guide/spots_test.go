package guide

import (
	"bytes"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// spotsShown returns what the box says in each place, and how it looks there.
func spotsShown(f map[string]string) (said, state map[string]string, rows [][]string) {
	form := Form{}
	for name, value := range f {
		form[name] = []byte(value)
	}
	var v View
	(&spots{}).Show(form, &v)
	said, state = map[string]string{}, map[string]string{}
	for _, c := range v.Changes {
		switch {
		case c.State != nil:
			state[c.Place] = *c.State
		case c.Rows != nil:
			rows = c.Rows
		default:
			said[c.Place] = string(c.Text)
		}
	}
	return said, state, rows
}

func TestEachPlaceAnswersForEachReader(t *testing.T) {
	for _, s := range spotPlaces {
		said, state, rows := spotsShown(map[string]string{"place": s.name})
		assert.Contains(t, []string{"good", "bad", "open"}, state["verdict"], s.name)
		for _, place := range []string{"verdict", "leaks", "better"} {
			assert.True(t, strings.HasSuffix(said[place], "."), "%s: %s", s.name, place)
		}
		require.Len(t, rows, len(spotReaders), s.name)
		for _, row := range rows {
			assert.Contains(t, []string{"yes", "no", "if"}, row[1], "%s: %s", s.name, row[0])
			assert.True(t, strings.HasSuffix(row[2], "."), "%s: %s", s.name, row[0])
		}
	}
}

// Who can read it there is what the documents say that the chapter cites.
func TestThePlacesAgreeWithTheirSources(t *testing.T) {
	answers := func(place string) map[string]string {
		_, _, rows := spotsShown(map[string]string{"place": place})
		all := map[string]string{}
		for _, row := range rows {
			all[row[0]] = row[1]
		}
		return all
	}
	// Vite, "Env Variables and Modes": what VITE_ begins ends up in the client bundle.
	assert.Equal(t, "yes", answers("Front-end bundle")["Everyone on the internet"])
	// Docker, build check SecretsUsedInArgOrEnv: both persist in the final image.
	assert.Equal(t, "yes", answers("Docker image (ENV, ARG)")["Anyone with the image"])
	// Kubernetes, "Secrets": who has the API's permission, or may create a pod, can read it.
	assert.Equal(t, "yes", answers("Kubernetes Secret")["Whoever runs the platform"])
	// proc_pid_environ(5): the permission to trace the process, which its user and root have.
	assert.Equal(t, "yes", answers("Environment variable")["Other programs of the same user"])
	assert.Equal(t, "no", answers("Environment variable")["Anyone with the image"])
	// GitHub, "Secure use reference": write access to the repository is enough.
	assert.Equal(t, "if", answers("CI variable")["Anyone with the repository"])
	// gitignore(5): files that Git tracks already are not affected.
	assert.Equal(t, "if", answers(".env file")["Anyone with the repository"])
}

func TestAnEmptyLineAndOneWithoutARuleHaveAnHonestSentence(t *testing.T) {
	said, state, _ := spotsShown(map[string]string{"line": "  \n"})
	assert.Contains(t, said["says"], "Paste a line")
	assert.Empty(t, state["says"])
	said, state, _ = spotsShown(map[string]string{"line": "func main() {"})
	assert.Contains(t, said["says"], "does not mean that the line is safe")
	assert.Empty(t, state["says"])
}

func TestTheLineIsNotRepeated(t *testing.T) {
	said, state, _ := spotsShown(map[string]string{"line": `const secret = "tuesday-parrot"`})
	assert.Equal(t, "bad", state["says"])
	assert.NotContains(t, strings.ToLower(said["says"]+said["instead"]), "parrot")
}

func TestTheButtonGoesThroughAllExamples(t *testing.T) {
	line, seen := []byte("something of one's own"), map[string]bool{}
	for range len(lineExamples) + 1 {
		e := &fakePage{t: t}
		(&spots{}).Act("next", Form{"line": line}, e)
		require.Equal(t, "line", e.view.Changes[0].Place)
		line = bytes.Clone(e.view.Changes[0].Fill)
		seen[string(line)] = true
		assert.NotEmpty(t, findings(line), "%s", line)
	}
	assert.Len(t, seen, len(lineExamples))
	assert.Equal(t, lineExamples[0], string(line), "after the last comes the first")
}
