//go:build js

package kernel

import (
	"syscall/js"
	"testing"
)

// start starts a module in the engine that runs this test. write writes into its
// memory.
func start(_ testing.TB, module []byte) (write func(at int, b []byte), run func(size int) bool) {
	binary := js.Global().Get("Uint8Array").New(len(module))
	js.CopyBytesToJS(binary, module)
	wasm := js.Global().Get("WebAssembly")
	exports := wasm.Get("Instance").New(wasm.Get("Module").New(binary)).Get("exports")
	memory := js.Global().Get("Uint8Array").New(exports.Get("memory").Get("buffer"))
	function := exports.Get("run")
	write = func(at int, b []byte) { js.CopyBytesToJS(memory.Call("subarray", at), b) }
	return write, func(size int) bool { return function.Invoke(size).Int() != 0 }
}
