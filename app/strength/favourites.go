package strength

import "math"

// favouriteWeight is how many symbols the alphabet counts for in favouriteSaving.
// A small number learns favourites fast and pays for it where there are none.
const favouriteWeight = 12

// favouriteSaving returns the bits that are saved by expecting the symbols that
// came before: whoever drums on a keyboard returns to the same keys. Each symbol
// has the share that it had so far, the alphabet counting for some symbols more.
func favouriteSaving(text []byte) float64 {
	size := float64(max(1, modestSize(text)))
	var counts [256]float64
	saved := 0.0
	for i, b := range text {
		share := (counts[b] + favouriteWeight/size) / (float64(i) + favouriteWeight)
		saved += math.Log2(size * share)
		counts[b]++
	}
	return saved
}
