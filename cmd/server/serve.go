package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"log"
	"net"
	"net/http"
	"os"
	"os/signal"
	"syscall"
	"time"

	"jwtsecret/app/meta"
)

// grace is how long running requests may take to finish after a signal. With it the
// program ends within five seconds, also while somebody is connected and silent.
const grace = 4 * time.Second

// newServer bounds what one connection can cost.
func newServer(handler http.Handler) *http.Server {
	return &http.Server{
		Handler:           inPieces(handler),
		ReadHeaderTimeout: 5 * time.Second,
		ReadTimeout:       10 * time.Second,
		WriteTimeout:      writeWait,
		IdleTimeout:       120 * time.Second,
		MaxHeaderBytes:    16 << 10,
		// net/http's own lines name clients' addresses and quote what they sent.
		ErrorLog: log.New(io.Discard, "", 0),
		// Answered by net/http, OPTIONS * would lack the site's headers.
		DisableGeneralOptionsHandler: true,
	}
}

// listenAndServe says where it listens once connections are accepted, and serves
// until a signal arrives or ctx ends.
func listenAndServe(ctx context.Context, addr string, handler http.Handler, stdout io.Writer) error {
	ctx, stop := signal.NotifyContext(ctx, os.Interrupt, syscall.SIGTERM)
	defer stop()
	listener, err := net.Listen("tcp", addr)
	if err != nil {
		return fmt.Errorf("%w; choose another address with -addr", err)
	}
	fmt.Fprintf(stdout, "%s %s on %s\n", meta.Name, meta.Version, siteURL(*listener.Addr().(*net.TCPAddr)))

	s := newServer(handler)
	failed := make(chan error, 1)
	go func() { failed <- s.Serve(listener) }()
	select {
	case err := <-failed:
		return err
	case <-ctx.Done():
		stop() // gives signals their own effect back: a second one ends the program
		return shutDown(s, grace)
	}
}

// siteURL is where a browser on this machine finds the listener. A listener on
// all addresses is shown under 127.0.0.1: browsers do not treat 0.0.0.0 as this
// machine, and would withhold the clipboard and the service worker there.
func siteURL(addr net.TCPAddr) string {
	if addr.IP.IsUnspecified() {
		addr.IP = net.IPv4(127, 0, 0, 1)
	}
	return "http://" + addr.String() + "/"
}

// shutDown lets running requests finish. Those that outlast the grace period are
// cut off: the end was asked for, so that is no error.
func shutDown(s *http.Server, grace time.Duration) error {
	deadline, cancel := context.WithTimeout(context.Background(), grace)
	defer cancel()
	err := s.Shutdown(deadline)
	if errors.Is(err, context.DeadlineExceeded) {
		return s.Close()
	}
	return err
}
