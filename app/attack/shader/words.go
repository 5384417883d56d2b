package shader

// What a hash does with its words, in WGSL: names follow RFC 6234 §5.1 and §5.2.

// narrow are words of 32 bits, of SHA-256.
const narrow = `
alias Word = u32;
fn plus(a: Word, b: Word) -> Word { return a + b; }
fn rotr(a: Word, n: u32) -> Word { return (a >> n) | (a << (32u - n)); }
fn shr(a: Word, n: u32) -> Word { return a >> n; }
fn bsig0(a: Word) -> Word { return rotr(a, 2u) ^ rotr(a, 13u) ^ rotr(a, 22u); }
fn bsig1(a: Word) -> Word { return rotr(a, 6u) ^ rotr(a, 11u) ^ rotr(a, 25u); }
fn ssig0(a: Word) -> Word { return rotr(a, 7u) ^ rotr(a, 18u) ^ shr(a, 3u); }
fn ssig1(a: Word) -> Word { return rotr(a, 17u) ^ rotr(a, 19u) ^ shr(a, 10u); }
`

// wide are words of 64 bits, of SHA-384 and SHA-512. rotr wants counts below 32, and swapped
// adds 32 to them.
const wide = `
alias Word = vec2<u32>;
fn plus(a: Word, b: Word) -> Word {
  let low = a.y + b.y;
  return Word(a.x + b.x + select(0u, 1u, low < a.y), low);
}
fn rotr(a: Word, n: u32) -> Word { return (a >> vec2(n)) | (a.yx << vec2(32u - n)); }
fn swapped(a: Word, n: u32) -> Word { return rotr(a.yx, n); }
fn shr(a: Word, n: u32) -> Word { return Word(a.x >> n, (a.y >> n) | (a.x << (32u - n))); }
fn bsig0(a: Word) -> Word { return rotr(a, 28u) ^ swapped(a, 2u) ^ swapped(a, 7u); }
fn bsig1(a: Word) -> Word { return rotr(a, 14u) ^ rotr(a, 18u) ^ swapped(a, 9u); }
fn ssig0(a: Word) -> Word { return rotr(a, 1u) ^ rotr(a, 8u) ^ shr(a, 7u); }
fn ssig1(a: Word) -> Word { return rotr(a, 19u) ^ swapped(a, 29u) ^ shr(a, 6u); }
`

// either is for words of both kinds.
const either = `
fn ch(e: Word, f: Word, g: Word) -> Word { return g ^ (e & (f ^ g)); }
fn maj(a: Word, b: Word, c: Word) -> Word { return (a & b) | (c & (a | b)); }
`
