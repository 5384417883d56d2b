// The hashes of SHA-2 (RFC 6234 §6.2 and §6.4) in AVX-512, for all lanes at once. Who
// includes this says what a word is:
//
//	WORD           its size, in bytes
//	ADD            adds vectors
//	EACH           adds one word of the memory to all lanes
//	ROTATE, SHIFT  turn and shift each lane to the right
//	BSIG0, BSIG1, SSIG0, SSIG1  mix x as RFC 6234 §5.1 and §5.2 say
//
// Z0 to Z7 are the state, Z8 to Z23 the last words of the schedule, and Z31 is what the
// first of them are changed by; Z24 to Z28 come and go. DI has the address of the state,
// SI that of the words, DX that of what is added to all lanes, and CX counts.

#include "textflag.h"

#define STATE \
	VMOVDQU64 (0*64)(DI), Z0; \
	VMOVDQU64 (1*64)(DI), Z1; \
	VMOVDQU64 (2*64)(DI), Z2; \
	VMOVDQU64 (3*64)(DI), Z3; \
	VMOVDQU64 (4*64)(DI), Z4; \
	VMOVDQU64 (5*64)(DI), Z5; \
	VMOVDQU64 (6*64)(DI), Z6; \
	VMOVDQU64 (7*64)(DI), Z7

#define UPDATE(i, z) \
	ADD (i*64)(DI), z, z; \
	VMOVDQU64 z, (i*64)(DI)

#define END \
	UPDATE(0, Z0); \
	UPDATE(1, Z1); \
	UPDATE(2, Z2); \
	UPDATE(3, Z3); \
	UPDATE(4, Z4); \
	UPDATE(5, Z5); \
	UPDATE(6, Z6); \
	UPDATE(7, Z7); \
	VZEROUPPER; \
	RET

// What VPTERNLOGD makes of three bits.
#define XOR      $0x96
#define CHOOSE   $0xca
#define MAJORITY $0xe8

// MIX makes Z24 the exclusive or of two rotations and what LAST does.
#define MIX(x, n1, n2, LAST, n3) \
	ROTATE $n1, x, Z24; \
	ROTATE $n2, x, Z25; \
	LAST $n3, x, Z26; \
	VPTERNLOGD XOR, Z26, Z25, Z24

// ROUND finds the word of the schedule and its constant in h already. Two variables
// change; the others only change their roles.
#define ROUND(a, b, c, d, e, f, g, h) \
	VMOVDQA32 e, Z27; \
	VPTERNLOGD CHOOSE, g, f, Z27; \
	ADD Z27, h, h; \
	BSIG1(e); \
	ADD Z24, h, h; \
	ADD h, d, d; \
	VMOVDQA32 a, Z28; \
	VPTERNLOGD MAJORITY, c, b, Z28; \
	ADD Z28, h, h; \
	BSIG0(a); \
	ADD Z24, h, h

// SIXTEEN does as many rounds, each after NEXT, which gets the number of the round, the
// place of its word in the schedule, those of the words 15, 7 and 2 before it, and h.
#define SIXTEEN(NEXT) \
	NEXT( 0, Z8,  Z9,  Z17, Z22, Z7); ROUND(Z0, Z1, Z2, Z3, Z4, Z5, Z6, Z7); \
	NEXT( 1, Z9,  Z10, Z18, Z23, Z6); ROUND(Z7, Z0, Z1, Z2, Z3, Z4, Z5, Z6); \
	NEXT( 2, Z10, Z11, Z19, Z8,  Z5); ROUND(Z6, Z7, Z0, Z1, Z2, Z3, Z4, Z5); \
	NEXT( 3, Z11, Z12, Z20, Z9,  Z4); ROUND(Z5, Z6, Z7, Z0, Z1, Z2, Z3, Z4); \
	NEXT( 4, Z12, Z13, Z21, Z10, Z3); ROUND(Z4, Z5, Z6, Z7, Z0, Z1, Z2, Z3); \
	NEXT( 5, Z13, Z14, Z22, Z11, Z2); ROUND(Z3, Z4, Z5, Z6, Z7, Z0, Z1, Z2); \
	NEXT( 6, Z14, Z15, Z23, Z12, Z1); ROUND(Z2, Z3, Z4, Z5, Z6, Z7, Z0, Z1); \
	NEXT( 7, Z15, Z16, Z8,  Z13, Z0); ROUND(Z1, Z2, Z3, Z4, Z5, Z6, Z7, Z0); \
	NEXT( 8, Z16, Z17, Z9,  Z14, Z7); ROUND(Z0, Z1, Z2, Z3, Z4, Z5, Z6, Z7); \
	NEXT( 9, Z17, Z18, Z10, Z15, Z6); ROUND(Z7, Z0, Z1, Z2, Z3, Z4, Z5, Z6); \
	NEXT(10, Z18, Z19, Z11, Z16, Z5); ROUND(Z6, Z7, Z0, Z1, Z2, Z3, Z4, Z5); \
	NEXT(11, Z19, Z20, Z12, Z17, Z4); ROUND(Z5, Z6, Z7, Z0, Z1, Z2, Z3, Z4); \
	NEXT(12, Z20, Z21, Z13, Z18, Z3); ROUND(Z4, Z5, Z6, Z7, Z0, Z1, Z2, Z3); \
	NEXT(13, Z21, Z22, Z14, Z19, Z2); ROUND(Z3, Z4, Z5, Z6, Z7, Z0, Z1, Z2); \
	NEXT(14, Z22, Z23, Z15, Z20, Z1); ROUND(Z2, Z3, Z4, Z5, Z6, Z7, Z0, Z1); \
	NEXT(15, Z23, Z8,  Z16, Z21, Z0); ROUND(Z1, Z2, Z3, Z4, Z5, Z6, Z7, Z0); \
	ADDQ $(16*WORD), DX

// FIRST takes the word from the memory, and changes it.
#define FIRST(t, w, w15, w7, w2, h) \
	VPXORD (t*64)(SI), Z31, w; \
	ADD w, h, h; \
	EACH (t*WORD)(DX), h, h

// LATER makes the word of those before it.
#define LATER(t, w, w15, w7, w2, h) \
	SSIG0(w15); \
	ADD Z24, w, w; \
	ADD w7, w, w; \
	SSIG1(w2); \
	ADD Z24, w, w; \
	ADD w, h, h; \
	EACH (t*WORD)(DX), h, h

// GIVEN has the word prepared, for all lanes.
#define GIVEN(t, w, w15, w7, w2, h) \
	EACH (t*WORD)(DX), h, h

// DIFFERENT adds a block to the state, of which each lane has its own.
#define DIFFERENT \
	STATE; \
	SIXTEEN(FIRST); \
later: \
	SIXTEEN(LATER); \
	DECQ CX; \
	JNZ later; \
	END

// SAME adds a block to the state, which is the same in all lanes.
#define SAME \
	STATE; \
given: \
	SIXTEEN(GIVEN); \
	DECQ CX; \
	JNZ given; \
	END
