package chapter

import (
	"bytes"
	"strings"
	"text/template"
	"time"

	"jwtsecret/app/prose"
	"jwtsecret/app/rotation"
	"jwtsecret/app/rotation/schedule"
	"jwtsecret/app/secret"
)

// rotationNumbers come from the plans that the page Rotate makes.
var rotationNumbers = template.FuncMap{
	"overlap": func(life, rollout string) (string, error) {
		d, err := planned(life, rollout)
		return words(d.StopOld.Sub(d.SignNew)), err
	},
	"planLength": func(life, rollout string) (string, error) {
		d, err := planned(life, rollout)
		return words(d.StopOld.Sub(d.Start)), err
	},
	"clockSkew":    func() string { return words(rotation.DefaultSkew) },
	"rotationDays": func() int { return schedule.DefaultDays },
	"rotationCode": rotationCode,

	// makeYears is for how many years NIST lets a key make codes: see [schedule.UpperBound].
	"makeYears": func() int { return rotation.MaxDays / 365 },
}

// planned returns the dates of a rolling rotation for the longest token and a deployment,
// such as "1h" and "10m".
func planned(life, rollout string) (rotation.Dates, error) {
	lifetime, err := time.ParseDuration(life)
	if err != nil {
		return rotation.Dates{}, err
	}
	takes, err := time.ParseDuration(rollout)
	if err != nil {
		return rotation.Dates{}, err
	}
	// Neither the secrets nor the start matter to what lies between the dates.
	start := time.Date(2027, time.March, 1, 9, 0, 0, 0, time.UTC)
	fresh := bytes.Repeat([]byte("n"), secret.HS256.MinSize())
	p, err := rotation.New(rotation.Request{
		Algorithm: secret.HS256, New: fresh, Previous: []byte("o"), Name: "JWT_SECRET",
		Start: start, Now: start, Lifetime: lifetime, Skew: rotation.DefaultSkew, Rollout: takes, Days: rotation.MaxDays,
	})
	if err != nil {
		return rotation.Dates{}, err
	}
	return p.Dates, nil
}

func words(d time.Duration) string { return prose.Time(int(d / time.Second)) }

// rotationCode lists for which languages there is code of a rotation.
func rotationCode() string {
	var titles []string
	for _, l := range rotation.Languages() {
		titles = append(titles, l.Title)
	}
	last := len(titles) - 1
	return strings.Join(titles[:last], ", ") + " and " + titles[last]
}
