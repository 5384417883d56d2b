package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"io/fs"
	"runtime"

	"jwtsecret/app/meta"
	"jwtsecret/app/server"
)

// Exit codes.
const (
	exitOK     = 0
	exitFailed = 1
	exitUsage  = 2
)

// run is the program: it serves what lies in the folder dist of embedded until a
// signal arrives or ctx ends, and returns the exit code.
func run(ctx context.Context, embedded fs.FS, args []string, stdout, stderr io.Writer) int {
	o, err := parseOptions(args)
	if errors.Is(err, flag.ErrHelp) {
		o.usage(stdout)
		return exitOK
	}
	if err != nil {
		return complain(stderr, exitUsage, fmt.Errorf("%w; -help lists the flags", err))
	}
	handler, err := load(embedded)
	if o.version && (err == nil || errors.Is(err, server.ErrNotBuilt)) {
		printVersion(stdout, handler)
		return exitOK
	}
	if err != nil {
		return complain(stderr, exitFailed, err)
	}
	handler.HSTS = o.hsts
	if o.log {
		handler.AccessLog = stderr
	}
	if err := listenAndServe(ctx, o.addr, handler, stdout); err != nil {
		return complain(stderr, exitFailed, err)
	}
	return exitOK
}

func complain(stderr io.Writer, code int, err error) int {
	fmt.Fprintf(stderr, "%s: %v\n", meta.Name, err)
	return code
}

func load(embedded fs.FS) (*server.Handler, error) {
	dist, err := fs.Sub(embedded, "dist")
	if err != nil {
		return nil, err
	}
	return server.Load(dist)
}

// printVersion names the release, the build of the site (handler is nil where
// there is none) and the Go that compiled it all.
func printVersion(stdout io.Writer, handler *server.Handler) {
	site := "not built"
	if handler != nil {
		site = handler.Site().Version
	}
	fmt.Fprintf(stdout, "%s %s (site %s, %s)\n", meta.Name, meta.Version, site, runtime.Version())
}
