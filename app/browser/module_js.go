//go:build js

package browser

import "syscall/js"

// OpenModule compiles a module of WebAssembly and starts it beside this program,
// in the same thread. run copies the input to the beginning of the module's
// exported memory and reports whether its exported function run, called with the
// size of the input in bytes, returned something else than 0. The error is
// ErrModule if the browser does not take the module, as one without vectors does
// not take instructions on them.
func OpenModule(module []byte) (run func(input []byte) bool, err error) {
	defer func() {
		if recover() != nil { // what JavaScript throws
			run, err = nil, ErrModule
		}
	}()
	wasm := global("WebAssembly")
	instance := wasm.Get("Instance").New(wasm.Get("Module").New(array(module)))
	exports := instance.Get("exports")
	function := exports.Get("run")
	memory := global("Uint8Array").New(exports.Get("memory").Get("buffer")) // it never grows
	return func(input []byte) bool {
		js.CopyBytesToJS(memory, input)
		return function.Invoke(len(input)).Int() != 0
	}, nil
}
