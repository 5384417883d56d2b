package shader

import "fmt"

// search is the entry of the program, which makes a key and tries it. The first invocation of
// every group counts it as done: nothing else would tell that a piece was not tried.
//
// A key is made from its last digit to its first, as one writes a number, and stands at the
// beginning of 64 bits. A digit may have bits in both halves of them.
func (h hash) search() string {
	compare, key := "vec4(s0, s1, s2, s3)", [16]string{"key.x", "key.y"}
	if h.wide {
		compare, key = "vec4(s0, s1)", [16]string{"key"}
	}
	for i, word := range key {
		if word == "" {
			key[i] = "Word()"
		}
	}
	begin := fmt.Sprintf("  let begin = %du;\n", h.messageAt())
	return h.entry(searchDeclarations, searchBefore+begin, key, fmt.Sprintf(searchAfter, compare))
}

var searchDeclarations = fmt.Sprintf(`
struct Piece {
  tag: vec4<u32>,
  count: u32,
  across: u32,
  radix: u32,
  size: u32,
  bits: u32,
  end: u32,
  whole: vec2<u32>,
  unused: vec4<u32>,
  first: array<vec4<u32>, %d>,
  values: array<vec4<u32>, %d>,
}
struct Result {
  first: atomic<u32>,
  done: atomic<u32>,
}
@group(0) @binding(1) var<uniform> piece: Piece;
@group(0) @binding(2) var<storage, read_write> result: Result;
`, MaxSize/4, MaxValues/4)

var searchBefore = fmt.Sprintf(`
@compute @workgroup_size(%d)
fn main(@builtin(global_invocation_id) id: vec3<u32>, @builtin(local_invocation_index) local: u32) {
  let number = id.y * piece.across + id.x;
  if (number >= piece.count) {
    return;
  }
  if (local == 0u) {
    atomicAdd(&result.done, 1u);
  }
  var rest = number;
  var high = 0u;
  var low = 0u;
  for (var left = piece.size; left > 0u; left--) {
    let i = left - 1u;
    let digit = piece.first[i / 4u][i %% 4u] + rest;
    rest = digit / piece.radix;
    let value_at = digit %% piece.radix;
    let value = piece.values[value_at / 4u][value_at %% 4u];
    let shift = 64u - left * piece.bits;
    if (shift >= 32u) {
      high |= value << (shift - 32u);
    } else {
      high |= (value >> 1u) >> (31u - shift);
      low |= value << shift;
    }
  }
  let key = vec2(high, low) & piece.whole;
  let end = piece.end;
`, groupSize)

const searchAfter = `
  if (all(%s == piece.tag)) {
    atomicMin(&result.first, number);
  }
}
`
