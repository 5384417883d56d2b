// Package browser is the only home of syscall/js: what the page and its auditors
// ask of the browser beyond go-app's own drawing. It puts text on the screen,
// copies it, hands it out as a file, keeps the address up to date, and registers
// the service worker.
//
// Secrets pass through it as []byte and become JavaScript strings only at the
// very call that needs one. A JavaScript string cannot be erased: that is why
// the product calls wiping a best effort.
//
// The package does not import go-app. What a page asks of it compiles everywhere,
// for tests and for the build of the site: outside a browser most of that does
// nothing, and who waits for an answer gets one.
package browser

import "errors"

var (
	// ErrNoBrowser says that what only a browser can do was asked for outside of one.
	ErrNoBrowser = errors.New("there is no browser here")

	// ErrClipboardMissing says that the browser offers this page no clipboard,
	// as on a page that was loaded neither over HTTPS nor from this machine.
	ErrClipboardMissing = errors.New("the browser offers no clipboard to this page")

	// ErrClipboardRefused says that the browser or the person refused access to
	// the clipboard.
	ErrClipboardRefused = errors.New("the browser refused access to the clipboard")

	// ErrFile says that a file that a person chose cannot be read, because it was
	// changed, moved or deleted after that.
	ErrFile = errors.New("the file cannot be read any more")

	// ErrModule says that the browser does not run a module of WebAssembly.
	ErrModule = errors.New("the browser does not run this module")

	// ErrGPUMissing says that the browser offers no WebGPU to this page.
	ErrGPUMissing = errors.New("the browser offers no WebGPU to this page")

	// ErrGPUNone says that the browser knows of no graphics card that it may use.
	ErrGPUNone = errors.New("the browser knows of no graphics card")

	// ErrGPU says that a graphics card did not do what it was asked for.
	ErrGPU = errors.New("the graphics card has failed")

	// ErrCryptoMissing says that the browser offers this page no WebCrypto, as on a
	// page that was loaded neither over HTTPS nor from this machine.
	ErrCryptoMissing = errors.New("the browser offers no WebCrypto to this page")

	// ErrPair says that the browser makes no key pairs of a kind.
	ErrPair = errors.New("the browser makes no such key pair")
)

// OfflineState tells how far the page is protected by its service worker.
type OfflineState uint8

const (
	// OfflinePending means that the service worker is being installed: the files needed
	// without a network are still being fetched.
	OfflinePending OfflineState = iota

	// OfflineReady means that everything is stored and the service worker answers for
	// this page: from here on the page works offline.
	OfflineReady

	// OfflineBypassed means that a service worker is installed but does not answer for
	// this page, as after a forced reload.
	OfflineBypassed

	// OfflineUnavailable means that this browser, window or address allows no
	// service worker.
	OfflineUnavailable

	// OfflineRemoved means that the person has just removed what was stored. The page
	// stores it again when it is loaded anew.
	OfflineRemoved

	// OfflineFile means that the page is a file, with everything in it: see [Single].
	OfflineFile

	// OfflineFailed means that the installation did not finish.
	OfflineFailed
)

// InSingle is what [Single] returns in the single file itself.
const InSingle = "here"

// CardInfo is what a browser says of a graphics card, or of what it offers in the place of
// one. Each text may be empty.
type CardInfo struct {
	Vendor, Architecture, Device, Description string

	Fallback bool // the browser says that it is slow, as software is
}

// Key is a key that was pressed.
type Key struct {
	Name string // what it types, in lower case, or what it is called, as in "enter"

	// Command says that Control was held with it and nothing else, or the Command key on
	// Apple's keyboards.
	Command bool

	// Letter says that it was pressed by itself, or with Shift, and that nobody types: the
	// focus is outside of fields and dialogs.
	Letter bool
}

// Sentence says the state to a person.
func (s OfflineState) Sentence() string {
	switch s {
	case OfflineReady:
		return "Ready offline: this page needs no network any more."
	case OfflineBypassed:
		return "Not protected: this page was loaded past its offline copy. Reload it."
	case OfflineUnavailable:
		return "No offline copy: this browser or window allows none, or the address is not HTTPS. Everything else works."
	case OfflineRemoved:
		return "No offline copy: you have removed it. It is stored again the next time you load this page."
	case OfflineFile:
		return "This is a file: it loads nothing at all, and needs no network."
	case OfflineFailed:
		return "No offline copy yet: not every file arrived. Reload to try again."
	case OfflinePending:
		return "Getting ready for offline use…"
	}
	return ""
}
