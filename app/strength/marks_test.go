package strength

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestLeftoverMarksAreFound(t *testing.T) {
	const key = "h578vvdX7lWhrm4cHlykmB4YV8SGyuyJ"
	for name, text := range map[string]string{
		"brackets":             "[" + key + "]",
		"angle brackets":       "<" + key + ">",
		"quotes":               `"` + key + `"`,
		"a quote left over":    key + "'",
		"a quote in front":     "`" + key,
		"quotes escaped":       `Y^\"B,FVseZ~d,+\"mrP,#@DM4:U~BU\"6.=m9QDD`,
		"backslashes escaped":  `Y^\\B,FVseZ~d,+\\mrP,#@DM4:U~BU\\6.=m9QDD`,
		"a control character":  `Y^$B,FVseZ~d,\u001f+mrP,#@DM4:U~BU6.=m9QDD`,
		"a quote, twice so":    `Y^\\\"B,FVseZ~d,+mrP,#@DM4:U~BU\"6.=m9QDD`,
		"a control, in a pair": `Y^$B,FVseZ~d,\\+mrP,#@\u0007DM4:U~BU6.=m9QDD`,
	} {
		t.Run(name, func(t *testing.T) { assert.NotEmpty(t, findMarks([]byte(text))) })
	}
	for name, text := range map[string]string{
		"none":                  key,
		"nothing":               "",
		"short":                 `"h578vvdX7l"`,
		"half a pair":           "[" + key,
		"symbols inside":        `[Y^$B,FVseZ~d,+mrP,#@DM4]`,
		"a quote of its own":    `Y^\\B,FVs"eZ~d,+\\mrP,#@DM4:U~BU\\6.=m9QDD`,
		"a backslash alone":     `Y^\\B,FVs\eZ~d,+\\mrP,#@DM4:U~BU\\6.=m9QDD`,
		"two escapes by chance": `Y^\\B,FVseZ~d,+\\mrP,#@DM4:U~BU6.=m9QDD`,
	} {
		t.Run(name, func(t *testing.T) { assert.Empty(t, findMarks([]byte(text))) })
	}
}

func TestLeftoverMarksAreAFindingOfTheAudit(t *testing.T) {
	assert.True(t, hasCode("[h578vvdX7lWhrm4cHlykmB4YV8SGyuyJ]", LeftoverMarks))
}
