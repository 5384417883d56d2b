package strength

import "jwtsecret/app/token"

// Certainty is how sure a kind of finding is.
type Certainty uint8

// The certainties, the surest first.
const (
	Known            Certainty = iota // a member of a list
	Derived                           // a usual change of common words
	MadeByMathRandom                  // proved
	Structured                        // a short description
	HumanLooking                      // an estimate
)

// String returns the name of the kind, "made by Math.random" for instance.
func (c Certainty) String() string {
	return [...]string{"known", "derived", "made by Math.random", "structured", "human-looking"}[c]
}

// Code names what was found. The names are stable.
type Code string

// The codes, in the order of their certainty.
const (
	KnownDefault   Code = "known-default"
	KnownListed    Code = "known-listed"
	DerivedWords   Code = "derived-words"
	DerivedName    Code = "derived-name"
	DerivedDigest  Code = "derived-digest"
	MathRandom     Code = "math-random"
	PastedKey      Code = "pasted-key"
	PublicKey      Code = "public-key"
	PastedToken    Code = "pasted-token"
	PastedSettings Code = "pasted-settings"
	Placeholder    Code = "placeholder"
	NotProduction  Code = "not-for-production"
	PasswordHash   Code = "password-hash"
	UUID           Code = "uuid"
	Date           Code = "date"
	Epoch          Code = "epoch"
	Period         Code = "period"
	Repetition     Code = "repetition"
	Sequence       Code = "sequence"
	KeyboardRun    Code = "keyboard-run"
	ClassSkew      Code = "class-skew"
	Favourites     Code = "favourite-characters"
	EncodedText    Code = "encoded-text"
	PasswordGuess  Code = "password-guess"
	PasswordHabits Code = "password-habits"
	LetterPairs    Code = "letter-pairs"
	ContainedWord  Code = "contained-word"
	TypedByHand    Code = "typed-by-hand"
	LeftoverMarks  Code = "leftover-marks"
)

var sentences = map[Code]string{
	KnownDefault:   "This secret is in public documentation. Every attacker tries it first.",
	KnownListed:    "This secret is in a list of known secrets.",
	DerivedWords:   "This is made of common words with the usual changes, which attackers' programs try.",
	DerivedName:    "This is a name with the usual words for a secret, which attackers' programs try.",
	DerivedDigest:  "This is the hash of a common word. It looks random and is not.",
	MathRandom:     "Math.random made this. That is proved: its whole state follows from the text, and so does what it made before and after.",
	PastedKey:      "This is a whole key file, not a secret. It may have been pasted by mistake.",
	PublicKey:      "This is a public key or certificate. Everyone may know it, and a token signed with it can be forged by everyone.",
	PastedSettings: "These are settings or a line of them, not a secret alone. No service uses them whole.",
	Placeholder:    "This is a placeholder, a template, or the name of a secret that stands elsewhere.",
	NotProduction:  "The program that made this marked it as not for production.",
	PasswordHash:   "This is the hash of a password, made to compare passwords with. It is as secret as the database that holds it, and made of a password.",
	PastedToken:    "This is a token, not a secret. It may have been pasted by mistake, and who has received it knows it.",
	UUID:           "This is a UUID: an identifier, of which only some bits are random.",
	Date:           "This is a date.",
	Epoch:          "This is a time, in seconds or milliseconds since 1970.",
	Period:         "This is one short piece repeated.",
	Repetition:     "Parts of this repeat each other far more than chance would have it.",
	Sequence:       "Parts of this count up or down far more than chance would have it.",
	KeyboardRun:    "Parts of this are neighbours on a keyboard far more often than chance would have it.",
	ClassSkew:      "The kinds of characters in this are mixed as chance would hardly mix them.",
	Favourites:     "Some characters come back far more often than chance would have it.",
	EncodedText:    "This is readable text in an encoding for bytes. The encoding adds no strength.",
	PasswordGuess:  "Programs that guess passwords reach this: it is short, or made of words and habits.",
	LetterPairs:    "The letters follow each other as they do in words, and not as in random text.",
	ContainedWord:  "This contains a word that would hardly appear by chance.",
	PasswordHabits: "Much of this is words and habits, as people write them, and not random.",
	TypedByHand:    "The characters follow each other as hands on a keyboard and words put them, and not as in random text.",
	LeftoverMarks:  "Quotes, brackets or backslashes come from the place that this was copied from. If they are not meant, the service reads another secret.",
}

// Finding is a defect of the secret, or something its owner should know.
type Finding struct {
	Certainty Certainty
	Code      Code
	Encoding  token.Encoding // the reading in which it was found
	Where     string         // the candidate in which it was found, as paste names it; empty for the one that is judged
	Evidence  string         // what supports it, in words; never the secret
	Bits      float64        // the secret is worth at most so many; [NoBound] if the finding does not tell
}

// Sentence says what was found.
func (f Finding) Sentence() string { return sentences[f.Code] }
