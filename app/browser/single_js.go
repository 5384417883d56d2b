//go:build js

package browser

// Single returns the SHA-256, in hexadecimal, of the app in a single file as the site offers
// it, or [InSingle] in that file. The build wrote it into the page's scripts.
func Single() string {
	program := global("jwtsecret")
	if !program.Truthy() || !program.Get("single").Truthy() {
		return ""
	}
	return program.Get("single").String()
}
