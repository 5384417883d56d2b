package site

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"go.yaml.in/yaml/v3"

	"jwtsecret/app/meta"
)

// recipe returns a file of the folder deploy, of a site with that base.
func recipe(t *testing.T, name, base string) string {
	t.Helper()
	c := noPrograms
	c.base = base
	files, _, err := assemble(Options{Root: root}, c)
	require.NoError(t, err)
	texts, err := deployFiles(files)
	require.NoError(t, err)
	require.Contains(t, texts, name)
	return texts[name]
}

// asked returns the path of a program, or skips the test.
func asked(t *testing.T, name string) string {
	t.Helper()
	program, err := exec.LookPath(name)
	if err != nil {
		t.Skipf("%s is not installed", name)
	}
	return program
}

func TestTheUnitIsRightAndShutsTheServiceIn(t *testing.T) {
	program := asked(t, "systemd-analyze")
	self, err := os.Executable() // verify looks for the program
	require.NoError(t, err)
	unit := filepath.Join(t.TempDir(), "jwtsecret.service")
	text := recipe(t, "jwtsecret.service", "")
	require.Equal(t, 2, strings.Count(text, "=/usr/local/bin/jwtsecret-server"), "what starts, and what may")
	require.NoError(t, os.WriteFile(unit, []byte(strings.ReplaceAll(text, "=/usr/local/bin/jwtsecret-server", "="+self)), 0o644))
	said, err := exec.Command(program, "verify", unit).CombinedOutput()
	assert.NoError(t, err, string(said))
	for line := range strings.Lines(string(said)) { // of units of this machine it may speak too
		assert.NotContains(t, line, "jwtsecret", "of our unit it has nothing to say")
	}
	said, err = exec.Command(program, "security", "--offline=true", "--threshold=12", unit).CombinedOutput() // tenths
	assert.NoError(t, err, string(said))
	assert.Regexp(t, `Overall exposure level for jwtsecret\.service: [01]\.\d OK`, string(said))
}

// manifests are the objects of the recipe for Kubernetes, by kind.
func manifests(t *testing.T) map[string]map[string]any {
	t.Helper()
	all := map[string]map[string]any{}
	decoder := yaml.NewDecoder(strings.NewReader(recipe(t, "kubernetes.yaml", "")))
	for range 4 {
		var object map[string]any
		require.NoError(t, decoder.Decode(&object))
		all[object["kind"].(string)] = object
	}
	require.Len(t, all, 4)
	return all
}

// in goes down into an object, by names.
func in(object any, names ...string) any {
	for _, name := range names {
		if list, ok := object.([]any); ok {
			object = list[0]
		}
		object = object.(map[string]any)[name]
	}
	return object
}

func TestTheManifestRunsTwoThatMayDoNothing(t *testing.T) {
	all := manifests(t)
	labels := in(all["Deployment"], "spec", "template", "metadata", "labels")
	assert.NotEmpty(t, labels)
	for _, selector := range []any{
		in(all["Deployment"], "spec", "selector", "matchLabels"), in(all["Service"], "spec", "selector"),
		in(all["PodDisruptionBudget"], "spec", "selector", "matchLabels"), in(all["NetworkPolicy"], "spec", "podSelector", "matchLabels"),
		in(all["Deployment"], "spec", "template", "spec", "topologySpreadConstraints", "labelSelector", "matchLabels"),
	} {
		assert.Equal(t, labels, selector)
	}
	assert.Equal(t, 2, in(all["Deployment"], "spec", "replicas"))
	assert.Less(t, in(all["PodDisruptionBudget"], "spec", "minAvailable"), 2, "or no node could ever be drained")
	assert.Equal(t, []any{"Ingress", "Egress"}, in(all["NetworkPolicy"], "spec", "policyTypes"))
	assert.Empty(t, in(all["NetworkPolicy"], "spec", "egress"))

	pod := in(all["Deployment"], "spec", "template", "spec")
	assert.Equal(t, true, in(pod, "securityContext", "runAsNonRoot"))
	assert.NotZero(t, in(pod, "securityContext", "runAsUser"))
	assert.Equal(t, false, in(pod, "automountServiceAccountToken"))
	container := in(pod, "containers")
	assert.Equal(t, true, in(container, "securityContext", "readOnlyRootFilesystem"))
	assert.Equal(t, false, in(container, "securityContext", "allowPrivilegeEscalation"))
	assert.Equal(t, []any{"ALL"}, in(container, "securityContext", "capabilities", "drop"))
	port := in(container, "ports", "name")
	assert.Equal(t, port, in(all["Service"], "spec", "ports", "targetPort"))
	for _, probe := range []string{"startupProbe", "readinessProbe", "livenessProbe"} {
		assert.Equal(t, "/healthz", in(container, probe, "httpGet", "path")) // server.HealthPath, which this package does not import
		assert.Equal(t, port, in(container, probe, "httpGet", "port"))
	}
	assert.NotNil(t, in(container, "resources", "limits", "memory"))
}

