package predict

import (
	"encoding/json"
	"os/exec"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestFractionIsWrittenAsNodeWritesIt(t *testing.T) {
	node, err := exec.LookPath("node")
	if err != nil {
		t.Skip("node is not installed, so there is no real toString(36) to compare with")
	}
	const script = `
		const values = [0.5, 0.25, 1/3, 1/36, 35/36, 1 - 2**-53, 2**-53, 2**-52, 0.1, 0.9999999999999];
		for (let i = 0; i < 20000; i++) values.push(Math.random() * 36 ** -(i % 4));
		console.log(JSON.stringify(values.map((v) => [v, v.toString(36).slice(2)])))`
	out, err := exec.Command(node, "-e", script).Output()
	require.NoError(t, err)
	var all [][2]any
	require.NoError(t, json.Unmarshal(out, &all))
	require.Len(t, all, 20010)
	for _, pair := range all {
		value := pair[0].(float64)
		require.Equal(t, pair[1], string(appendFraction(nil, value)), "%v", value)
	}
}

// Half is 18/36, a third is twelve, and of 35/36 the one digit is z.
func TestFractionOfFewDigits(t *testing.T) {
	for value, want := range map[float64]string{0: "", 0.5: "i", 1.0 / 3: "c", 35.0 / 36: "z", 1.0 / 1296: "01"} {
		assert.Equal(t, want, string(appendFraction(nil, value)), "%v", value)
	}
}
