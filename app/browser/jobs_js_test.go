//go:build js

package browser

import (
	"strconv"
	"syscall/js"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// noBrowser stands in for what a page has: workers, which do nothing by themselves,
// and a document without fields. It also counts the functions that Go hands out.
const noBrowser = `
	globalThis.document = {getElementById: () => null};
	globalThis.workers = [];
	globalThis.refused = false;
	globalThis.Worker = class {
		constructor(_, options) {
			if (refused) throw new Error("refused");
			this.name = options.name;
			workers.push(this);
		}
		postMessage(message) { this.request = message.request; }
		terminate() { this.ended = true; }
	};
	globalThis.handedOut ??= 0;
	globalThis.wrap ??= Go.prototype._makeFuncWrapper;
	Go.prototype._makeFuncWrapper = function (id) {
		handedOut++;
		return wrap.call(this, id);
	};
`

// said is what a page heard of a job.
type said struct {
	events  []string
	crashes int
}

// start starts a job.
func (s *said) start(request string) (*Job, []byte) {
	r := []byte(request)
	return StartJob(r, "", func(message []byte) { s.events = append(s.events, string(message)) }, func() { s.crashes++ }), r
}

func freshPage(t *testing.T) {
	t.Helper()
	js.Global().Call("eval", noBrowser)
	resting = nil
	t.Cleanup(EndAuditors)
}

func started() int               { return global("workers").Length() }
func workerAt(i int) js.Value    { return global("workers").Index(i) }
func ended(worker js.Value) bool { return worker.Get("ended").Truthy() }

// tells has the worker send a message, or say with nil that its job has ended.
func tells(worker js.Value, message []byte) {
	data := js.Null()
	if message != nil {
		data = array(message)
	}
	worker.Call("onmessage", map[string]any{"data": data})
}

func breaksDown(worker js.Value) {
	worker.Call("onerror", map[string]any{"preventDefault": js.Global().Call("eval", "() => {}")})
}

func TestOneAuditorServesOneJobAfterTheOther(t *testing.T) {
	freshPage(t)
	WarmAuditor()
	WarmAuditor()
	for range 3 {
		var s said
		job, request := s.start("secret")
		require.Equal(t, 1, started())
		assert.Equal(t, make([]byte, 6), request, "the request is overwritten")
		assert.Equal(t, "secret", string(bytesOf(workerAt(0).Get("request"))))
		tells(workerAt(0), []byte("one"))
		tells(workerAt(0), []byte("two"))
		tells(workerAt(0), nil)
		assert.Equal(t, said{events: []string{"one", "two"}}, s)
		job.Stop()
		assert.False(t, ended(workerAt(0)), "nothing runs that could be stopped")
	}
}

func TestSeveralJobsHaveAnAuditorEachAndOneOfThemStays(t *testing.T) {
	freshPage(t)
	var s said
	s.start("one")
	s.start("two")
	require.Equal(t, 2, started())
	tells(workerAt(1), nil)
	tells(workerAt(0), nil)
	assert.True(t, ended(workerAt(0)))
	assert.False(t, ended(workerAt(1)))
	s.start("three")
	assert.Equal(t, 2, started())
	EndAuditors()
	assert.False(t, ended(workerAt(1)), "it does not rest")
	tells(workerAt(1), nil)
	EndAuditors()
	assert.True(t, ended(workerAt(1)))
	WarmAuditor()
	assert.Equal(t, 3, started())
}

func TestAStoppedAuditorEndsAndIsNotHeardAnyMore(t *testing.T) {
	freshPage(t)
	var s said
	job, _ := s.start("secret")
	job.Stop()
	job.Stop()
	assert.True(t, ended(workerAt(0)))
	assert.True(t, workerAt(0).Get("onmessage").IsNull())
	assert.True(t, workerAt(0).Get("onerror").IsNull())
	assert.Equal(t, said{}, s)
	s.start("secret")
	assert.Equal(t, 2, started())
}

func TestAnAuditorThatBreaksDownIsReplaced(t *testing.T) {
	freshPage(t)
	WarmAuditor()
	breaksDown(workerAt(0)) // while it rests
	assert.True(t, ended(workerAt(0)))
	var s said
	job, _ := s.start("secret")
	require.Equal(t, 2, started())
	breaksDown(workerAt(1))
	assert.True(t, ended(workerAt(1)))
	job.Stop()
	assert.Equal(t, said{crashes: 1}, s)
}

func TestAJobThatCannotStartSaysSoLaterAndLeavesNothingBehind(t *testing.T) {
	freshPage(t)
	js.Global().Set("refused", true)
	before := global("handedOut").Int()
	var s, stopped said
	_, request := s.start("secret")
	job, _ := stopped.start("secret")
	job.Stop()
	assert.Equal(t, make([]byte, 6), request, "the request is overwritten")
	assert.Equal(t, 2, global("handedOut").Int()-before, "one function each, for later")
	assert.Equal(t, said{}, s)
	time.Sleep(50 * time.Millisecond)
	assert.Equal(t, said{crashes: 1}, s)
	assert.Equal(t, said{}, stopped, "who stopped it hears nothing")
}

// One that may ask for files gets them from the network, or from the worker of another site.
func TestAnAuditorAsksNobodyOnlyWhereTheSitesOwnWorkerAnswers(t *testing.T) {
	for answers, name := range map[bool]string{true: "stored", false: ""} {
		freshPage(t)
		js.Global().Call("eval", "globalThis.jwtsecret = {base: '', controlled: () => "+strconv.FormatBool(answers)+"}")
		t.Cleanup(func() { js.Global().Delete("jwtsecret") })
		WarmAuditor()
		assert.Equal(t, name, workerAt(0).Get("name").String())
	}
}
