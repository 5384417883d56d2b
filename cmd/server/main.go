// Command server serves the site that is embedded in it: one static binary, no
// files beside it.
//
//	server                         on http://127.0.0.1:8080/
//	server -addr 127.0.0.1:0       on a free port, which it prints
//	server -addr :8080 -hsts       for everybody, behind something that speaks TLS
//	server -addr :8080 -health     asks the one that runs there whether it is well
//
// When it is ready it prints one line on standard output, with the address. On
// SIGINT or SIGTERM it takes no new connections and gives running requests four
// seconds; a second signal ends it at once. It exits with 0 after a signal, 1
// when it cannot serve and 2 when it was called wrongly, with a sentence on
// standard error. With -health it serves nothing: it exits with 0 if the server on
// that address answers, and 1 if not, for a container that holds no other program.
//
// It speaks plain HTTP. Browsers grant a page the clipboard and a service worker
// only over HTTPS or from the machine itself, so for other machines put it
// behind a proxy with a certificate.
package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"io/fs"
	"os"
	"runtime"

	"jwtsecret/app/meta"
	"jwtsecret/app/server"
	"jwtsecret/web"
)

// Exit codes.
const (
	exitOK     = 0
	exitFailed = 1
	exitUsage  = 2
)

func main() {
	os.Exit(run(context.Background(), web.Dist, os.Args[1:], os.Stdout, os.Stderr))
}

// run serves what lies in the folder dist of embedded until a signal arrives or
// ctx ends, and returns the exit code.
func run(ctx context.Context, embedded fs.FS, args []string, stdout, stderr io.Writer) int {
	flags := flag.NewFlagSet(meta.Name, flag.ContinueOnError)
	flags.SetOutput(io.Discard) // what is wrong is said in one line, by complain
	addr := flags.String("addr", "127.0.0.1:8080", "listen on `host:port`; port 0 picks a free one")
	version := flags.Bool("version", false, "print the versions of program, site and Go, and exit")
	hsts := flags.Bool("hsts", false, "tell browsers to insist on HTTPS for two years, for all subdomains too; only behind HTTPS")
	health := flags.Bool("health", false, "ask the server that runs on -addr whether it is well, and exit with 0 or 1")
	log := flags.Bool("log", false, "write a line for each request, without its query, to standard error")

	err := flags.Parse(args)
	switch {
	case errors.Is(err, flag.ErrHelp):
		fmt.Fprintf(stdout, "%s serves the site that is embedded in it.\n\n", meta.Name)
		flags.SetOutput(stdout)
		flags.PrintDefaults()
		return exitOK
	case err == nil && flags.NArg() > 0:
		err = fmt.Errorf("unexpected argument %q", flags.Arg(0))
	}
	if err != nil {
		return complain(stderr, exitUsage, fmt.Errorf("%w; -help lists the flags", err))
	}

	if *health {
		return tellHealth(ctx, *addr, stdout, stderr)
	}
	handler, err := load(embedded)
	if *version && (err == nil || errors.Is(err, server.ErrNotBuilt)) {
		printVersion(stdout, handler)
		return exitOK
	}
	if err != nil {
		return complain(stderr, exitFailed, err)
	}
	handler.HSTS = *hsts
	if *log {
		handler.AccessLog = stderr
	}
	if err := listenAndServe(ctx, *addr, handler, stdout); err != nil {
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
