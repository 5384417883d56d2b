package main

import (
	"cmp"
	"errors"
	"flag"
	"math"
	"strings"
	"time"

	"jwtsecret/app/export"
	"jwtsecret/app/job"
	"jwtsecret/app/judge"
	"jwtsecret/app/rotation"
	"jwtsecret/app/secret"
)

// rotating says what to rotate, how, and where the files go.
type rotating struct {
	using
	kind, name, keyID, start string
	previous, fresh          string // names of files: of secrets
	public, published        string // likewise: of a key and a key set
	lifetime, skew, rollout  time.Duration
	cache                    time.Duration
	days                     int
	folder, language         string
}

func (r *rotating) flags(set *flag.FlagSet) {
	r.using.flags(set)
	set.StringVar(&r.kind, "kind", rotation.Rolling.String(), "")
	set.StringVar(&r.name, "name", "", "")
	set.StringVar(&r.keyID, "previous-kid", "", "")
	set.StringVar(&r.fresh, "new", "", "")
	set.StringVar(&r.public, "public", "", "")
	set.StringVar(&r.published, "published", "", "")
	set.StringVar(&r.start, "start", "", "")
	r.skew, r.rollout, r.cache = rotation.DefaultSkew, rotation.DefaultRollout, rotation.DefaultCache
	set.Var(span{&r.lifetime}, "lifetime", "")
	set.Var(span{&r.skew}, "skew", "")
	set.Var(span{&r.rollout}, "rollout", "")
	set.Var(span{&r.cache}, "cache", "")
	set.IntVar(&r.days, "days", 90, "")
	set.StringVar(&r.folder, "out", "", "")
	set.StringVar(&r.language, "code", "", "")
}

// rotate plans how a service goes from one secret or key pair to the next.
func (c *call) rotate() (err error) {
	r := rotating{}
	set := c.flags()
	r.flags(set)
	if r.previous, err = c.parse(set); err != nil {
		return err
	}
	if err := r.together(); err != nil {
		return err
	}
	q, err := c.request(&r)
	defer func() { job.Request{Plan: &q}.Wipe() }()
	if err != nil {
		return err
	}
	plan, err := judge.Plan(q, c.now())
	if errors.Is(err, rotation.ErrWhich) {
		return errors.New("the published set has several keys for signatures, or none of that id: name the one that signs today with -previous-kid")
	} else if err != nil {
		return err
	}
	defer job.Event{Plan: plan}.Wipe()
	return c.deliver(&r, plan)
}

// what says what is rotated, as [job.Plan] does.
func (r *rotating) what() string {
	switch {
	case r.published != "":
		return "pair"
	case r.public != "":
		return "shared"
	default:
		return "secret"
	}
}

// together says which options do not go together.
func (r *rotating) together() error {
	pair := r.what() != "secret"
	switch {
	case r.language != "" && r.folder == "":
		return errors.New("the code goes into a folder: name one with -out")
	case r.language != "" && r.what() == "pair":
		return errors.New("from one key pair to the next no code changes")
	case pair && r.public == "":
		return errors.New("name the file of the new public key with -public: jwtsecret keys make makes one")
	case pair && r.fresh != "":
		return errors.New("the plan goes to a new secret or to a new key pair: -new or -public")
	case pair && r.previous != "":
		return misplaced("the plan to a key pair reads no secret: the key set that is served until now goes with -published")
	case r.lifetime == 0 && r.kind != rotation.Leak.String():
		return errors.New("say with -lifetime how long a token lives at most: 24h, say")
	default:
		return nil
	}
}

// request returns what [judge.Plan] plans. Wipe it after use.
func (c *call) request(r *rotating) (q job.Plan, err error) {
	now := c.now()
	q = job.Plan{
		What: r.what(), Kind: r.kind, PreviousKeyID: []byte(r.keyID), Days: r.days,
		Lifetime: seconds(r.lifetime), Skew: seconds(r.skew), Rollout: seconds(r.rollout), Cache: seconds(r.cache),
	}
	if r.name == "" && export.CheckName(r.variable) == nil { // a path of YAML is no name
		r.name = r.variable
	}
	algorithm, err := r.parsed()
	if err != nil {
		return q, err
	}
	start, err := startOf(r.start, now)
	if err != nil {
		return q, err
	}
	q.Algorithm, q.Start = algorithm.String(), start.Unix()
	if q.What == "secret" {
		err = c.requestSecrets(r, algorithm, &q)
	} else {
		err = c.requestKeys(r, &q)
	}
	r.name = cmp.Or(r.name, defaultName)
	q.Name = []byte(r.name)
	return q, err
}

// seconds counts a part of one as a whole: later is the safe side.
func seconds(d time.Duration) int { return int(math.Ceil(d.Seconds())) }

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
func (c *call) requestSecrets(r *rotating, a secret.Algorithm, q *job.Plan) (err error) {
	var previous job.Offer
	if q.Kind != rotation.Leak.String() {
		if previous, err = c.offer(r, r.previous, "the secret in use until now"); err != nil {
			return err
		}
	}
	q.Previous = previous.Text
	if r.name == "" && isVariable(previous.Name) {
		r.name = previous.Name
	}
	reading, err := r.encoding(previous.Encoding)
	if err != nil {
		return err
	}
	q.Reading = reading.String()
	if r.fresh != "" {
		fresh, err := c.offer(&rotating{}, r.fresh, "the new secret")
		q.New = fresh.Text
		return err
	}
	made, err := secret.Generate(secret.Request{Algorithm: a, Size: a.MinSize(), Format: reading.Format(), Count: 1})
	if err == nil {
		q.New = made[0].Text()
	}
	return err
}

// isVariable reports whether a name is written as those of the environment are.
func isVariable(name string) bool {
	return export.CheckName(name) == nil && name == strings.ToUpper(name)
}

// offer returns the secret in a file.
func (c *call) offer(r *rotating, file, what string) (job.Offer, error) {
	content, err := c.content(file, what)
	defer clear(content)
	if err != nil {
		return job.Offer{}, err
	}
	return r.only(content)
}

// requestKeys adds the new public key, and the key set that is served until now.
func (c *call) requestKeys(r *rotating, q *job.Plan) error {
	reading, err := r.encoding("")
	if err != nil {
		return err
	}
	q.Reading = reading.String()
	if q.Public, err = c.content(r.public, "the new public key"); err == nil && r.published != "" {
		q.Published, err = c.content(r.published, "the key set that is served until now")
	}
	return err
}

// planText is the plan without its files.
func planText(r *rotating, p *job.PlanReport) string {
	var b strings.Builder
	b.WriteString(heading(r.title()))
	for _, id := range p.KeyIDs {
		b.WriteString(wrapped("", id.Name+": "+id.Text))
	}
	b.WriteString(wrapped("", "Made for "+strings.Join(p.MadeFor, ", ")+"."))
	for i, s := range p.Steps {
		b.WriteString("\n" + r.stepText(i+1, s, p.Deployments))
	}
	return b.String()
}

// title says from what to what the plan goes, and how.
func (r *rotating) title() (title, how string) {
	with := r.kind + ", " + strings.ToUpper(r.algorithm)
	switch r.what() {
	case "pair":
		return "From one key pair to the next", r.kind
	case "shared":
		return "From " + r.name + " to a key pair", with
	default:
		return r.name, with
	}
}
