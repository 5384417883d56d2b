#define WORD   8
#define ADD    VPADDQ
#define EACH   VPADDQ.BCST
#define ROTATE VPRORQ
#define SHIFT  VPSRLQ

#define BSIG0(x) MIX(x, 28, 34, ROTATE, 39)
#define BSIG1(x) MIX(x, 14, 18, ROTATE, 41)
#define SSIG0(x) MIX(x, 1, 8, SHIFT, 7)
#define SSIG1(x) MIX(x, 19, 61, SHIFT, 6)

#include "native_amd64.h"

// func different512(state, words, constants *uint64, change uint64)
TEXT ·different512(SB), NOSPLIT, $0-32
	MOVQ state+0(FP), DI
	MOVQ words+8(FP), SI
	MOVQ constants+16(FP), DX
	MOVQ change+24(FP), AX
	VPBROADCASTQ AX, Z31
	MOVQ $(80/16-1), CX
	DIFFERENT

// func same512(state, prepared *uint64)
TEXT ·same512(SB), NOSPLIT, $0-16
	MOVQ state+0(FP), DI
	MOVQ prepared+8(FP), DX
	MOVQ $(80/16), CX
	SAME
