//go:build !js

package browser

// FieldText returns nothing outside a browser.
func FieldText(string) []byte { return nil }

// HasFile reports false outside a browser.
func HasFile(string) bool { return false }

// CatchFiles catches nothing outside a browser.
func CatchFiles(string, func()) (release func()) { return func() {} }

// ClearField does nothing outside a browser.
func ClearField(string) {}
