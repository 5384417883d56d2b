package export_test

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"jwtsecret/app/export"
)

// secretsInAll is how many generated secrets each reader gets, over all text
// formats; EXPORT_SECRETS sets another number.
const secretsInAll = 1000

// reader is a program or a library that shares nothing with this package.
type reader struct {
	name    string
	targets []string
	read    func(t *testing.T, file []byte, names []string) []string // the values, in the order of the names
}

// run hands the reader the generated and the nasty values.
func (r reader) run(t *testing.T) {
	r.runWith(t, func(target export.Target) []export.Entry {
		return append(generatedEntries(t), nastyEntries(t, target)...)
	})
}

func (r reader) runWith(t *testing.T, entriesFor func(export.Target) []export.Entry) {
	for _, id := range r.targets {
		t.Run(id, func(t *testing.T) {
			target := targetByID(t, id)
			entries := entriesFor(target)
			file, err := target.Write(entries...)
			require.NoError(t, err)
			names := namesIn(t, target, entries)
			values := r.read(t, file, names)
			require.Len(t, values, len(entries))
			for i := range entries {
				require.Equal(t, string(entries[i].Value), values[i], "%s of %s", names[i], id)
			}
			t.Logf("%s gave back %d values", r.name, len(values))
		})
	}
}

func targetByID(t testing.TB, id string) export.Target {
	t.Helper()
	target, found := export.TargetByID(id)
	require.True(t, found, id)
	return target
}

// generatedEntries are secrets in all text formats, of several sizes.
func generatedEntries(t testing.TB) []export.Entry {
	t.Helper()
	count := secretsInAll
	if text := os.Getenv("EXPORT_SECRETS"); text != "" {
		var err error
		count, err = strconv.Atoi(text)
		require.NoError(t, err)
	}
	formats, sizes := textFormats(t), []int{31, 32, 33, 48, 64}
	var entries []export.Entry
	for len(entries) < count {
		for _, f := range formats {
			for _, size := range sizes {
				secrets := generate(t, f, size, 1+count/1000)
				for i := range secrets {
					entry, err := export.NewEntry("S_"+strconv.Itoa(len(entries)), &secrets[i])
					require.NoError(t, err)
					entries = append(entries, entry)
				}
			}
		}
	}
	return entries
}

// nastyEntries are those of the nasty values that the target does not refuse.
// Which it may refuse is the matter of TestWhatTargetsRefuse.
func nastyEntries(t testing.TB, target export.Target) []export.Entry {
	t.Helper()
	var entries []export.Entry
	for i, value := range nasty() {
		entry := export.Entry{Name: nastyName(i), Value: []byte(value)}
		if _, err := target.Write(entry); err == nil {
			entries = append(entries, entry)
		}
	}
	require.NotEmpty(t, entries)
	return entries
}

func nastyName(i int) string { return "N_" + strconv.Itoa(i) }

func namesIn(t testing.TB, target export.Target, entries []export.Entry) []string {
	t.Helper()
	names := make([]string, len(entries))
	for i := range entries {
		var err error
		names[i], err = target.Name(entries[i].Name)
		require.NoError(t, err)
	}
	return names
}

// lookUp returns the values of a map in the order of the names.
func lookUp(t *testing.T, values map[string]string, names []string) []string {
	t.Helper()
	list := make([]string, len(names))
	for i, name := range names {
		value, found := values[name]
		require.True(t, found, name)
		list[i] = value
	}
	return list
}

// program returns the path of a program, or skips the test.
func program(t testing.TB, name string) string {
	t.Helper()
	path, err := exec.LookPath(name)
	if err != nil {
		t.Skip("left out: " + name + " is not installed")
	}
	return path
}

// output runs a program in a folder of its own with nothing of the environment
// but PATH and what is given, and returns what it prints.
func output(t testing.TB, stdin []byte, environment []string, name string, arguments ...string) []byte {
	t.Helper()
	command := exec.Command(name, arguments...)
	command.Dir = t.TempDir()
	command.Env = append([]string{"PATH=" + os.Getenv("PATH"), "HOME=" + command.Dir, "LC_ALL=C.UTF-8"}, environment...)
	command.Stdin = bytes.NewReader(stdin)
	var stdout, stderr bytes.Buffer
	command.Stdout, command.Stderr = &stdout, &stderr
	require.NoError(t, command.Run(), "%s: %s", name, stderr.String())
	return stdout.Bytes()
}

// writeFile writes a file into a new folder and returns its path.
func writeFile(t testing.TB, name string, content []byte) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	require.NoError(t, os.WriteFile(path, content, 0o600))
	return path
}

// records splits a text in which a zero byte ends each record.
func records(text []byte) []string {
	list := strings.Split(string(text), "\x00")
	return list[:len(list)-1]
}

// installed skips the test unless the program can be run at all.
func installed(t testing.TB, why string, name string, arguments ...string) {
	t.Helper()
	if exec.Command(program(t, name), arguments...).Run() != nil {
		t.Skip("left out: " + why)
	}
}
