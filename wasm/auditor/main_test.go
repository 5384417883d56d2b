package main

import (
	"bytes"
	"encoding/base64"
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"jwtsecret/app/job"
	"jwtsecret/app/secret"
	"jwtsecret/app/token"
)

// nobodys is a secret that no list of ours holds, and the same in base64.
const (
	nobodys       = "Vn7kQ2mX9cLr4TzB8wHs3YdJ6pFgA1eU"
	nobodysBase64 = "Vm43a1EybVg5Y0xyNFR6Qjh3SHMzWWRKNnBGZ0ExZVU="
)

// task is a job for a worker.
type task struct {
	Request []byte   `json:"request"`
	List    []byte   `json:"list"`
	Marks   [][]byte `json:"marks"` // what must be gone when it has ended
}

// outcome is what the job came to.
type outcome struct {
	Messages [][]byte `json:"messages"`
	Marks    int      `json:"marks"`
	Failed   bool     `json:"failed"`
}

// events returns what the auditor said.
func (o outcome) events(t *testing.T) []job.Event {
	t.Helper()
	require.False(t, o.Failed)
	var events []job.Event
	for _, message := range o.Messages {
		e, err := job.Decode[job.Event](message)
		require.NoError(t, err)
		events = append(events, e)
	}
	require.NotEmpty(t, events)
	return events
}

// build compiles the auditor for a browser.
func build(t *testing.T) (program string) {
	t.Helper()
	program = filepath.Join(t.TempDir(), "auditor.wasm")
	compile := exec.Command("go", "build", "-o", program, ".")
	compile.Env = append(os.Environ(), "GOOS=js", "GOARCH=wasm")
	output, err := compile.CombinedOutput()
	require.NoError(t, err, "%s", output)
	return program
}

// work has one worker do one task after the other.
func work(t *testing.T, program string, tasks ...task) []outcome {
	t.Helper()
	root, err := exec.Command("go", "env", "GOROOT").Output()
	require.NoError(t, err)
	input, err := json.Marshal(tasks)
	require.NoError(t, err)
	script := filepath.Join(strings.TrimSpace(string(root)), "lib", "wasm", "wasm_exec.js")
	page := exec.Command(node(t), filepath.Join("testdata", "page.mjs"), script, filepath.Join("..", "..", "web", "worker.js"), program)
	page.Stdin = bytes.NewReader(input)
	page.Stderr = os.Stderr
	output, err := page.Output()
	require.NoError(t, err)
	var outcomes []outcome
	require.NoError(t, json.Unmarshal(output, &outcomes), "%s", output)
	return outcomes
}

func node(t *testing.T) string {
	t.Helper()
	path, err := exec.LookPath("node")
	if err != nil {
		t.Skip("node is not installed: the auditor's program does not run here")
	}
	return path
}

func encoded(t *testing.T, r job.Request) []byte {
	t.Helper()
	message, err := job.Encode(r)
	require.NoError(t, err)
	return message
}

// last returns the event that ends the job.
func last(events []job.Event) job.Event { return events[len(events)-1] }

func signed(t *testing.T, a secret.Algorithm, key string) string {
	t.Helper()
	text, err := token.Sign(a, []byte(key), []byte(`{"iss":"shop","exp":1}`))
	require.NoError(t, err)
	return string(text)
}

func TestInAWorker(t *testing.T) {
	node(t)
	program := build(t)
	t.Run("one job after the other is served", func(t *testing.T) { servesOneJobAfterTheOther(t, program) })
	t.Run("nothing of a job stays in memory when it has ended", func(t *testing.T) { keepsNothing(t, program) })
}

