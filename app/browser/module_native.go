//go:build !js

package browser

// OpenModule answers ErrNoBrowser outside a browser.
func OpenModule([]byte) (func([]byte) bool, error) { return nil, ErrNoBrowser }
