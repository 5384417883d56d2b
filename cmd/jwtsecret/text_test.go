package main

import (
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestALineIsBrokenBetweenWordsAtEightyCharacters(t *testing.T) {
	row := strings.TrimSpace(strings.Repeat("word ", 15)) // 74 characters; with one more word and what is before, it would be 82
	assert.Equal(t, "1. "+row+"\n   "+row+"\n", wrapped("1. ", row+" "+row))
	long := strings.Repeat("x", 100)
	assert.Equal(t, "- a\n  "+long+"\n", wrapped("- ", "a "+long), "a word is never broken")
	assert.Equal(t, "- \n", wrapped("- ", ""))
}

func TestALengthOfTimeHasDaysToo(t *testing.T) {
	for text, want := range map[string]time.Duration{"90s": 90 * time.Second, "15m": 15 * time.Minute, "1h30m": 90 * time.Minute, "30d": 720 * time.Hour, "0d": 0} {
		var got time.Duration
		require.NoError(t, span{&got}.Set(text), text)
		assert.Equal(t, want, got, text)
	}
	for _, text := range []string{"", "d", "-1d", "1.5d", "9999999d", "30", "one day"} {
		var got time.Duration
		assert.Error(t, span{&got}.Set(text), text)
	}
}

func TestAPartOfASecondOfAPlanIsAWholeOne(t *testing.T) {
	assert.Equal(t, 2, seconds(1001*time.Millisecond))
	assert.Equal(t, 86400, seconds(24*time.Hour))
	assert.Zero(t, seconds(0))
}
