// A program that asks of the runtime all that needs its tables of functions. The
// tests run it as the linker wrote it and as the build shrinks it: what it writes
// must be the same.
package main

import (
	"errors"
	"fmt"
	"reflect"
	"runtime"
	"runtime/debug"
	"sort"
	"strings"
	"sync"
	"time"
)

type value struct{ n int }

func (v value) Double() int { return 2 * v.n }

type doubler interface{ Double() int }

// deep needs a stack of many kilobytes, which is moved while it grows, and holds
// pointers in each frame.
func deep(n int, last *value) int {
	here := &value{last.n + 1}
	var room [64]byte
	room[n%64] = byte(n)
	if n == 0 {
		runtime.GC()
		return here.n
	}
	return deep(n-1, here) + int(room[(n+1)%64])
}

func recovered(f func()) (said string) {
	defer func() {
		if r := recover(); r != nil {
			said = fmt.Sprint(r)
		}
	}()
	defer func() { garbage(10) }()
	f()
	return "nothing"
}

func garbage(n int) int {
	sum := 0
	for i := range n {
		kept := make([]*value, 1000)
		for j := range kept {
			kept[j] = &value{j}
		}
		sum += kept[i%1000].n
	}
	runtime.GC()
	return sum
}

func main() {
	debug.SetGCPercent(5)
	fmt.Println("deep", deep(3_000, &value{}))
	fmt.Println("garbage", garbage(200))

	var index []int
	var missing map[string]int
	var none doubler
	wrapped := []doubler{value{3}, (*value)(nil)}
	fmt.Println(recovered(func() { fmt.Println(index[len(missing)]) }))
	fmt.Println(recovered(func() { missing["a"] = 1 }))
	fmt.Println(recovered(func() { none.Double() }))
	fmt.Println(recovered(func() { panic(errors.New("an error")) }))
	fmt.Println(strings.HasPrefix(recovered(func() { wrapped[len(wrapped)-1].Double() }), "value method "))

	made := reflect.MakeFunc(reflect.TypeFor[func(*value, string) *value](), func(in []reflect.Value) []reflect.Value {
		runtime.GC()
		deep(1_000, &value{})
		return []reflect.Value{reflect.ValueOf(&value{in[0].Interface().(*value).n + in[1].Len()})}
	}).Interface().(func(*value, string) *value)
	fmt.Println("made", made(&value{40}, "ab").n)
	method := reflect.ValueOf(value{21}).Method(0).Interface().(func() int)
	fmt.Println("method", method())

	var all sync.WaitGroup
	results := make(chan int, 50)
	for i := range 50 {
		all.Go(func() {
			time.Sleep(time.Duration(i%3) * time.Millisecond)
			results <- deep(500, &value{i}) + garbage(3)
		})
	}
	all.Wait()
	close(results)
	var sorted []int
	for r := range results {
		sorted = append(sorted, r)
	}
	sort.Ints(sorted)
	fmt.Println(sorted)

	finalized := make(chan bool, 1)
	func() { runtime.SetFinalizer(&value{1}, func(*value) { finalized <- true }) }()
	for len(finalized) == 0 {
		runtime.GC()
		runtime.Gosched()
	}
	fmt.Println("goroutines", runtime.NumGoroutine())
	fmt.Println("last line")
	panic("nobody recovers this")
}
