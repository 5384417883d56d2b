// Command jwtsecret does in a terminal and in CI what the page does in a browser: it
// makes, audits, verifies, attacks and rotates the secrets of JSON Web Tokens, and makes and
// checks key pairs.
//
//	jwtsecret make > jwt.key
//	jwtsecret audit .env
//	jwtsecret help
//
// Secrets and tokens come by standard input or in a file, never as an argument: those
// stay in the history of the shell and in the list of processes. For the same reason
// nothing that stands where a file's name belongs is ever repeated in a message. Only
// make, keys, rotate and token write what is secret, and attack where -show asks for it.
//
// The commands are thin: what they say comes from the packages that the page uses, from
// package judge above all. Each has a file here, and one in the folder help.
package main

import (
	"bufio"
	"errors"
	"io"
	"os"
	"strings"
	"time"

	"jwtsecret/app/meta"
)

// The exit codes of every command.
const (
	exitFine        = 0
	exitDefect      = 1   // an audit found a defect, a secret did not sign the token, an attack found the secret
	exitUnreadable  = 2   // there is nothing to work on, or what is asked for cannot be done
	exitInterrupted = 130 // by Ctrl-C, as shells have it
)

func main() {
	os.Exit(run(os.Args[1:], os.Stdin, os.Stdout, os.Stderr, time.Now))
}

// The ends of a command that has said all it had to say.
var (
	errDefect      = errors.New("a defect was found")
	errInterrupted = errors.New("interrupted")
	errHelp        = errors.New("help was asked for")
)

// commands do the work.
var commands = map[string]func(*call) error{
	"make": (*call).make, "audit": (*call).audit, "verify": (*call).verify,
	"token": (*call).token, "keys": (*call).keys, "attack": (*call).attack, "rotate": (*call).rotate,
	"help": (*call).help, "version": (*call).version,
}

// run does what the arguments ask for, and returns the exit code.
func run(args []string, in io.Reader, out, messages io.Writer, now func() time.Time) int {
	buffered := bufio.NewWriter(out)
	c := &call{in: in, out: buffered, screen: out, messages: messages, now: now}
	err := c.dispatch(args)
	if flushed := buffered.Flush(); flushed != nil {
		err = flushed
	}
	switch {
	case err == nil, errors.Is(err, errHelp):
		return exitFine
	case errors.Is(err, errDefect):
		return exitDefect
	case errors.Is(err, errInterrupted):
		return exitInterrupted
	default:
		for sentence := range strings.SplitSeq(err.Error(), "\n") {
			c.say("%s", sentence)
		}
		return exitUnreadable
	}
}

func (c *call) dispatch(args []string) error {
	if len(args) == 0 {
		return errors.New("name a command: jwtsecret help lists them")
	}
	name := args[0]
	switch name {
	case "-h", "-help", "--help":
		name = "help"
	case "-version", "--version":
		name = "version"
	}
	command, known := commands[name]
	if !known {
		return misplaced("there is no such command: jwtsecret help lists them")
	}
	c.name, c.args = name, args[1:]
	return command(c)
}

func (c *call) version() error {
	c.print("jwtsecret %s\n", meta.Version)
	return nil
}
