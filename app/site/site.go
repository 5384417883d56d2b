// Package site builds the static site: it compiles the page's program and the
// auditor and makes them smaller than the linker leaves them, renders every page,
// names what can be cached for ever by its content, and writes the headers that a
// host has to send.
//
// The result is a folder with three parts, or four if there was an earlier build:
//
//	site/      the public files, ready for any static host
//	deploy/    configuration for common hosts, never public
//	deltas/    what has changed in them since an earlier build, for our own server
//	site.json  a meta.Site, which names every public file with its headers
//
// The same sources give the same bytes, whatever the machine, the folder or the
// user's settings of Go: no time, no path and no map order reaches a file. So
// anyone can build the site and compare it with what a host delivers.
//
// Every response header has one source, the table in headers.go. The policy in
// each page's head, the hosts' configuration and site.json are written from it.
//
// What others read is a template in their own language: page.html, manifest.json and
// the files of deploy/.
package site

import (
	"errors"
	"fmt"
	"regexp"
	"slices"

	"jwtsecret/app/ui"
)

// What can be wrong with the sources or the options of a build. Errors of the
// file system and of the Go tool are wrapped and passed on.
var (
	// ErrOrigin reports an origin that is not a scheme and a host alone.
	ErrOrigin = errors.New("the origin must be https:// or http:// and a host, with nothing after it")

	// ErrBase reports a base that is no path of an origin.
	ErrBase = errors.New("the base must be a path such as /tools/jwt/, with a slash at both ends and no characters but letters, digits, dots, hyphens, underscores and tildes")

	// ErrToolchain reports a go.mod without a toolchain line. Without it two
	// machines would compile with different versions of Go.
	ErrToolchain = errors.New("go.mod names no toolchain")

	// ErrOverlay reports that a standard package which the page replaces is no
	// longer where it was.
	ErrOverlay = errors.New("a standard package that the page replaces was not found")

	// ErrProgram reports a compiled program that is not laid out as the toolchain
	// of go.mod does it. With another toolchain, look again at what shrinks it.
	ErrProgram = errors.New("the compiled program is not laid out as expected")

	// ErrPatch reports that a script, of go-app or of ours, no longer has, exactly
	// once, a passage that the build replaces.
	ErrPatch = errors.New("the passage to replace does not occur exactly once")

	// ErrRender reports a page that go-app did not render.
	ErrRender = errors.New("the page was not rendered")

	// ErrMarkup reports markup that the page's policy would refuse, or that
	// go-app writes wrongly.
	ErrMarkup = errors.New("a component wrote markup that the page cannot use")

	// ErrLists reports word lists that cannot be packed.
	ErrLists = errors.New("the word lists cannot be packed")

	// ErrPrevious reports a folder that is not an earlier build as it was written.
	ErrPrevious = errors.New("the folder of an earlier build cannot be used")

	// ErrForeign reports an output folder that holds something a build did not
	// put there. It is left as it is.
	ErrForeign = errors.New("the output folder holds files that are not from a build")
)

// Options say what to build and where to.
type Options struct {
	// Root is the folder of the module's go.mod.
	Root string

	// Out is the folder to replace with the result.
	Out string

	// Origin is where the site will be served, such as "https://example.org",
	// when that is known. It narrows the pages' policy to exact addresses and
	// fills in the pages' canonical links. Empty builds a site for any host.
	Origin string

	// Base is the path of the origin below which the site will be served, such as
	// "/tools/jwt/". Empty, or "/", means the root.
	Base string

	// Lists is a folder of word lists to pack into the site, one word a line in
	// each of its files. A secret that stands in one of them is known to the audit.
	// Empty packs none.
	Lists string

	// Previous are folders of earlier builds, each as Build wrote it. For a visitor who
	// comes from one of them, the server sends what has changed since (RFC 9842). The
	// public files are the same with and without.
	Previous []string
}

// Build builds the site and replaces the folder o.Out with it. It returns every
// public file, ordered by path.
func Build(o Options) ([]File, error) {
	if err := checkOrigin(o.Origin); err != nil {
		return nil, err
	}
	base, err := parseBase(o.Base)
	if err != nil {
		return nil, err
	}
	lists, err := packLists(o.Lists)
	if err != nil {
		return nil, err
	}
	previous, err := readPrevious(o.Previous)
	if err != nil {
		return nil, err
	}
	compressor, err := newCompressor(o.Root)
	if err != nil {
		return nil, err
	}
	c, err := compile(o.Root, compressor.start)
	if err != nil {
		return nil, err
	}
	c.lists, c.base = lists, base
	files, version, err := assemble(o, c)
	if err != nil {
		return nil, err
	}
	if err := compressor.compressAll(files); err != nil {
		return nil, err
	}
	if err := compressor.addDeltas(files, previous); err != nil {
		return nil, err
	}
	return files, writeDist(o.Out, version, files)
}

// assemble makes every public file, and the version of them all, from web/ and
// from what the build has made before.
func assemble(o Options, c compiled) (files []File, version string, err error) {
	ui.Register()
	assets, err := loadAssets(o.Root, c)
	if err != nil {
		return nil, "", err
	}
	if err := assets.addSingle(o.Root); err != nil {
		return nil, "", err
	}
	table := newTable(o.Origin, assets)
	pages, err := renderPages(table, assets)
	if err != nil {
		return nil, "", err
	}
	chapters, err := guidePages(table, assets)
	if err != nil {
		return nil, "", err
	}
	files = slices.Concat(pages, chapters, assets.all(), c.sboms)
	fixed, err := fixedFiles(o.Root, assets)
	if err != nil {
		return nil, "", err
	}
	return finish(o.Root, table, append(append(files, fixed...), assets.single))
}

// originForm is a scheme and a host, perhaps with a port. The origin is written
// into policies and configuration, so no other character may stand in it.
var originForm = regexp.MustCompile(`^https?://(\[[0-9a-f:]+\]|[0-9a-z.-]+)(:[0-9]{1,5})?$`)

func checkOrigin(origin string) error {
	if origin != "" && !originForm.MatchString(origin) {
		return fmt.Errorf("%w: %q", ErrOrigin, origin)
	}
	return nil
}
