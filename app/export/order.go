package export

import "jwtsecret/app/secret"

// MaxPairs is the most secrets that one [Order] asks for.
const MaxPairs = 1000

// Order asks for a secret of its own for each pair of a service and an
// environment, all under one name and for one target.
type Order struct {
	Services, Environments []string // names, as [Labels] reads them

	Name   string         // of the variable, by [CheckName]
	Target Target         // one that holds secrets, no [Target.Command]
	Secret secret.Request // what each is like; its Count is for whoever makes them
}

// Count returns the number of pairs.
func (o *Order) Count() int { return len(o.Services) * len(o.Environments) }

// Entries gives each pair its secret, environment by environment, with the
// services in their order. As with [NewEntry], the values are the secrets' own
// memory and the keys are copies: use [Entry.Wipe] on each.
//
// The errors are [ErrPairs] unless there are as many secrets as pairs, from 1 to
// [MaxPairs], [ErrCommand], and those of [CheckLabel] and [NewEntry]. On an error
// no copy of a key is left.
func (o *Order) Entries(secrets []secret.Secret) ([]Entry, error) {
	switch {
	case o.Target.Command:
		return nil, ErrCommand
	case len(secrets) != o.Count(), len(secrets) == 0, len(secrets) > MaxPairs:
		return nil, ErrPairs
	}
	entries := make([]Entry, 0, len(secrets))
	for _, environment := range o.Environments {
		for _, service := range o.Services {
			e, err := NewEntry(o.Name, &secrets[len(entries)])
			e.Service, e.Environment = service, environment
			entries = append(entries, e)
			if err == nil {
				err = e.check()
			}
			if err != nil {
				for i := range entries {
					entries[i].Wipe()
				}
				return nil, err
			}
		}
	}
	return entries, nil
}

// Members returns a file for each entry, in a folder for its environment, such
// as "production/billing-production-jwt-secret.env". The errors are those of
// [Target.Files].
func (o *Order) Members(entries []Entry) ([]File, error) {
	files, err := o.Target.Files(entries)
	for i := range files {
		files[i].Name = Slug(entries[i].Environment) + "/" + files[i].Name
	}
	return files, err
}