func servesOneJobAfterTheOther(t *testing.T, program string) {
	audit := task{Request: encoded(t, job.Request{Audit: &job.Audit{Text: []byte("your-256-bit-secret")}})}
	read := task{Request: encoded(t, job.Request{Audit: &job.Audit{Text: []byte(signed(t, secret.HS384, "x"))}})}
	attack := task{
		Request: encoded(t, job.Request{Attack: &job.Attack{Token: []byte(signed(t, secret.HS512, "Zug um Zug")), Shares: 1, WithFile: true}}),
		List:    []byte(strings.Repeat("no\r\n", 1<<19) + "Zug um Zug\r\n"),
	}
	all := work(t, program, audit, read, task{Request: []byte("{}")}, attack, audit)
	require.Len(t, all, 5)
	events := all[0].events(t)
	require.NotNil(t, events[0].Secret)
	assert.Equal(t, "unusable", events[0].Secret.Verdicts[0].Code)
	assert.NotNil(t, events[len(events)-1].CrackTimes, "the first one came before the rate was known")
	assert.Equal(t, "HS384", last(all[1].events(t)).Token.Algorithm)
	assert.NotEmpty(t, last(all[2].events(t)).Failed)
	hit := last(all[3].events(t)).Hit
	require.NotNil(t, hit)
	assert.Equal(t, "Zug um Zug", string(hit.Secret))
	assert.Equal(t, "your word list", hit.Source)
	require.Len(t, all[4].Messages, 1, "by now the rate is known")
	assert.Len(t, last(all[4].events(t)).Secret.CrackTimes, 3)
}

// parts returns stretches of a text, so that half of it is found as well.
func parts(text []byte) [][]byte {
	const size = 12
	var all [][]byte
	for at := 0; at < len(text); at += size / 2 {
		all = append(all, text[max(0, min(at, len(text)-size)):min(at+size, len(text))])
	}
	return all
}

func keepsNothing(t *testing.T, program string) {
	list := []byte("one\r\n" + nobodys + "\r\ntwo\r\n")
	var tasks []task
	add := func(r job.Request, list []byte, marks ...string) {
		one := task{Request: encoded(t, r), List: list}
		for _, mark := range marks {
			one.Marks = append(one.Marks, parts([]byte(mark))...)
			one.Marks = append(one.Marks, parts(base64.StdEncoding.AppendEncode(nil, []byte(mark)))...)
		}
		tasks = append(tasks, one)
	}
	const human = "Zorblattifax!quuxible2019Zorblat"
	add(job.Request{Audit: &job.Audit{Text: []byte(nobodys)}}, nil, nobodys)
	add(job.Request{Audit: &job.Audit{Text: []byte(nobodysBase64)}}, nil, nobodysBase64, nobodys)
	add(job.Request{Audit: &job.Audit{Text: []byte(human)}}, nil, human)
	add(job.Request{Audit: &job.Audit{Text: []byte(nobodys), WithFile: true}}, list, nobodys)
	text := signed(t, secret.HS256, nobodys)
	rest := text[strings.IndexByte(text, '.'):] // the header is that of the token for measuring as well
	add(job.Request{Audit: &job.Audit{Text: []byte(text)}}, nil, rest, `"iss": "shop"`, `{"iss":"shop"`)
	add(job.Request{Attack: &job.Attack{Token: []byte(text), Shares: 1, WithFile: true}}, list, rest, nobodys)
	add(job.Request{Bench: &job.Bench{Token: []byte(text), Secret: []byte(nobodys)}}, nil, rest, nobodys, `"iss": "shop"`)
	add(job.Request{Bench: &job.Bench{
		Parts: true, Token: []byte(text), Header: []byte(`{"alg":"HS256"}`), Claims: []byte(`{"iss":"shop of nobody"}`), Secret: []byte(nobodysBase64), Do: []string{"900"},
	}}, nil, rest, nobodys, nobodysBase64, "shop of nobody", base64.RawURLEncoding.EncodeToString([]byte(`{"iss":"shop of nobody"`)))
	for i, o := range work(t, program, tasks...) {
		assert.NotEmpty(t, o.events(t))
		assert.Zero(t, o.Marks, "job %d", i)
	}
}

func TestAWorkerWhoseProgramBreaksDownSaysSo(t *testing.T) {
	path := filepath.Join(t.TempDir(), "empty.wasm")
	require.NoError(t, os.WriteFile(path, []byte("\x00asm\x01\x00\x00\x00"), 0o600))
	assert.Equal(t, []outcome{{Failed: true}}, work(t, path, task{Request: []byte("{}")}))
}
