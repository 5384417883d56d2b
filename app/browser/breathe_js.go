//go:build js

package browser

// breath is how long the program may run at its start before the browser has a turn, in
// milliseconds: few turns are enough then, and even on a machine six times slower none
// is longer than the 50 milliseconds that a person feels.
const breath = 8

var breathed = now()

func now() float64 { return global("performance").Call("now").Float() }

// Breathe lets the browser draw and handle input, if the program has kept it from that
// for long. Other goroutines go on meanwhile.
func Breathe() {
	if now()-breathed < breath {
		return
	}
	turn := make(chan struct{})
	Later(func() { close(turn) })
	<-turn
	breathed = now()
}
