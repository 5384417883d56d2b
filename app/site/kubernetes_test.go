package site

import (
	"os"
	"os/exec"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"jwtsecret/app/internal/npm"
)

// validating holds each object of a file against the schema that Kubernetes publishes for
// its kind, and prints the kind, or what is wrong.
const validating = `
import fs from "fs";
import yaml from "js-yaml";
import { Deployment } from "kubernetes-models/apps/v1";
import { NetworkPolicy } from "kubernetes-models/networking.k8s.io/v1";
import { PodDisruptionBudget } from "kubernetes-models/policy/v1";
import { Service } from "kubernetes-models/v1";
const kinds = { Deployment, NetworkPolicy, PodDisruptionBudget, Service };
for (const object of yaml.loadAll(fs.readFileSync(process.argv[2], "utf8"))) {
	new kinds[object.kind](object).validate();
	console.log(object.kind);
}`

func TestTheManifestKeepsTheSchemaOfKubernetes(t *testing.T) {
	node := asked(t, "node")
	dir := npm.Install(t, "kubernetes-models@5.1.0", "js-yaml@4.1.0")
	script, file := filepath.Join(dir, "validate.mjs"), filepath.Join(dir, "kubernetes.yaml")
	require.NoError(t, os.WriteFile(script, []byte(validating), 0o600))
	require.NoError(t, os.WriteFile(file, []byte(recipe(t, "kubernetes.yaml", "")), 0o600))
	said, err := exec.Command(node, script, file).CombinedOutput()
	require.NoError(t, err, string(said))
	assert.Equal(t, "Deployment\nService\nPodDisruptionBudget\nNetworkPolicy\n", string(said))
}
