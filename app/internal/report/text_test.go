package report

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestTheTextIsATableForEachPart(t *testing.T) {
	assert.Equal(t, `2026-01-02T03:04:05Z, 60 s
2 cores, a processor; load average 0.00 0.01 0.02 before, 1.00 0.50 0.20 after
go1; browser 2

First (12 s)
               measured  beside it                              ratio  goal
  visit          240 ms  empty page                      60 ms      4  ≤ 150 ms over the peer  not met
  tried     1,700,000/s  other                       170,000/s     10  ≥ 10 × the peer         met
  requests            8

Second (1 s)
               measured  beside it                              ratio  goal
  pages         5,000/s  nginx: it is not installed                    ≥ 1 × the peer          unknown
  blocked          0 ms                                                ≤ 50 ms                 met
  It ended early.

Goals: 2 met, 1 not met, 1 unknown.
`, sample().Text())
}

func TestFiguresHaveThreeDigitsThatCount(t *testing.T) {
	for v, want := range map[float64]string{
		0: "0", 0.004: "0", 0.256: "0.26", 1: "1", 1.499: "1.5", 9.996: "10", 17.04: "17", 17.06: "17.1",
		99.96: "100", 123.4: "123", 999.4: "999", 999.6: "1,000", 1234567.8: "1,234,568", -1500: "-1,500", -2.5: "-2.5",
	} {
		assert.Equal(t, want, figure(v))
	}
}
