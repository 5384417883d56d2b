package main

import (
	"errors"
	"strconv"
	"strings"
	"time"
)

// span is an option that is a length of time, such as 90s, 15m, 24h or 30d.
type span struct{ length *time.Duration }

// String returns the length as Go writes it.
func (s span) String() string {
	if s.length == nil {
		return ""
	}
	return s.length.String()
}

// Set reads a length of time: what [time.ParseDuration] does, and whole days.
func (s span) Set(text string) (err error) {
	if days, is := strings.CutSuffix(text, "d"); is {
		n, err := strconv.Atoi(days)
		if err != nil || n < 0 || n > 100_000 {
			return errors.New("not a number of days")
		}
		*s.length = time.Duration(n) * 24 * time.Hour
		return nil
	}
	*s.length, err = time.ParseDuration(text)
	return err
}
