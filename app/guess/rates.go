package guess

import "math"

// Rate is how fast somebody guesses.
type Rate struct {
	Who       string  // "one RTX 4090"
	PerSecond float64 // guesses
}

const (
	// CrackerRate is what jwt-cracker 4.1.1, a program of Node, tried a second against HS256
	// on two cores of an x86-64 machine of 2026, measured for this project.
	CrackerRate = 170_000

	// ThreadRate is what one thread of John the Ripper, jumbo, tried there.
	ThreadRate = 10_000_000
)

// Rates returns the named rates against HS256, the slowest first. The last is no machine:
// see [SunRate].
func Rates() []Rate {
	return []Rate{
		{"jwt-cracker on two CPU cores", CrackerRate},
		{"John the Ripper on one CPU core", ThreadRate},
		{"one RTX 4090 graphics card", CardRate},
		{"eight such cards", Cards * CardRate},
		{"all the light of the sun", SunRate},
	}
}

const (
	// boltzmann is Boltzmann's constant in joules a kelvin, exact since the SI of 2019.
	boltzmann = 1.380649e-23

	// spaceTemperature is that of the cosmic microwave background, in kelvins: D. J. Fixsen,
	// The Astrophysical Journal 707, 2009.
	spaceTemperature = 2.725

	// sunPower is the luminosity of the sun in watts: IAU 2015 Resolution B3.
	sunPower = 3.828e26

	// SunRate is how often a second one bit can be changed by all the power of the sun: to
	// forget a bit takes kT ln 2 at least (R. Landauer, IBM Journal of Research and
	// Development 5, 1961), where a machine colder than space would pay for its cooling. A guess
	// changes many bits, so no search comes near.
	SunRate = sunPower / (boltzmann * spaceTemperature * math.Ln2)
)

// Expected returns the seconds after which a search finds a secret of so many bits, on
// average: it has then tried half of all.
func (r Rate) Expected(bits float64) float64 { return math.Exp2(bits-1) / r.PerSecond }
