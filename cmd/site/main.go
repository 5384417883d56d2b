// Command site builds the static site and prints how large each file is, plain
// and compressed.
package main

import (
	"flag"
	"fmt"
	"io"
	"os"
	"strconv"
	"text/tabwriter"

	"jwtsecret/app/site"
)

func main() {
	if err := run(os.Args[1:], os.Stdout); err != nil {
		fmt.Fprintln(os.Stderr, "site:", err)
		os.Exit(1)
	}
}

func run(args []string, out io.Writer) error {
	var o site.Options
	flags := flag.NewFlagSet("site", flag.ExitOnError)
	flags.StringVar(&o.Root, "root", ".", "`folder` of the module")
	flags.StringVar(&o.Out, "out", "web/dist", "`folder` to replace with the built site")
	flags.StringVar(&o.Origin, "origin", "", "where the site will be served, such as https://example.org, if that is known")
	flags.StringVar(&o.Base, "base", "/", "below which `path` of its origin the site will be served, such as /tools/jwt/")
	flags.StringVar(&o.Lists, "lists", "", "`folder` of word lists to pack into the site, if any")
	flags.Func("previous", "`folder` of an earlier build, to store what has changed since; may be given several times", func(folder string) error {
		o.Previous = append(o.Previous, folder)
		return nil
	})
	_ = flags.Parse(args) // exits by itself on an error

	files, err := site.Build(o)
	if err != nil {
		return err
	}
	return printSizes(out, files)
}

// printSizes writes a table of all files with their sizes in bytes. A dash
// stands where compressing gains nothing.
func printSizes(out io.Writer, files []site.File) error {
	table := tabwriter.NewWriter(out, 0, 0, 2, ' ', tabwriter.AlignRight)
	fmt.Fprintln(table, "bytes\tgzip\tbrotli\tfile\t")
	for _, f := range files {
		fmt.Fprintf(table, "%d\t%s\t%s\t%s\t\n", f.Size, codedSize(f, "gzip"), codedSize(f, "br"), f.Name)
	}
	if err := table.Flush(); err != nil {
		return err
	}
	return printDeltas(out, files)
}

// printDeltas writes a table of what has changed since earlier builds, if any is known.
func printDeltas(out io.Writer, files []site.File) error {
	table := tabwriter.NewWriter(out, 0, 0, 2, ' ', tabwriter.AlignRight)
	for _, f := range files {
		for i, earlier := range f.Deltas {
			fmt.Fprintf(table, "%d\tof\t%s\t%s since %.12s\t\n", len(f.Changes[i]), codedSize(f, "br"), f.Name, earlier)
		}
	}
	return table.Flush()
}

func codedSize(f site.File, coding string) string {
	if body, ok := f.Coded[coding]; ok {
		return strconv.Itoa(len(body))
	}
	return "–"
}
