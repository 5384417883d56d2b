package main

import (
	"bytes"
	"cmp"
	"errors"
	"flag"

	"jwtsecret/app/export"
	"jwtsecret/app/job"
	"jwtsecret/app/judge"
)

// keys makes a key pair, or reads keys, writes their other forms and says what is wrong.
func (c *call) keys() error {
	if len(c.args) == 0 {
		return errors.New("say what to do: jwtsecret keys make, or jwtsecret keys check")
	}
	verb := c.args[0]
	c.args = c.args[1:]
	switch verb {
	case "make":
		return c.makeKeys()
	case "check":
		return c.checkKeys()
	case "-h", "-help", "--help":
		return c.teach("keys")
	default:
		return misplaced("keys are made or checked: jwtsecret help keys")
	}
}

// keyFiles says what comes along with keys, and where their forms go.
type keyFiles struct {
	passphrase, published string // names of files
	folder, form          string
	request               job.Keys
}

func (k *keyFiles) flags(set *flag.FlagSet) {
	set.StringVar(&k.passphrase, "passphrase", "", "")
	set.StringVar(&k.published, "published", "", "")
	set.StringVar(&k.request.Certificate, "certificate", "", "")
	set.StringVar(&k.request.KeyID, "kid", "", "")
	set.StringVar(&k.folder, "out", "", "")
	set.StringVar(&k.form, "print", "", "")
}

func (c *call) makeKeys() error {
	k, kind := keyFiles{}, job.MakeKey{}
	set := c.flags()
	k.flags(set)
	set.StringVar(&kind.Algorithm, "alg", "ES256", "")
	set.IntVar(&kind.Bits, "bits", 0, "")
	set.StringVar(&kind.Curve, "curve", "", "")
	file, err := c.parse(set)
	if err != nil {
		return err
	}
	if file != "" {
		return misplaced("a key is made of nothing that is given: jwtsecret keys check reads one")
	}
	if k.folder == "" && k.form == "" {
		return errors.New("say with -out into which folder the key goes, or with -print which of its files to write")
	}
	k.request.Make, k.request.Encrypt = &kind, k.passphrase != ""
	return c.answered(&k)
}

func (c *call) checkKeys() error {
	k := keyFiles{}
	set := c.flags()
	k.flags(set)
	set.StringVar(&k.request.Algorithm, "alg", "", "")
	file, err := c.parse(set)
	if err != nil {
		return err
	}
	k.request.Text, err = c.content(file, "a key (PEM, JWK or JWKS)")
	defer clear(k.request.Text)
	if err != nil {
		return err
	}
	return c.answered(&k)
}

// answered asks, and writes what the answer says and holds.
func (c *call) answered(k *keyFiles) error {
	defer func() { clear(k.request.Passphrase) }()
	if err := c.beside(k); err != nil {
		return err
	}
	end := judge.Keys(k.request, c.now())
	defer end.Wipe()
	if end.Keys == nil {
		return errors.New("there are no such keys: jwtsecret help keys lists what there is")
	}
	r := end.Keys
	if problem := cmp.Or(r.TextProblem, r.PassphraseProblem, r.PublishedProblem, r.KeyIDProblem, r.CertificateProblem); problem != "" {
		return errors.New(problem)
	}
	if err := c.handOut(k, r.Files); err != nil {
		return err
	}
	if k.form == "" {
		c.print("%s", keysText(r))
	}
	if hasDefect(r) {
		return errDefect
	}
	return nil
}

// beside reads what comes in files of its own.
func (c *call) beside(k *keyFiles) (err error) {
	if k.passphrase != "" {
		if k.request.Passphrase, err = c.content(k.passphrase, "a passphrase"); err != nil {
			return err
		}
		k.request.Passphrase = bytes.TrimRight(k.request.Passphrase, "\r\n")
	}
	if k.published != "" {
		k.request.Published, err = c.content(k.published, "a key set")
	}
	return err
}

// handOut writes the forms of a key into a folder, or one of them into the output.
func (c *call) handOut(k *keyFiles, files []job.KeyFile) error {
	if k.form != "" {
		for _, f := range files {
			if f.Name == k.form {
				_, err := c.out.Write(f.Text)
				return err
			}
		}
		return errors.New("there is no such form of this key: without -print, its forms are listed")
	}
	if k.folder == "" {
		return nil
	}
	all := make([]export.File, len(files))
	for i, f := range files {
		all[i] = export.File{Name: f.Name, Content: f.Text}
	}
	return c.save(k.folder, all)
}

func hasDefect(r *job.KeysReport) bool {
	for _, key := range r.Keys {
		if len(key.Findings) > 0 {
			return true
		}
	}
	_, wrong := together(r)
	return len(wrong) > 0
}

// together returns what is said of all keys, and what is wrong with them.
func together(r *job.KeysReport) (said, wrong []job.Finding) {
	for _, f := range r.Findings {
		if f.Code == "many" { // that they are is no defect
			said = append(said, f)
		} else {
			wrong = append(wrong, f)
		}
	}
	return said, wrong
}
