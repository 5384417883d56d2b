package chapter

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

// By the rates of one card, 4,033.8 million a second and 1,235.6 million: 14.3 million take
// 4 ms; 95^8 = 6.634e15 take 1.645e6 s = 19.04 days, and 5.369e6 s = 62.1 days.
func TestTimesOfOneCard(t *testing.T) {
	assert.Equal(t, "4.0 billion", filled(t, `{= cardRate =}`))
	assert.Equal(t, "less than a second", filled(t, `{= rockYouTime =}`))
	assert.Equal(t, "95", filled(t, `{= printable =}`))
	assert.Equal(t, "20 days, 63 days", filled(t, `{= passwordsTime 8 =}, {= passwordsTime512 8 =}`))
	assert.Equal(t, "31 %", filled(t, `{= slower512 =}`))
}

// rockyou.txt has 14,344,391 lines; of 103,781 leaked secrets 97,853 have 12 bytes or less
// and 1,830 have 32 or more.
func TestWhatListsHold(t *testing.T) {
	assert.Equal(t, "14 million", filled(t, `{= rockYou =}`))
	assert.Equal(t, "103,781, 94 %, 12, 1,830", filled(t, `{= leakedSecrets =}, {= leakedShort =}, {= leakedShortBytes =}, {= leakedLong =}`))
}
