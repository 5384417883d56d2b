package main

import (
	"errors"
	"strconv"
	"strings"

	"jwtsecret/app/export"
	"jwtsecret/app/secret"
)

// defaultName is the variable's name where none is given.
const defaultName = "JWT_SECRET"

// asTheRule is the size where none is given. No size that can be typed by mistake, such as
// 0, is that of another secret.
const asTheRule = -1

// making says what to make, and as what to write it.
type making struct {
	algorithm, format, name, target, preset string
	size, count                             int
	testOnly, asJSON, asCSV                 bool
}

// make makes secrets and writes them, and beside them how they are put in their place.
func (c *call) make() error {
	m := making{}
	set := c.flags()
	set.StringVar(&m.algorithm, "alg", "HS256", "")
	set.IntVar(&m.size, "bytes", asTheRule, "")
	set.StringVar(&m.format, "format", secret.Base64URL.String(), "")
	set.IntVar(&m.count, "count", 1, "")
	set.StringVar(&m.name, "name", "", "")
	set.StringVar(&m.target, "for", "", "")
	set.StringVar(&m.preset, "preset", "", "")
	set.BoolVar(&m.testOnly, "test-only", false, "")
	set.BoolVar(&m.asJSON, "json", false, "")
	set.BoolVar(&m.asCSV, "csv", false, "")
	file, err := c.parse(set)
	if err != nil {
		return err
	}
	if file != "" {
		return misplaced("nothing is read: every setting is an option")
	}
	if m.preset != "" {
		return c.makePreset(set, m.preset)
	}
	return c.makeSecrets(m)
}

func (c *call) makeSecrets(m making) error {
	request, err := m.request()
	if err != nil {
		return err
	}
	ss, err := secret.Generate(request)
	if err != nil {
		return err
	}
	defer wipe(ss)
	text, err := c.written(m, ss)
	defer clear(text)
	if err == nil {
		_, err = c.out.Write(text)
	}
	return err
}

func wipe(ss []secret.Secret) {
	for i := range ss {
		ss[i].Wipe()
	}
}

func (m making) request() (r secret.Request, err error) {
	r = secret.Request{Size: m.size, Count: m.count, TestOnly: m.testOnly}
	if r.Algorithm, err = secret.ParseAlgorithm(strings.ToUpper(m.algorithm)); err != nil {
		return r, err
	}
	if r.Format, err = secret.ParseFormat(m.format); err != nil {
		return r, errors.New("the format is not one of " + formatNames())
	}
	if r.Size == asTheRule {
		r.Size = r.Algorithm.MinSize()
	}
	return r, nil
}

func formatNames() string {
	var names []string
	for _, f := range secret.Formats() {
		names = append(names, f.String())
	}
	return strings.Join(names, ", ")
}

// written returns the secrets in the form that was asked for.
func (c *call) written(m making, ss []secret.Secret) ([]byte, error) {
	chosen := 0
	for _, one := range []bool{m.asJSON, m.asCSV, m.target != ""} {
		if one {
			chosen++
		}
	}
	switch {
	case chosen > 1:
		return nil, errors.New("choose one of -json, -csv and -for")
	case m.asJSON:
		return export.JSON(ss)
	case m.asCSV:
		return export.CSV(ss)
	case m.target != "":
		return c.writtenFor(m, ss)
	case m.name != "":
		return export.Env(m.name, ss)
	default:
		return c.plain(ss)
	}
}

// plain returns the texts alone. One of them ends in no line end in a file, because a
// service may take every byte of it for the key, but does on a screen.
func (c *call) plain(ss []secret.Secret) ([]byte, error) {
	text := export.Text(ss)
	if !isTerminal(c.screen) {
		return text, nil
	}
	if ss[0].Format() == secret.Raw {
		return text, errors.New("raw bytes are not for a screen: send them to a file with >")
	}
	return append(text, '\n'), nil
}

// writtenFor returns what a target wants. Where that is a command which asks for the
// value, the value is the output, and the command a message.
func (c *call) writtenFor(m making, ss []secret.Secret) ([]byte, error) {
	target, known := export.TargetByID(m.target)
	if !known {
		return nil, errors.New("there is no such target: jwtsecret help targets lists them")
	}
	entries, err := m.entries(ss)
	for i := range entries {
		defer entries[i].Wipe()
	}
	if err != nil {
		return nil, err
	}
	text, err := target.Write(entries...)
	if err != nil {
		return text, err
	}
	for _, advice := range target.Advice {
		c.advise(advice)
	}
	if !target.Command {
		return text, nil
	}
	_, err = c.messages.Write(text)
	if err != nil {
		return nil, err
	}
	return c.plain(ss)
}

// advise writes a sentence beside the output.
func (c *call) advise(sentence string) {
	text := strings.ReplaceAll(wrapped("# ", sentence), "\n  ", "\n# ")
	_, _ = c.messages.Write([]byte(text)) // who does not read it, misses nothing else
}

// entries are named as [export.Env] names its lines.
func (m making) entries(ss []secret.Secret) (entries []export.Entry, err error) {
	for i := range ss {
		name := m.name
		if name == "" {
			name = defaultName
		}
		if len(ss) > 1 {
			name += "_" + strconv.Itoa(i+1)
		}
		e, err := export.NewEntry(name, &ss[i])
		if err != nil {
			return entries, err
		}
		entries = append(entries, e)
	}
	return entries, nil
}
