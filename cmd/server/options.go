package main

import (
	"flag"
	"fmt"
	"io"

	"jwtsecret/app/meta"
)

// options are the flags of the command.
type options struct {
	addr    string
	version bool
	hsts    bool
	log     bool

	flags *flag.FlagSet
}

// parseOptions reads the arguments. The error is a sentence about the argument
// that is wrong, or flag.ErrHelp.
func parseOptions(args []string) (*options, error) {
	o := &options{flags: flag.NewFlagSet(meta.Name, flag.ContinueOnError)}
	o.flags.SetOutput(io.Discard)
	o.flags.StringVar(&o.addr, "addr", "127.0.0.1:8080", "listen on `host:port`; port 0 picks a free one")
	o.flags.BoolVar(&o.version, "version", false, "print the versions of program, site and Go, and exit")
	o.flags.BoolVar(&o.hsts, "hsts", false, "tell browsers to insist on HTTPS for two years; only behind HTTPS")
	o.flags.BoolVar(&o.log, "log", false, "write a line for each request, without its query, to standard error")
	if err := o.flags.Parse(args); err != nil {
		return o, err
	}
	if o.flags.NArg() > 0 {
		return o, fmt.Errorf("unexpected argument %q", o.flags.Arg(0))
	}
	return o, nil
}

func (o *options) usage(w io.Writer) {
	fmt.Fprintf(w, "%s serves the site that is embedded in it.\n\n", meta.Name)
	o.flags.SetOutput(w)
	o.flags.PrintDefaults()
}
