package e2e

import (
	"encoding/json"
	"errors"
	"fmt"
	"sync"
	"time"

	"golang.org/x/net/websocket"
)

// bidi speaks WebDriver BiDi, the W3C's protocol for driving browsers: commands
// with a number, answers with the same number, and events, all as JSON.
type bidi struct {
	socket  *websocket.Conn
	version string // of the browser

	mu      sync.Mutex
	number  int
	answers map[int]chan message
	logged  []string // the text of every log.entryAdded event
}

// message is whatever the browser sends.
type message struct {
	Type    string // success, error or event
	ID      int
	Result  json.RawMessage
	Error   string
	Message string
	Method  string
	Params  struct{ Level, Text string } // of log.entryAdded
}

// bidiOrigin is the origin that the client claims; the browser is told to
// accept it.
const bidiOrigin = "http://127.0.0.1"

// dialBidi connects to the address that a browser has printed, and begins a
// session there.
func dialBidi(address string) (*bidi, error) {
	socket, err := websocket.Dial(address+"/session", "", bidiOrigin)
	if err != nil {
		return nil, err
	}
	b := &bidi{socket: socket, answers: map[int]chan message{}}
	go b.read()
	var begun struct {
		Capabilities struct{ BrowserVersion string }
	}
	if err := b.send("session.new", map[string]any{"capabilities": map[string]any{}}, &begun); err != nil {
		return nil, err
	}
	b.version = begun.Capabilities.BrowserVersion
	return b, b.send("session.subscribe", map[string]any{"events": []string{"log.entryAdded"}}, nil)
}

// read hands out what the browser sends, until the connection ends.
func (b *bidi) read() {
	for decoder := json.NewDecoder(b.socket); ; {
		var m message
		if err := decoder.Decode(&m); err != nil {
			return
		}
		b.mu.Lock()
		switch {
		case m.Method == "log.entryAdded":
			b.logged = append(b.logged, m.Params.Level+": "+m.Params.Text)
		case b.answers[m.ID] != nil:
			b.answers[m.ID] <- m
			delete(b.answers, m.ID)
		}
		b.mu.Unlock()
	}
}

// send sends one command and decodes its answer into result, unless that is nil.
func (b *bidi) send(method string, params map[string]any, result any) error {
	answer := make(chan message, 1)
	b.mu.Lock()
	b.number++
	id := b.number
	b.answers[id] = answer
	err := websocket.JSON.Send(b.socket, map[string]any{"id": id, "method": method, "params": params})
	b.mu.Unlock()
	if err != nil {
		return err
	}
	select {
	case m := <-answer:
		if m.Type == "error" {
			return fmt.Errorf("%s: %s: %s", method, m.Error, m.Message)
		}
		if result == nil {
			return nil
		}
		return json.Unmarshal(m.Result, result)
	case <-time.After(patience):
		return errors.New(method + " was not answered")
	}
}

// messages returns what the page has written to the console, and its errors.
func (b *bidi) messages() []string {
	b.mu.Lock()
	defer b.mu.Unlock()
	return append([]string(nil), b.logged...)
}