func TestTheWorkflowBuildsForThePathOfTheProject(t *testing.T) {
	shell := asked(t, "bash")
	var workflow struct {
		Jobs map[string]struct {
			Steps []struct {
				Run string
				Env map[string]string
			}
		}
	}
	require.NoError(t, yaml.Unmarshal([]byte(recipe(t, "github-pages.yml", "")), &workflow))
	runs := 0
	for _, step := range workflow.Jobs["pages"].Steps {
		if step.Run == "" {
			continue
		}
		runs++
		assert.Equal(t, map[string]string{"OWNER": "${{ github.repository_owner }}", "PROJECT": "${{ github.event.repository.name }}"}, step.Env)
		command := exec.Command(shell, "-c", "go() { printf '%s\\n' \"$@\"; }; "+step.Run)
		command.Env = []string{"OWNER=Some-Org", "PROJECT=JWT.tools"}
		said, err := command.Output()
		require.NoError(t, err)
		given := strings.Split(strings.TrimSpace(string(said)), "\n")
		require.Equal(t, []string{"run", "-trimpath", "./cmd/site", "-base", "/JWT.tools/", "-origin", "https://some-org.github.io"}, given)
		_, err = parseBase(given[4])
		assert.NoError(t, err)
		assert.NoError(t, checkOrigin(given[6]))
	}
	assert.Equal(t, 1, runs)
}

// aws stands for the command line of AWS: it writes down what it is told.
const aws = "#!/bin/sh\n[ \"$1 $2\" = 's3api put-object' ] && [ -f \"$8\" ] || exit 1\nshift 2\nprintf '%s|' \"$@\" >> \"$TOLD\"\necho >> \"$TOLD\"\n"

func TestTheScriptUploadsEveryFileUnderItsPathWithItsType(t *testing.T) {
	shell := asked(t, "sh")
	for base, start := range map[string]string{"": "index.html", "/tools/jwt": "tools/jwt/"} {
		dir := t.TempDir()
		c := noPrograms
		c.base = base
		files, version, err := assemble(Options{Root: root}, c)
		require.NoError(t, err)
		require.NoError(t, writeTree(dir, version, files))
		require.NoError(t, os.WriteFile(filepath.Join(dir, "aws"), []byte(aws), 0o755))
		command := exec.Command(shell, "deploy/s3.sh", "a-bucket")
		command.Dir = dir
		command.Env = []string{"PATH=" + dir + ":" + os.Getenv("PATH"), "TOLD=" + filepath.Join(dir, "told")}
		said, err := command.CombinedOutput()
		require.NoError(t, err, string(said))
		told, err := os.ReadFile(filepath.Join(dir, "told"))
		require.NoError(t, err)
		assert.Equal(t, len(files), bytes.Count(told, []byte("\n")), "each file once")
		for _, f := range files {
			key := strings.TrimPrefix(f.At(), "/")
			if f.Path == "/" {
				key = start
			}
			want := "--bucket|a-bucket|--key|" + key + "|--body|site/" + f.Name + "|--content-type|" + f.contentType() + "|--cache-control|" + f.caching() + "|"
			if f.Path == meta.SinglePath {
				want += "--content-disposition|attachment|"
			}
			want += "\n"
			assert.Equal(t, 1, bytes.Count(told, []byte(want)), want)
		}
	}
}

func TestTheContainerHoldsOneProgramAndRunsAsNobody(t *testing.T) {
	text := recipe(t, "Dockerfile", "")
	var instructions []string
	for line := range strings.Lines(text) {
		if line = strings.TrimSpace(line); line != "" && line[0] != '#' {
			instructions = append(instructions, line)
		}
	}
	assert.Equal(t, "FROM scratch", instructions[0])
	assert.Len(t, regexp.MustCompile(`(?m)^(COPY|ADD|RUN) `).FindAllString(text, -1), 1)
	assert.Contains(t, instructions, "USER 65532:65532", "a number, which Kubernetes can tell from that of root")
}
