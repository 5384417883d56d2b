//go:build !js

package browser

import "time"

// Local returns the moment in UTC outside a browser.
func Local(t time.Time) time.Time { return t.UTC() }

// FieldTime returns no time outside a browser.
func FieldTime(string) time.Time { return time.Time{} }

// FillField does nothing outside a browser.
func FillField(string, []byte) {}
