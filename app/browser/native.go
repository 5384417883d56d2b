//go:build !js

package browser

import "time"

// ShowText does nothing outside a browser.
func ShowText(string, []byte) {}

// Focus does nothing outside a browser.
func Focus(string) {}

// HasFocus reports false outside a browser.
func HasFocus(string) bool { return false }

// Unfold does nothing outside a browser.
func Unfold(string) {}

// Reveal does nothing outside a browser.
func Reveal(string) {}

// Later calls f a millisecond later outside a browser.
func Later(f func()) { time.AfterFunc(time.Millisecond, f) }

// FieldText returns nothing outside a browser.
func FieldText(string) []byte { return nil }

// FillField does nothing outside a browser.
func FillField(string, []byte) {}

// FieldTime returns no time outside a browser.
func FieldTime(string) time.Time { return time.Time{} }

// HasFile reports false outside a browser.
func HasFile(string) bool { return false }

// FileMark returns nothing outside a browser.
func FileMark(string) string { return "" }

// CatchFiles catches nothing outside a browser.
func CatchFiles(string, func(int)) (release func()) { return func() {} }

// Local returns the moment in UTC outside a browser.
func Local(t time.Time) time.Time { return t.UTC() }

// ShowDialog reports false outside a browser.
func ShowDialog(string) bool { return false }

// CloseDialog does nothing outside a browser.
func CloseDialog(string) {}

// Arrive does nothing outside a browser.
func Arrive(string) {}

// Buttons finds none outside a browser.
func Buttons(string) [][2]string { return nil }

// Press does nothing outside a browser.
func Press(string) {}

// Apple reports false outside a browser.
func Apple() bool { return false }

// CatchKeys catches nothing outside a browser.
func CatchKeys(func(Key) bool) (release func()) { return func() {} }

// ScrollTo does nothing outside a browser.
func ScrollTo(string) {}

// ReplaceFragment does nothing outside a browser.
func ReplaceFragment(string) {}

// ReplaceQuery does nothing outside a browser.
func ReplaceQuery(string) {}

// Query returns nothing outside a browser.
func Query() string { return "" }

// Fragment returns nothing outside a browser.
func Fragment() string { return "" }

// Removed reports false: nothing is stored outside a browser.
func Removed() bool { return false }

// Single returns nothing outside a browser.
func Single() string { return "" }

// StartOver does nothing outside a browser.
func StartOver() {}

// Copy answers ErrNoBrowser outside a browser.
func Copy(_ []byte, done func(error)) { done(ErrNoBrowser) }

// Download does nothing outside a browser.
func Download(string, string, []byte) {}

// FollowOffline reports OfflineUnavailable outside a browser.
func FollowOffline(_ string, tell func(OfflineState, bool)) { tell(OfflineUnavailable, false) }

// ActivateUpdate does nothing outside a browser.
func ActivateUpdate() {}

// Sandboxed reports false outside a browser.
func Sandboxed() bool { return false }

// CountRequests does nothing outside a browser.
func CountRequests(func(int)) {}

// Leak starts nothing outside a browser.
func Leak(_ string, _ func(string, string, bool), done func(string)) { done("") }

// Fetch gets nothing outside a browser.
func Fetch(_ string, done func([]byte)) { done(nil) }

// WarmAuditor starts nothing outside a browser.
func WarmAuditor() {}

// EndAuditors has none to end outside a browser.
func EndAuditors() {}

// Job is the work of an auditor, which only a browser has.
type Job struct{}

// StartJob reports a crash outside a browser.
func StartJob(_ []byte, _ string, _ func([]byte), crashed func()) *Job {
	crashed()
	return &Job{}
}

// Stop does nothing outside a browser.
func (*Job) Stop() {}

// Then calls f outside a browser, where no job takes any time.
func (*Job) Then(f func()) { f() }

// Cores returns 1 outside a browser.
func Cores() int { return 1 }

// Breathe does nothing outside a browser.
func Breathe() {}

// At returns the path as it is outside a browser.
func At(path string) string { return path }

// Within returns the address as it is outside a browser.
func Within(address string) string { return address }
