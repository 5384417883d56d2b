package meta

// The codes of the verdicts on a secret, the gravest first: names between the programs,
// their messages and the style sheets. Package strength says what each means.
const (
	Unusable    = "unusable"
	BelowRule   = "below-rule"
	Guessable   = "guessable"
	DefectFound = "defect-found"
	NoDefect    = "no-defect"
)
