// Package hosts runs, for tests, the hosts that the build writes configuration
// for: nginx and Caddy, each with that configuration. Its own tests hold them to
// what our own server does; the tests in a browser install the page from them.
//
// Nothing but tests imports it.
package hosts
