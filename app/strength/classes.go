package strength

import "math"

// classSaving returns the bits that are saved by saying first how many of the
// letters and digits are of which class, then in which order the classes come,
// and then each character within its class. Symbols are left out: generators
// differ in which of them they use, so no share of them is remarkable. In the
// alphabets of base 16 and base 32 the classes are smaller.
func classSaving(text []byte) float64 {
	counts, sizes := countClasses(text)
	n, all := 0, 0.0
	for i, count := range counts {
		n += count
		if count > 0 {
			all += sizes[i]
		}
	}
	if n == 0 {
		return 0
	}
	// The number of ways to split n among the three classes, and to order them.
	described := math.Log2(float64((n+1)*(n+2)) / 2)
	described += logFactorial(n)
	for i, count := range counts {
		described += float64(count)*math.Log2(sizes[i]) - logFactorial(count)
	}
	return float64(n)*math.Log2(all) - described
}

// countClasses counts lower case, upper case and digits, and says how many
// characters each class has in the alphabet that the text seems to be from.
func countClasses(text []byte) ([3]int, [3]float64) {
	var counts [3]int
	base16, base32 := true, true
	for _, b := range text {
		switch class(b) {
		case lowers:
			counts[0]++
		case uppers:
			counts[1]++
		case digits:
			counts[2]++
		default:
			continue
		}
		base16 = base16 && (class(b) == digits || b|0x20 <= 'f')
		base32 = base32 && (class(b) != digits || b >= '2' && b <= '7')
	}
	switch {
	case base16 && counts[0]*counts[1] == 0:
		return counts, [3]float64{6, 6, 10}
	case base32 && counts[0]*counts[1] == 0:
		return counts, [3]float64{26, 26, 6}
	default:
		return counts, [3]float64{26, 26, 10}
	}
}

// logFactorial returns log2 of n factorial.
func logFactorial(n int) float64 {
	g, _ := math.Lgamma(float64(n) + 1)
	return g / math.Ln2
}

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
