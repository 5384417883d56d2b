//go:build js

package browser

import "syscall/js"

func global(name string) js.Value { return js.Global().Get(name) }

func element(id string) js.Value {
	return global("document").Call("getElementById", id)
}

// then calls exactly one of resolved and rejected when the promise settles, and
// releases both callbacks. It is the one place that waits for a promise.
func then(promise js.Value, resolved, rejected func(js.Value)) {
	var onResolved, onRejected js.Func
	settle := func(handle func(js.Value)) js.Func {
		return js.FuncOf(func(_ js.Value, args []js.Value) any {
			onResolved.Release()
			onRejected.Release()
			value := js.Undefined()
			if len(args) > 0 {
				value = args[0]
			}
			handle(value)
			return nil
		})
	}
	onResolved, onRejected = settle(resolved), settle(rejected)
	promise.Call("then", onResolved, onRejected)
}

// attempt reports whether a call got through without an exception.
func attempt(call func() js.Value) (value js.Value, ok bool) {
	defer func() { ok = recover() == nil }()
	return call(), true
}

// listen calls handle for every event of the target, for as long as the program
// lives: call it once for each.
func listen(target js.Value, event string, handle func()) {
	target.Call("addEventListener", event, js.FuncOf(func(js.Value, []js.Value) any {
		handle()
		return nil
	}))
}

// array returns the bytes as a Uint8Array of their own.
func array(b []byte) js.Value {
	a := global("Uint8Array").New(len(b))
	js.CopyBytesToJS(a, b)
	return a
}

// bytesOf takes the bytes out of a Uint8Array and overwrites it.
func bytesOf(a js.Value) []byte {
	b := make([]byte, a.Length())
	js.CopyBytesToGo(b, a)
	a.Call("fill", 0)
	return b
}

// text returns the UTF-8 bytes as a JavaScript string, a mark of their order included. The
// array between them is zeroed; the string stays until the browser collects it.
func text(b []byte) js.Value {
	a := array(b)
	s := global("TextDecoder").New("utf-8", map[string]any{"ignoreBOM": true}).Call("decode", a)
	a.Call("fill", 0)
	return s
}

// encoded returns a JavaScript string as UTF-8 bytes in new memory.
func encoded(s js.Value) []byte { return bytesOf(global("TextEncoder").New().Call("encode", s)) }
