package main

import (
	"errors"
	"flag"

	"jwtsecret/app/preset"
	"jwtsecret/app/secret"
)

// makePreset makes all that a product wants set. A preset says the rest.
func (c *call) makePreset(set *flag.FlagSet, id string) error {
	other := false
	set.Visit(func(f *flag.Flag) { other = other || f.Name != "preset" })
	if other {
		return errors.New("a preset says all the rest: give no other option with -preset")
	}
	p, known := preset.ByID(id)
	if !known {
		return errors.New("there is no such preset: jwtsecret help presets lists them")
	}
	ss, err := secret.Generate(p.Request())
	if err != nil {
		return err
	}
	defer wipe(ss)
	values, err := p.Fill(ss[0].Text(), c.now())
	defer preset.Wipe(values)
	if err != nil {
		return err
	}
	text, err := p.Write(values)
	defer clear(text)
	if err != nil {
		return err
	}
	for _, advice := range p.Advice() {
		c.advise(advice)
	}
	_, err = c.out.Write(text)
	return err
}
