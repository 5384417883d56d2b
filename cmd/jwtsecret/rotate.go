package main

import (
	"errors"
	"flag"
	"strconv"
	"strings"
	"time"

	"jwtsecret/app/export"
	"jwtsecret/app/rotation"
	"jwtsecret/app/secret"
)

// rotating says what to rotate, how, and where the files go.
type rotating struct {
	using
	kind, name, keyID, start string
	previous, fresh          string // names of files
	lifetime, skew, rollout  time.Duration
	days                     int
	folder, language         string
}

func (r *rotating) flags(set *flag.FlagSet) {
	r.using.flags(set)
	set.StringVar(&r.kind, "kind", rotation.Rolling.String(), "")
	set.StringVar(&r.name, "name", defaultName, "")
	set.StringVar(&r.keyID, "previous-kid", "", "")
	set.StringVar(&r.fresh, "new", "", "")
	set.StringVar(&r.start, "start", "", "")
	r.lifetime, r.skew, r.rollout = 0, rotation.DefaultSkew, rotation.DefaultRollout
	set.Var(span{&r.lifetime}, "lifetime", "")
	set.Var(span{&r.skew}, "skew", "")
	set.Var(span{&r.rollout}, "rollout", "")
	set.IntVar(&r.days, "days", 90, "")
	set.StringVar(&r.folder, "out", "", "")
	set.StringVar(&r.language, "code", "", "")
}

// rotate plans how a service goes from one secret to the next.
func (c *call) rotate() error {
	r := rotating{}
	set := c.flags()
	r.flags(set)
	file, err := c.parse(set)
	if err != nil {
		return err
	}
	if r.language != "" && r.folder == "" {
		return errors.New("the code goes into a folder: name one with -out")
	}
	r.previous = file
	request, err := c.request(&r)
	defer clear(request.New)
	defer clear(request.Previous)
	if err != nil {
		return err
	}
	plan, err := rotation.New(request)
	if err != nil {
		return err
	}
	defer plan.Wipe()
	return c.planned(r, plan)
}

func (c *call) request(r *rotating) (q rotation.Request, err error) {
	now := c.now()
	q = rotation.Request{
		Name: r.name, PreviousKeyID: r.keyID, Now: now, Lifetime: r.lifetime, Skew: r.skew, Rollout: r.rollout, Days: r.days,
		Local: func(t time.Time) time.Time { return t.Local() },
	}
	if q.Kind, err = kindOf(r.kind); err != nil {
		return q, err
	}
	if q.Algorithm, err = r.parsed(); err != nil {
		return q, err
	}
	if q.Start, err = startOf(r.start, now); err != nil {
		return q, err
	}
	return q, c.requestSecrets(r, &q)
}

func kindOf(name string) (rotation.Kind, error) {
	for _, k := range rotation.Kinds() {
		if k.String() == name {
			return k, nil
		}
	}
	return 0, errors.New("the kind is not rolling, at-once or leak")
}

// startOf reads the start, which is the next minute where none is given.
func startOf(text string, now time.Time) (time.Time, error) {
	if text == "" {
		return now.Truncate(time.Minute).Add(time.Minute), nil
	}
	start, err := time.Parse(time.RFC3339, text)
	if err != nil {
		return start, errors.New("the start is not a moment such as 2027-01-04T09:00:00Z")
	}
	return start, nil
}

// requestSecrets adds the secrets: the previous one, unless it leaked, and the new one,
// which is made where none is given.
func (c *call) requestSecrets(r *rotating, q *rotation.Request) (err error) {
	wrapping := ""
	if q.Kind == rotation.Leak {
		q.Lifetime = max(q.Lifetime, rotation.MinLifetime) // the plan does not depend on it
	} else if q.Previous, wrapping, err = c.text(r, r.previous, "the secret in use until now"); err != nil {
		return err
	} else if r.lifetime == 0 {
		return errors.New("say with -lifetime how long a token lives at most: 24h, say")
	}
	if q.Reading, err = r.encoding(wrapping); err != nil {
		return err
	}
	if r.fresh != "" {
		q.New, _, err = c.text(&rotating{}, r.fresh, "the new secret")
		return err
	}
	made, err := secret.Generate(secret.Request{Algorithm: q.Algorithm, Size: q.Algorithm.MinSize(), Format: q.Reading.Format(), Count: 1})
	if err == nil {
		q.New = made[0].Text()
	}
	return err
}

// text returns the secret in a file, and how its wrapping says that it is read.
func (c *call) text(r *rotating, file, what string) (text []byte, wrapping string, err error) {
	content, err := c.content(file, what)
	defer clear(content)
	if err != nil {
		return nil, "", err
	}
	offer, err := r.only(content)
	return offer.Text, offer.Encoding, err
}

// planned writes the plan, and its files into the output or a folder.
func (c *call) planned(r rotating, p *rotation.Plan) error {
	files, err := filesOf(p, r.language, c.now())
	defer wipeFiles(files)
	if err != nil {
		return err
	}
	return c.deliver(r.folder, files, p)
}

// deliver writes the files into a folder, or the environments into the output, and the
// plan in any case.
func (c *call) deliver(folder string, files []planFile, p *rotation.Plan) error {
	if folder != "" {
		all := make([]export.File, len(files))
		for i, f := range files {
			all[i] = f.File
		}
		if err := c.save(folder, all); err != nil {
			return err
		}
		files = nil
	}
	c.print("%s", planText(p))
	for _, f := range files {
		if !f.environment {
			continue
		}
		c.print("\n%s\n%s\n", f.Name, strings.Repeat("-", len(f.Name)))
		if _, err := c.out.Write(f.Content); err != nil {
			return err
		}
	}
	return nil
}

// planText is the plan without its secrets.
func planText(p *rotation.Plan) string {
	var b strings.Builder
	b.WriteString(heading(p.Name, p.Kind.String()+", "+p.Algorithm.String()))
	keys := "The key id of the new secret is " + p.KeyID() + "."
	if p.PreviousKeyID() != "" {
		keys += " That of the previous one is " + p.PreviousKeyID() + "."
	}
	b.WriteString(wrapped("", keys))
	for i, s := range p.Checklist() {
		begin := strconv.Itoa(i+1) + ". "
		b.WriteString("\n" + wrapped(begin, s.Title))
		indent := strings.Repeat(" ", len(begin))
		if !s.At.IsZero() {
			b.WriteString(indent + s.At.Format("Mon 2 January 2006, 15:04:05 MST") + "\n")
		}
		b.WriteString(wrapped(indent, s.Detail))
	}
	return b.String()
}
