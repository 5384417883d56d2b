package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/url"
	"time"

	"jwtsecret/app/meta"
	"jwtsecret/app/server"
)

// healthWait is how long the server may take to say that it is well. Whoever asks
// does so every few seconds.
const healthWait = 3 * time.Second

// tellHealth says whether the server on addr is well, and returns the exit code that says
// the same.
func tellHealth(ctx context.Context, addr string, stdout, stderr io.Writer) int {
	if err := checkHealth(ctx, addr); err != nil {
		return complain(stderr, exitFailed, err)
	}
	fmt.Fprintf(stdout, "%s is well on %s\n", meta.Name, addr)
	return exitOK
}

// checkHealth asks the server that listens on addr for [server.HealthPath], and returns
// nil if it answers as ours does. A server that listens on all addresses is asked
// on this machine's own.
func checkHealth(ctx context.Context, addr string) error {
	if _, port, err := net.SplitHostPort(addr); err == nil && port == "0" {
		return errors.New("port 0 is another one at each start: give the port of the server with -addr")
	}
	ctx, cancel := context.WithTimeout(ctx, healthWait)
	defer cancel()
	client := &http.Client{
		// The address is dialled as it is written, and no proxy is asked.
		Transport: &http.Transport{DisableKeepAlives: true, DialContext: func(ctx context.Context, network, _ string) (net.Conn, error) {
			return new(net.Dialer).DialContext(ctx, network, addr)
		}},
		CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse },
	}
	request, err := http.NewRequestWithContext(ctx, http.MethodGet, "http://localhost"+server.HealthPath, nil)
	if err != nil {
		return err
	}
	response, err := client.Do(request)
	if err != nil {
		return fmt.Errorf("no answer: %w", unwrapped(err))
	}
	defer response.Body.Close()
	body, err := io.ReadAll(io.LimitReader(response.Body, 64))
	if err != nil {
		return fmt.Errorf("no whole answer from %s: %w", addr, err)
	}
	if response.StatusCode != http.StatusOK || string(body) != server.Healthy {
		return fmt.Errorf("what listens on %s is not well, or not this program: status %d", addr, response.StatusCode)
	}
	return nil
}

// unwrapped leaves out the address that net/http puts before what went wrong: it is not
// the one that was dialled.
func unwrapped(err error) error {
	if e, ok := errors.AsType[*url.Error](err); ok {
		return e.Err
	}
	return err
}
