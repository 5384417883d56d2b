//go:build js

package browser

import (
	"math"
	"time"
)

// Local returns the moment in the time zone of the browser. Go's own local time
// would not do: it takes today's offset from UTC for that of every day, and a date
// beyond the next change of the clocks would be an hour wrong.
func Local(t time.Time) time.Time {
	date := global("Date").New(float64(t.UnixMilli()))
	minutes := date.Call("getTimezoneOffset").Float() // which are counted from local time to UTC
	return t.In(time.FixedZone("", -int(minutes*60)))
}

// FieldTime returns the moment that was chosen in the date and time field with this
// id, which is local time, or the zero time if there is none.
func FieldTime(id string) time.Time {
	e := element(id)
	if !e.Truthy() || e.Get("value").String() == "" {
		return time.Time{}
	}
	milliseconds := global("Date").New(e.Get("value")).Call("getTime").Float()
	if math.IsNaN(milliseconds) {
		return time.Time{}
	}
	return time.UnixMilli(int64(milliseconds))
}
