// This file is laid over package main of cmd/server in the soak test's build. It tells
// on standard error what no client can see.
package main

import (
	"fmt"
	"os"
	"os/signal"
	"runtime"
	"syscall"
)

// At SIGUSR1 the program tells how many goroutines it has and how many bytes live in its
// heap, at SIGUSR2 it collects garbage before.
func init() {
	asked := make(chan os.Signal, 1)
	signal.Notify(asked, syscall.SIGUSR1, syscall.SIGUSR2)
	go func() {
		for which := range asked {
			if which == syscall.SIGUSR2 {
				runtime.GC()
			}
			var m runtime.MemStats
			runtime.ReadMemStats(&m)
			fmt.Fprintln(os.Stderr, "told", runtime.NumGoroutine(), m.HeapAlloc)
		}
	}()
}
