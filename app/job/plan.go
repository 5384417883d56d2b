package job

// Plan asks for the plan of a rotation: see [Event]'s Plan. All that was typed follows
// the JSON: a secret may have got into the wrong field.
type Plan struct {
	// What is rotated: "secret"; "pair", from one key pair to another; or "shared", from a
	// shared secret to a pair.
	What string

	Kind      string // as package rotation names it: "rolling"
	Algorithm string // of the secrets: "HS256"
	Reading   string // how the service makes a key of a secret's text: "base64url"

	New           []byte `json:"-"` // the new secret, alone
	KeyID         []byte `json:"-"` // the "kid" of what is new; empty for one of its own
	Previous      []byte `json:"-"` // the secret in use until now, alone; not used after a leak
	PreviousKeyID []byte `json:"-"` // the "kid" of what signs now; empty where it has none
	Name          []byte `json:"-"` // of the environment variable
	Public        []byte `json:"-"` // the new public key: a JWK, a JWKS or PEM
	Published     []byte `json:"-"` // the JWKS that is served now, for a pair alone

	Start                   int64 // of the first deployment, in seconds since 1970 UTC; those of Go's zero time where there is none
	Lifetime, Skew, Rollout int   // seconds, below 0 where nobody can read them; a leak's plan needs no lifetime
	Cache                   int   // of a published key set, seconds likewise; for a pair alone
	Days                    int   // until the next rotation
}

// PlanReport is the plan, or what is wrong with the request for it.
type PlanReport struct {
	// Problems are sentences on the fields of [Plan], which they name in small letters,
	// at most one each. If there is one, there is no plan.
	Problems []Problem `json:",omitempty"`

	Sentence    string   // that it is ready, and how much it holds
	MadeFor     []string // what its dates follow from, a few words each
	Keep        string   // what to do with it at once, a sentence
	Warning     string   // what to think of before anything else, or empty
	KeyIDs      []Fact   // with what each is the id of
	Steps       []Step
	Picture     []Shape // the stretches of time to scale, in an SVG of 110 pixels in height; none where nothing overlaps
	Caption     string  // says how to read the picture
	CodeHint    string  // what the code is for, sentences
	Codes       []Code  // none where no code changes
	Deployments []Deployment
	Calendar    string // the dates as an iCalendar file (RFC 5545); it holds key ids and no secret
}

// Problem is what is wrong with one field.
type Problem struct{ Field, Sentence string }

// Step is one thing that a person does.
type Step struct {
	Title, Detail string
	When          Moment // not before; empty where it has no date of its own
}

// Moment is a date and a time of the day.
type Moment struct {
	UTC  string // RFC 3339
	Text string // on the clocks of who asked
}

// Shape is an element of an SVG picture.
type Shape struct {
	Tag        string
	Attributes []string // names and values by turns
	Text       string
}

// Code is a file of code that serves every deployment.
type Code struct {
	ID, Title string // of the language and library: "node", "Node.js (jose)"
	Highlight string // the grammar, as package snippet has it
	File      string // its name: "keys.mjs"
	Text      string
	Note      string // where to save it, what it needs and how it was tested, sentences
}

// Deployment is what a service gets in one deployment.
type Deployment struct {
	ID    string // "prepare"
	Title string
	When  Moment
	Files []DeployedFile
}

// DeployedFile is one of its files.
type DeployedFile struct {
	ID    string // "env-prepare"
	Title string
	Hint  string // what it is for, sentences
	Name  string // "1-prepare.env"
	Text  []byte `json:"-"` // it may hold secrets
}

// follows returns where the plan keeps what follows its JSON.
func (p *Plan) follows() []*[]byte {
	return []*[]byte{&p.New, &p.KeyID, &p.Previous, &p.PreviousKeyID, &p.Name, &p.Public, &p.Published}
}

// follows returns where the report keeps what follows its JSON.
func (r *PlanReport) follows() (texts []*[]byte) {
	for _, d := range r.Deployments {
		for i := range d.Files {
			texts = append(texts, &d.Files[i].Text)
		}
	}
	return texts
}
