//go:build !js

package browser

// FieldText returns nothing outside a browser.
func FieldText(string) []byte { return nil }

// HasFile reports false outside a browser.
func HasFile(string) bool { return false }

// ClearField does nothing outside a browser.
func ClearField(string) {}
