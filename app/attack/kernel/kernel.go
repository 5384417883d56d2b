// Package kernel tries HMAC keys in the vectors of the processor, several at once.
//
// For browsers it writes a small program in WebAssembly: [Module], which makes the keys of
// texts and tries them, four at once with SHA-256, two with SHA-384 and SHA-512. Processors
// with AVX-512 have [Native], which tries keys in their assembly, four times as many at once.
//
// Go compiles to WebAssembly without vectors, and keeps fewer values in registers
// than a browser could. A hash is the same few operations for every key, so each
// operation here works on one word of several keys, and every browser of today
// has the instructions (WebAssembly 2.0, fixed-width SIMD).
//
// The program is written for one message and its tag, when they are known. It
// begins with texts in its memory, and says whether the first word of a tag
// is the one that is looked for:
//
//	run, err := machine(kernel.Module(message, tag, affixes))
//	if err != nil {
//		return err // no vectors here
//	}
//	promising := run(records)
//
// That is a hint, to be verified: other tags begin with the same word, one in
// 2^32. The module decodes the texts, and derives more of them, because both took Go
// longer on some machines than the hashes do.
//
// The names follow RFC 6234 §6 and RFC 2104 §2. What is emitted is in the binary
// format of the WebAssembly specification, chapter 5.
package kernel

// Machine starts a module and returns its function run. That copies the records,
// [MostRecords] bytes at most, to the beginning of the memory that the module exports
// as "memory", and calls the function that it exports as "run" with their size in
// bytes, which returns 1 if it is worth to look closer, or 0.
type Machine func(module []byte) (run func(records []byte) bool, err error)
