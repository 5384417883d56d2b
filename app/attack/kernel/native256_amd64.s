#define WORD   4
#define ADD    VPADDD
#define EACH   VPADDD.BCST
#define ROTATE VPRORD
#define SHIFT  VPSRLD

#define BSIG0(x) MIX(x, 2, 13, ROTATE, 22)
#define BSIG1(x) MIX(x, 6, 11, ROTATE, 25)
#define SSIG0(x) MIX(x, 7, 18, SHIFT, 3)
#define SSIG1(x) MIX(x, 17, 19, SHIFT, 10)

#include "native_amd64.h"

// func different256(state, words, constants *uint32, change uint32)
TEXT ·different256(SB), NOSPLIT, $0-28
	MOVQ state+0(FP), DI
	MOVQ words+8(FP), SI
	MOVQ constants+16(FP), DX
	MOVL change+24(FP), AX
	VPBROADCASTD AX, Z31
	MOVQ $(64/16-1), CX
	DIFFERENT

// func same256(state, prepared *uint32)
TEXT ·same256(SB), NOSPLIT, $0-16
	MOVQ state+0(FP), DI
	MOVQ prepared+8(FP), DX
	MOVQ $(64/16), CX
	SAME
