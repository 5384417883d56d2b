// Command server serves the site that is embedded in it: one static binary, no
// files beside it.
//
//	server                         on http://127.0.0.1:8080/
//	server -addr 127.0.0.1:0       on a free port, which it prints
//	server -addr :8080 -hsts       for everybody, behind something that speaks TLS
//
// When it is ready it prints one line on standard output, with the address. On
// SIGINT or SIGTERM it takes no new connections and gives running requests ten
// seconds; a second signal ends it at once. It exits with 0 after a signal, 1
// when it cannot serve and 2 when it was called wrongly, with a sentence on
// standard error.
//
// It speaks plain HTTP. Browsers grant a page the clipboard and a service worker
// only over HTTPS or from the machine itself, so for other machines put it
// behind a proxy with a certificate.
package main

import (
	"context"
	"os"

	"jwtsecret/web"
)

func main() {
	os.Exit(run(context.Background(), web.Dist, os.Args[1:], os.Stdout, os.Stderr))
}
