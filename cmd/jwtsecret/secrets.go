package main

import (
	"bytes"
	"errors"
	"flag"
	"strings"

	"jwtsecret/app/job"
	"jwtsecret/app/judge"
	"jwtsecret/app/prose"
	"jwtsecret/app/secret"
	"jwtsecret/app/token"
)

// What several commands read of a secret.

// using says which secret of a file is meant, and how it is read.
type using struct{ variable, reading, algorithm string }

func (u *using) flags(set *flag.FlagSet) {
	set.StringVar(&u.variable, "var", "", "")
	set.StringVar(&u.reading, "read", "", "")
	set.StringVar(&u.algorithm, "alg", "HS256", "")
}

func (u *using) parsed() (a secret.Algorithm, err error) {
	return secret.ParseAlgorithm(strings.ToUpper(u.algorithm))
}

// encoding returns the one that was asked for, or else the one that the wrapping of the
// secret says.
func (u *using) encoding(wrapping string) (token.Encoding, error) {
	asked := u.reading
	if asked == "" {
		asked = wrapping
	}
	for _, e := range token.Encodings() {
		if strings.EqualFold(asked, e.String()) || asked == "" {
			return e, nil
		}
	}
	return 0, errors.New("a secret is read as UTF-8, hex, base64 or base64url")
}

// only returns the one secret in a text that may be more than that: a line of .env, a JWK.
// Wipe its text after use.
func (u *using) only(text []byte) (job.Offer, error) {
	found := judge.Read(text).Offers
	if len(found) == 0 && u.variable == "" {
		return job.Offer{Text: bytes.TrimRight(bytes.Clone(text), "\r\n")}, nil
	}
	var named []job.Offer
	for _, offer := range found {
		if u.variable == "" || offer.Name == u.variable {
			named = append(named, offer)
			continue
		}
		clear(offer.Text)
	}
	switch {
	case len(named) == 0:
		return job.Offer{}, errors.New("no variable of that name holds a secret there")
	case len(named) > 1:
		wipeOffers(named)
		return job.Offer{}, errors.New("the file holds " + prose.Counted(len(named), "secret", "secrets") + ": name the variable with -var")
	default:
		return named[0], nil
	}
}

func wipeOffers(all []job.Offer) {
	for _, offer := range all {
		clear(offer.Text)
	}
}

// key returns the key that a service makes of a secret in a text. Wipe it after use.
func (u *using) key(text []byte) ([]byte, error) {
	offer, err := u.only(text)
	defer clear(offer.Text)
	if err != nil {
		return nil, err
	}
	e, err := u.encoding(offer.Encoding)
	if err != nil {
		return nil, err
	}
	if len(offer.Text) == 0 {
		return nil, errors.New("the secret is empty")
	}
	var key []byte
	for _, r := range token.Readings(offer.Text) {
		if r.Encoding == e {
			key = r.Key
			continue
		}
		clear(r.Key)
	}
	if key == nil {
		return nil, errors.New("the secret cannot be read as " + e.String())
	}
	return key, nil
}
