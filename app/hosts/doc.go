// Package hosts holds tests alone: the hosts that the build writes
// configuration for, nginx and Caddy, run with that configuration and are held
// to what our own server does.
package hosts
