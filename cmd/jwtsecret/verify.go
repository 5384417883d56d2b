package main

import (
	"errors"

	"jwtsecret/app/judge"
)

// verify says whether a secret or a key signed a token, and which reading of it.
func (c *call) verify() error {
	set := c.flags()
	secretFile := set.String("secret", "", "")
	tokenFile, err := c.parse(set)
	if err != nil {
		return err
	}
	if *secretFile == "" {
		return errors.New("name the file of the secret or key with -secret, or - for standard input")
	}
	text, err := c.content(tokenFile, "a token")
	defer clear(text)
	if err != nil {
		return err
	}
	key, err := c.content(*secretFile, "a secret or key")
	defer clear(key)
	if err != nil {
		return err
	}
	sentence, signer := judge.Verify(text, key)
	if signer == judge.Unread {
		return errors.New(sentence)
	}
	c.print("%s", wrapped("", sentence))
	if signer != judge.SignedByIt {
		return errDefect
	}
	return nil
}
