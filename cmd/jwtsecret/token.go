package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"strconv"
	"strings"
	"time"

	"jwtsecret/app/job"
	"jwtsecret/app/judge"
	"jwtsecret/app/secret"
	"jwtsecret/app/token"
)

// token signs claims, or shows what is in a token.
func (c *call) token() error {
	if len(c.args) == 0 {
		return errors.New("say what to do: jwtsecret token sign, or jwtsecret token inspect")
	}
	verb := c.args[0]
	c.args = c.args[1:]
	switch verb {
	case "sign":
		return c.sign()
	case "inspect":
		return c.inspect()
	case "-h", "-help", "--help":
		return c.teach("token")
	default:
		return misplaced("a token is signed or inspected: jwtsecret help token")
	}
}

// signing says how to sign.
type signing struct {
	using
	secret, keyID string
	lasts         time.Duration
}

func (c *call) sign() error {
	s := signing{}
	set := c.flags()
	s.using.flags(set)
	s.algorithm = "" // that of the key, where it has one
	set.StringVar(&s.secret, "secret", "", "")
	set.StringVar(&s.keyID, "kid", "", "")
	set.Var(span{&s.lasts}, "lasts", "")
	file, err := c.parse(set)
	if err != nil {
		return err
	}
	if s.secret == "" {
		return errors.New("name the file of the secret or key with -secret, or - for standard input")
	}
	claims, err := c.content(file, "a JSON object of claims")
	defer clear(claims)
	if err != nil {
		return err
	}
	text, err := c.content(s.secret, "a secret")
	defer clear(text)
	if err != nil {
		return err
	}
	if claims, err = s.dated(bytes.TrimSpace(claims), c.now()); err != nil {
		return err
	}
	signed, warning, err := judge.SignPair(text, claims, s.algorithm, s.keyID)
	if errors.Is(err, judge.ErrNoPair) {
		return c.signed(s, text, claims)
	} else if err != nil {
		return notClaims(err)
	}
	if warning != "" {
		c.say("warning: %s", warning)
	}
	c.print("%s\n", signed)
	return nil
}

// notClaims adds to the error of a token what it can hold.
func notClaims(err error) error {
	var wrong *token.ParseError
	if !errors.As(err, &wrong) {
		return err
	}
	return errors.New("the claims are one JSON object with no name twice, and a token has at most " + strconv.Itoa(token.MaxSize) + " characters: " + err.Error())
}

func (c *call) signed(s signing, text, claims []byte) error {
	if s.algorithm == "" {
		s.algorithm = "HS256"
	}
	a, err := s.parsed()
	if err != nil {
		return err
	}
	key, err := s.key(text)
	defer clear(key)
	if err != nil {
		return err
	}
	signed, err := token.SignWithHeader(a, key, s.header(a), claims)
	if err != nil {
		return notClaims(err)
	}
	if len(key) < a.MinSize() {
		c.say("warning: %s", (&secret.TooSmallError{Algorithm: a, Size: len(key)}).Error())
	}
	c.print("%s\n", signed)
	return nil
}

func (s signing) header(a secret.Algorithm) []byte {
	header := struct {
		Alg string `json:"alg"`
		Kid string `json:"kid,omitempty"`
		Typ string `json:"typ"`
	}{a.String(), s.keyID, "JWT"}
	text, _ := json.Marshal(header) // texts alone
	return text
}

// dated adds when the token was issued and when it ends, if it is to last.
func (s signing) dated(claims []byte, now time.Time) ([]byte, error) {
	if s.lasts == 0 {
		return claims, nil
	}
	var names map[string]json.RawMessage
	if json.Unmarshal(claims, &names) != nil {
		return claims, nil // whoever signs says what is wrong
	}
	if names["iat"] != nil || names["exp"] != nil {
		return nil, errors.New("the claims have iat or exp, which -lasts adds: leave the one or the other out")
	}
	issued, err := token.Set(claims, "iat", strconv.FormatInt(now.Unix(), 10))
	if err != nil {
		return claims, nil // likewise
	}
	return token.Set(issued, "exp", strconv.FormatInt(now.Add(s.lasts).Unix(), 10))
}

// inspect shows what is in a token, and what is unwise in it. It verifies nothing.
func (c *call) inspect() error {
	set := c.flags()
	asJSON := set.Bool("json", false, "")
	file, err := c.parse(set)
	if err != nil {
		return err
	}
	text, err := c.content(file, "a token")
	defer clear(text)
	if err != nil {
		return err
	}
	e, _, err := asked(job.Audit{Text: text}, judge.Lists{})
	defer e.Wipe()
	if err != nil {
		return err
	}
	if e.Token == nil {
		return errors.New("this is no token")
	}
	found := tokenReported(e.Token).Token
	if *asJSON {
		return c.json(struct {
			Header  string `json:"header"`
			Payload string `json:"payload"`
			*tokenReport
		}{string(e.Token.Header), string(e.Token.Payload), found})
	}
	c.print("Header\n%s\n\n%s\n", e.Token.Header, e.Token.PayloadTitle)
	if len(e.Token.Payload) > 0 {
		c.print("%s\n", e.Token.Payload)
	}
	for i, d := range e.Token.Dates {
		if i == 0 {
			c.print("\nDates\n")
		}
		c.print("%s", wrapped("- "+d.Name+": ", d.Text))
	}
	if e.Token.NoSecret != "" {
		c.print("\n%s", wrapped("", e.Token.NoSecret))
	}
	c.print("%s", strings.ReplaceAll(listed("What is unwise", found.Findings), "\n  ", "\n"))
	return nil
}
