package main

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"io/fs"
	"os"
	"strings"
	"time"
)

// maxInput is how much of standard input or a file is read, in bytes: more than any
// secret, token or .env file has, so that whoever judges it can say that it is too long.
const maxInput = 1 << 20

// neverAnArgument says how secrets come, where one may stand in the wrong place.
const neverAnArgument = "Secrets and tokens come by standard input or in a file, never as an argument, " +
	"which stays in the history of the shell and in the list of processes. If this was one, replace it."

// misplaced says what is wrong with an argument, and that it should not have been a secret.
func misplaced(wrong string) error { return errors.New(wrong + ". " + neverAnArgument) }

// call is one call of a command.
type call struct {
	name string
	args []string

	in       io.Reader
	out      io.Writer
	messages io.Writer // for a person, beside the output
	screen   io.Writer // where the output goes in the end
	now      func() time.Time

	read bool // standard input was
}

func (c *call) print(format string, values ...any) { fmt.Fprintf(c.out, format, values...) }

// say writes a message for a person.
func (c *call) say(format string, values ...any) {
	command := "jwtsecret"
	if c.name != "" {
		command += " " + c.name
	}
	fmt.Fprintf(c.messages, command+": "+format+"\n", values...)
}

// flags returns an empty set of options.
func (c *call) flags() *flag.FlagSet {
	set := flag.NewFlagSet(c.name, flag.ContinueOnError)
	set.SetOutput(io.Discard) // its messages repeat what was typed, which may be a secret
	set.Usage = func() {}
	return set
}

// parse reads the options, which may stand before and after the name of a file, and
// returns that name, or "" where there is none.
func (c *call) parse(set *flag.FlagSet) (file string, err error) {
	for rest := c.args; ; rest = set.Args()[1:] {
		if err := set.Parse(rest); errors.Is(err, flag.ErrHelp) {
			return "", c.teach(c.name)
		} else if err != nil {
			return "", wrongOption(set, err)
		}
		if set.NArg() == 0 {
			return file, nil
		}
		if file != "" {
			return "", misplaced("one file at most is read")
		}
		file = set.Arg(0)
	}
}

// wrongOption names the option that is wrong only if it is one of the set.
func wrongOption(set *flag.FlagSet, err error) error {
	var name string
	set.VisitAll(func(f *flag.Flag) {
		text := err.Error()
		if strings.Contains(text, "-"+f.Name+": ") || strings.HasSuffix(text, "-"+f.Name) {
			name = f.Name
		}
	})
	if name == "" {
		return misplaced("there is no such option: jwtsecret help " + set.Name() + " lists them")
	}
	return errors.New("the value of -" + name + " is missing, or not one that it takes: see jwtsecret help " + set.Name())
}

// content returns what a file holds, or standard input where the name is "" or "-". What
// says what is expected: "a token". Wipe it after use.
func (c *call) content(file, what string) ([]byte, error) {
	text, err := c.all(file, what)
	if err == nil && len(text) == 0 {
		return nil, errors.New("there is nothing to read: " + what + " was expected")
	}
	return text, err
}

func (c *call) all(file, what string) ([]byte, error) {
	if file != "" && file != "-" {
		f, err := open(file)
		if err != nil {
			return nil, err
		}
		defer f.Close()
		return limited(f)
	}
	if c.read {
		return nil, errors.New("standard input holds one thing alone: give the other one as a file")
	}
	c.read = true
	if isTerminal(c.in) {
		c.say("paste %s, then press Enter and Ctrl-D", what)
	}
	return limited(c.in)
}

// limited has room for all at once: what grows leaves copies behind.
func limited(r io.Reader) ([]byte, error) {
	text := make([]byte, maxInput)
	n, err := io.ReadFull(r, text)
	if err != nil && err != io.EOF && err != io.ErrUnexpectedEOF {
		clear(text)
		return nil, errors.New("the input cannot be read to its end: " + reason(err))
	}
	return text[:n], nil
}

// open opens a file whose name is never repeated.
func open(file string) (*os.File, error) {
	f, err := os.Open(file)
	if errors.Is(err, fs.ErrPermission) {
		return nil, errors.New("a file cannot be opened: " + reason(err))
	} else if err != nil {
		return nil, misplaced("there is no such file")
	}
	return f, nil
}

// reason returns why a file cannot be used, without its name.
func reason(err error) string {
	var path *fs.PathError
	if errors.As(err, &path) {
		return path.Err.Error()
	}
	return err.Error()
}

// isTerminal reports whether a person sits at the other end.
func isTerminal(stream any) bool {
	file, ok := stream.(*os.File)
	if !ok {
		return false
	}
	info, err := file.Stat()
	return err == nil && info.Mode()&fs.ModeCharDevice != 0
}
