package rotation_test

import (
	"fmt"
	"time"

	"jwtsecret/app/rotation"
	"jwtsecret/app/rotation/schedule"
	"jwtsecret/app/secret"
)

func Example() {
	p, err := rotation.New(rotation.Request{
		Algorithm: secret.HS256,
		New:       []byte("aNewSecretOf32Characters_1234567"),
		Previous:  []byte("theOldSecretOf32Characters_12345"),
		Name:      "JWT_SECRET",
		Start:     time.Date(2027, 3, 1, 9, 0, 0, 0, time.UTC),
		Now:       time.Date(2027, 2, 26, 14, 30, 0, 0, time.UTC),
		Lifetime:  24 * time.Hour,
		Skew:      rotation.DefaultSkew,
		Rollout:   rotation.DefaultRollout,
		Days:      schedule.DefaultDays,
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	defer p.Wipe()
	for _, step := range p.Checklist() {
		if !step.At.IsZero() {
			fmt.Println(step.At.Format("2 Jan 15:04"), step.Title)
		}
	}
	// Output:
	// 1 Mar 09:00 Deployment 1 of 3: every instance learns the new key
	// 1 Mar 10:00 Deployment 2 of 3: sign with the new key
	// 1 Mar 11:00 Check that no instance signs with the previous key
	// 2 Mar 11:02 Deployment 3 of 3: forget the previous key
	// 2 Mar 12:02 Destroy the previous secret
	// 30 May 09:00 Begin the next rotation
}
