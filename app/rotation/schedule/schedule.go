// Package schedule offers times between rotations, and says what each rests on. It
// is apart from package rotation, so that a page which offers them needs nothing
// else of it.
package schedule

// DefaultDays is the preset to begin with.
const DefaultDays = 90

// Preset is a common time between rotations, and what it rests on. None of the
// sources speaks of secrets that sign JSON Web Tokens: each is a rule for keys
// or secrets of another kind, from which one may take over the number.
type Preset struct {
	Days   int
	Basis  string // a sentence or two
	Source string // where to read it
}

// UpperBound is what every preset stays below.
const (
	UpperBound = "NIST recommends that a symmetric authentication key make new codes for no more than two years, " +
		"and verify them for no more than three years after that. PCI DSS 4.0.1, 3.7.4 (for keys that protect stored " +
		"card data) wants a defined period for each kind of key and names none."
	UpperBoundSource = "NIST SP 800-57 Part 1, section 5.3.6, symmetric authentication key"
)

// Presets returns what to offer, the shortest first. One is of [DefaultDays].
func Presets() []Preset {
	return []Preset{
		{
			Days: 30,
			Basis: "Microsoft recommends at least every 30 days for the Kerberos key of seamless single sign-on, " +
				"a shared secret that vouches for people as yours does. Sensible once a rotation is routine.",
			Source: "Microsoft Entra documentation, seamless single sign-on, frequently asked questions",
		},
		{
			Days: DefaultDays,
			Basis: "AWS Config's rule for Secrets Manager reports a secret as unchanged too long after 90 days by default, " +
				"and Google Cloud recommends rotating the keys of service accounts at least every 90 days.",
			Source: "docs.aws.amazon.com/config/latest/developerguide/secretsmanager-secret-periodic-rotation.html; " +
				"cloud.google.com/iam/docs/key-rotation",
		},
		{
			Days: 180,
			Basis: "The US Defense Department's guides for Windows Server want the krbtgt password, from which the key of all " +
				"Kerberos tickets of a domain is made, reset at least every 180 days.",
			Source: "DISA STIG, Windows Server 2022, V-254427",
		},
		{
			Days: 365,
			Basis: "AWS KMS replaces key material once a year unless told otherwise, and Security Hub lets a secret's rotation " +
				"be set to 365 days at most. Half of NIST's upper bound.",
			Source: "docs.aws.amazon.com/kms/latest/developerguide/rotating-keys-enable.html; " +
				"docs.aws.amazon.com/securityhub/latest/userguide/secretsmanager-controls.html",
		},
	}
}
