package paste_test

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"jwtsecret/app/paste"
)

func TestOfAKubernetesSecretEveryMemberIsOfferedAndNothingElse(t *testing.T) {
	const config = "apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: other\ndata:\n  JWT_SECRET: as-it-stands\n---\n"
	for name, text := range map[string]string{
		"written":        "apiVersion: v1\nkind: Secret\nmetadata:\n  name: api\n  namespace: shop\n  labels:\n    app: api\ntype: Opaque\ndata:\n  first: eA==\n  second: eQ==\n",
		"with text":      "apiVersion: v1\nkind: Secret\nmetadata:\n  name: api\nstringData:\n  first: x\n  second: y\n",
		"both":           "apiVersion: v1\nkind: Secret\nmetadata:\n  name: api\ndata:\n  first: eA==\nstringData:\n  second: \"y\"\n",
		"by kubectl":     "apiVersion: v1\ndata:\n  first: eA==\n  second: eQ==\nkind: Secret\nmetadata:\n  creationTimestamp: \"2026-01-01T00:00:00Z\"\n  name: api\n  uid: 3f0e9c1e-7d3b-4c56-9a11-0c2f7f6c8d21\ntype: Opaque\n",
		"in a list":      "apiVersion: v1\nitems:\n- apiVersion: v1\n  data:\n    first: eA==\n    second: eQ==\n  kind: Secret\n  metadata:\n    name: api\nkind: List\n",
		"as JSON":        `{"apiVersion":"v1","kind":"Secret","metadata":{"name":"api"},"type":"Opaque","data":{"first":"eA==","second":"eQ=="}}`,
		"as JSON, later": `{"apiVersion":"v1","data":{"first":"eA=="},"stringData":{"second":"y"},"kind":"Secret","metadata":{"name":"api"}}`,
	} {
		t.Run(name, func(t *testing.T) {
			assert.Equal(t, []string{"first: x", "second: y"}, usedOf(text))
		})
	}
	assert.Equal(t, []string{"JWT_SECRET: as-it-stands"}, usedOf(config+"apiVersion: v1\nkind: ConfigMap\n"), "the data of a ConfigMap is no base64")
	assert.ElementsMatch(t, []string{"JWT_SECRET: as-it-stands", "first: x"}, usedOf(config+"apiVersion: v1\nkind: Secret\ndata:\n  first: eA==\n"))
}

// usedOf lists what a service would use of a text, by its names.
func usedOf(text string) (all []string) {
	p := paste.Read([]byte(text))
	for _, i := range p.Used {
		all = append(all, p.Candidates[i].Name+": "+string(p.Candidates[i].Text))
	}
	return all
}

func TestWhatIsAroundTheDataOfAKubernetesSecretIsNoCandidate(t *testing.T) {
	p := paste.Read([]byte("apiVersion: v1\nkind: Secret\nmetadata:\n  name: api\ndata:\n  JWT_SECRET: c2VjcmV0LWhlcmU=\ntype: Opaque\n"))
	for _, c := range p.Candidates {
		assert.NotContains(t, []string{"v1", "Secret", "api", "Opaque"}, string(c.Text), c.How)
	}
}
