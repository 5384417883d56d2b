//go:build js

package browser

import "syscall/js"

// Card is a device of WebGPU: a graphics card, or software in its place.
type Card struct {
	info    CardInfo
	device  js.Value
	buffers []js.Value
}

// The flags of GPUBufferUsage and of GPUMapMode.
const (
	usageMapRead = 0x0001
	usageCopySrc = 0x0004
	usageCopyDst = 0x0008
	usageUniform = 0x0040
	usageStorage = 0x0080
	mapModeRead  = 0x0001
)

// OpenCard asks the browser for the fastest graphics card. The error is ErrGPUMissing if
// the browser offers none to any page, as to one of an address without HTTPS, and ErrGPUNone
// if it knows of none that it may use. Software that stands in for a card is opened as well:
// see [CardInfo]. Close the card when its work is done.
func OpenCard() (*Card, error) {
	navigator := global("navigator")
	if !navigator.Truthy() || !navigator.Get("gpu").Truthy() {
		return nil, ErrGPUMissing
	}
	gpu := navigator.Get("gpu")
	adapter, ok := awaitCall(func() js.Value {
		return gpu.Call("requestAdapter", map[string]any{"powerPreference": "high-performance"})
	})
	if !ok || !adapter.Truthy() {
		return nil, ErrGPUNone
	}
	device, ok := awaitCall(func() js.Value { return adapter.Call("requestDevice") })
	if !ok || !device.Truthy() {
		return nil, ErrGPUNone
	}
	return &Card{info: infoOf(adapter), device: device}, nil
}

func infoOf(adapter js.Value) CardInfo {
	info := adapter.Get("info")
	if !info.Truthy() { // browsers of before it
		return CardInfo{Fallback: adapter.Get("isFallbackAdapter").Truthy()}
	}
	text := func(name string) string {
		if v := info.Get(name); v.Type() == js.TypeString {
			return v.String()
		}
		return ""
	}
	fallback := info.Get("isFallbackAdapter").Truthy() || adapter.Get("isFallbackAdapter").Truthy()
	return CardInfo{text("vendor"), text("architecture"), text("device"), text("description"), fallback}
}

// Info returns what the browser says of the card.
func (c *Card) Info() CardInfo { return c.info }

// Load compiles a program in WGSL with the entry main, whose group 0 binds what all pieces
// have in common at 0, as a uniform or as read-only storage; a piece of so many bytes, as
// a uniform, at 1; and the result, as storage, at 2. The error is ErrGPU.
//
// start begins with a piece in columns × rows groups of invocations. wait returns what it
// left in the result, which holds the given bytes at first, or ErrGPU. Two pieces may be under
// way at a time.
func (c *Card) Load(code string, common []byte, pieceSize int, result []byte) (start func(piece []byte, columns, rows int) (wait func() ([]byte, error)), err error) {
	for _, kind := range []string{"validation", "out-of-memory"} {
		c.device.Call("pushErrorScope", kind)
	}
	pipeline, compiled := awaitCall(func() js.Value {
		module := c.device.Call("createShaderModule", map[string]any{"code": code})
		return c.device.Call("createComputePipelineAsync", map[string]any{
			"layout": "auto", "compute": map[string]any{"module": module, "entryPoint": "main"},
		})
	})
	var slots [2]slot
	_, made := attempt(func() js.Value {
		if !compiled {
			return js.Undefined()
		}
		usage := usageStorage
		if len(common) <= maxUniform {
			usage = usageUniform
		}
		commonBuffer := c.buffer(len(common), usage|usageCopyDst)
		c.write(commonBuffer, common)
		for i := range slots {
			slots[i] = c.slot(pipeline, commonBuffer, pieceSize, result)
		}
		return js.Undefined()
	})
	for range 2 {
		wrong, ok := awaitCall(func() js.Value { return c.device.Call("popErrorScope") })
		made = made && ok && !wrong.Truthy()
	}
	if !compiled || !made {
		return nil, ErrGPU
	}
	return func(piece []byte, columns, rows int) func() ([]byte, error) {
		free := &slots[0]
		if free.busy {
			free = &slots[1]
		}
		return free.start(piece, columns, rows)
	}, nil
}

// maxUniform is the size that every card takes as a uniform, in bytes.
const maxUniform = 64 << 10

// slot is what one piece needs while it is under way.
type slot struct {
	card                *Card
	pipeline, group     js.Value
	piece, result, read js.Value // buffers; read is the one that a program may look into
	atFirst             []byte
	busy                bool
}

func (c *Card) slot(pipeline, common js.Value, pieceSize int, result []byte) slot {
	s := slot{card: c, pipeline: pipeline, atFirst: result}
	s.piece = c.buffer(pieceSize, usageUniform|usageCopyDst)
	s.result = c.buffer(len(result), usageStorage|usageCopySrc|usageCopyDst)
	s.read = c.buffer(len(result), usageMapRead|usageCopyDst)
	var entries []any
	for i, b := range []js.Value{common, s.piece, s.result} {
		entries = append(entries, map[string]any{"binding": i, "resource": map[string]any{"buffer": b}})
	}
	s.group = c.device.Call("createBindGroup", map[string]any{"layout": pipeline.Call("getBindGroupLayout", 0), "entries": entries})
	return s
}

func (s *slot) start(piece []byte, columns, rows int) (wait func() ([]byte, error)) {
	mapped, ok := attempt(func() js.Value {
		s.card.write(s.piece, piece)
		s.card.write(s.result, s.atFirst)
		encoder := s.card.device.Call("createCommandEncoder")
		pass := encoder.Call("beginComputePass")
		pass.Call("setPipeline", s.pipeline)
		pass.Call("setBindGroup", 0, s.group)
		pass.Call("dispatchWorkgroups", columns, rows)
		pass.Call("end")
		encoder.Call("copyBufferToBuffer", s.result, 0, s.read, 0, len(s.atFirst))
		s.card.device.Get("queue").Call("submit", []any{encoder.Call("finish")})
		return s.read.Call("mapAsync", mapModeRead)
	})
	s.busy = true
	return func() ([]byte, error) {
		defer func() { s.busy = false }()
		if !ok {
			return nil, ErrGPU
		}
		if _, ok := await(mapped); !ok {
			return nil, ErrGPU
		}
		result, ok := attempt(func() js.Value { return global("Uint8Array").New(s.read.Call("getMappedRange")) })
		if !ok {
			return nil, ErrGPU
		}
		left := bytesOf(result)
		_, ok = attempt(func() js.Value { return s.read.Call("unmap") })
		if !ok {
			return nil, ErrGPU
		}
		return left, nil
	}
}

func (c *Card) buffer(size, usage int) js.Value {
	b := c.device.Call("createBuffer", map[string]any{"size": size, "usage": usage})
	c.buffers = append(c.buffers, b)
	return b
}

func (c *Card) write(buffer js.Value, content []byte) {
	a := array(content)
	c.device.Get("queue").Call("writeBuffer", buffer, 0, a) // which has copied it when it returns
	a.Call("fill", 0)
}

// Close destroys all that was put on the card. WebGPU gives no memory to another page before
// it was cleared; but when that happens, and what a driver keeps until then or has copied
// for itself, no page can know.
func (c *Card) Close() {
	for _, b := range c.buffers {
		attempt(func() js.Value { return b.Call("destroy") })
	}
	attempt(func() js.Value { return c.device.Call("destroy") })
}

// awaitCall waits for the promise that a call returns, which may throw instead.
func awaitCall(call func() js.Value) (js.Value, bool) {
	promise, ok := attempt(call)
	if !ok {
		return js.Undefined(), false
	}
	return await(promise)
}
