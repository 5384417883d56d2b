package kernel

import "strings"

// twins finds suffixes that make the same key as another one does before them. The
// last digit of base64 has bits without a meaning where there are two or three digits
// behind the last whole four: four or two of its six (RFC 4648 §3.5). So behind the same text
// "2010" to "2019" are one key, or three, when they are read as base64, and need not be
// tried more often. The bit of this number of digits is set for each suffix where it is so.
func twins(suffixes []string) []byte {
	all := make([]byte, len(suffixes))
	for i, suffix := range suffixes {
		for _, other := range suffixes[:i] {
			last := len(suffix) - 1
			if len(other) != len(suffix) || other[:last] != suffix[:last] {
				continue
			}
			a, b := strings.IndexByte(bothAlphabets, other[last]), strings.IndexByte(bothAlphabets, suffix[last])
			if a < 0 || b < 0 {
				continue
			}
			for digits, without := range map[int]int{2: 4, 3: 2} {
				if a>>without == b>>without {
					all[i] |= 1 << digits
				}
			}
		}
	}
	return all
}

// bothAlphabets are the digits that the alphabets of base64 have in common, by their value.
const bothAlphabets = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789"
