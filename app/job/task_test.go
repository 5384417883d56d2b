package job

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestATaskPassesOnWhatIsSaidUntilItIsOver(t *testing.T) {
	var heard []string
	task := Task{
		Event:  func(e Event) { heard = append(heard, string(e.Hit.Secret)) },
		Failed: func(sentence string) { heard = append(heard, sentence) },
	}
	say := func(e Event) []byte {
		message, err := Encode(e)
		require.NoError(t, err)
		task.Hear(message)
		return message
	}
	message := say(Event{Hit: &Hit{Secret: []byte("first")}})
	assert.Equal(t, make([]byte, len(message)), message, "overwritten")
	say(Event{Failed: "no"})
	message = say(Event{Hit: &Hit{Secret: []byte("late")}})
	assert.Equal(t, make([]byte, len(message)), message, "overwritten, too")
	task.Fail("again")
	assert.Equal(t, []string{"first", "no"}, heard)

	task.Over = false
	task.Hear([]byte("{"))
	assert.Equal(t, Babble, heard[2])
	assert.True(t, task.Over)
}
