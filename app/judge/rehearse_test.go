package judge

import (
	"sync"
	"testing"

	"github.com/stretchr/testify/assert"
)

// turns counts them.
type turns struct {
	sync.Mutex
	taken int
}

func (t *turns) Lock() {
	t.Mutex.Lock()
	t.taken++
}

func TestARehearsalLetsJobsInBetweenAndEndsWithTheRateOfThisComputer(t *testing.T) {
	var turn turns
	var p Pace
	Rehearse(&turn, &p)
	assert.NotZero(t, p.rate())
	assert.Equal(t, len(rehearsals)+allRounds, turn.taken)
	assert.True(t, turn.TryLock(), "the last turn is over")
}
