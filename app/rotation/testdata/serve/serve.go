// Package serve is the part that both versions of the test's service share: it
// signs and verifies over HTTP, at a time that each request names, so that hours
// pass at once.
package serve

import (
	"fmt"
	"io"
	"log"
	"net"
	"net/http"
	"os"
	"strconv"
	"sync"
	"time"

	"github.com/golang-jwt/jwt/v5"
)

// Service signs and verifies as if it were now.
type Service interface {
	Sign(now time.Time, claims jwt.MapClaims) (string, error)
	Verify(now time.Time, token string) error
}

// Run prints the address and serves until standard input ends, as it does when
// the test dies.
func Run(s Service) {
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println("http://" + listener.Addr().String())
	go func() {
		_, _ = io.Copy(io.Discard, os.Stdin)
		os.Exit(0)
	}()
	log.Fatal(http.Serve(listener, handler(s)))
}

func handler(s Service) http.Handler {
	var one sync.Mutex // a request's time must not become another's
	mux := http.NewServeMux()
	mux.HandleFunc("/login", func(w http.ResponseWriter, r *http.Request) {
		one.Lock()
		defer one.Unlock()
		now := seconds(r, "X-Now")
		exp := now.Add(seconds(r, "X-Lifetime").Sub(time.Unix(0, 0)))
		token, err := s.Sign(now, jwt.MapClaims{"sub": "someone", "iat": now.Unix(), "exp": exp.Unix()})
		if err != nil {
			http.Error(w, err.Error(), http.StatusInternalServerError)
			return
		}
		fmt.Fprint(w, token)
	})
	mux.HandleFunc("/account", func(w http.ResponseWriter, r *http.Request) {
		one.Lock()
		defer one.Unlock()
		if err := s.Verify(seconds(r, "X-Now"), r.Header.Get("Authorization")); err != nil {
			http.Error(w, err.Error(), http.StatusUnauthorized)
		}
	})
	return mux
}

// seconds reads a header as seconds since 1970; a missing one is a bug of the
// test, which 1970 shows soon enough.
func seconds(r *http.Request, name string) time.Time {
	n, _ := strconv.ParseInt(r.Header.Get(name), 10, 64)
	return time.Unix(n, 0)
}
