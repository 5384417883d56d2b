// Command after is the service with the code of a plan. That code, keys.go, is
// not here: the test lays it over this folder when it builds the program.
package main

import (
	"log"
	"time"

	"github.com/golang-jwt/jwt/v5"

	"jwtsecret/app/rotation/testdata/serve"
)

func main() {
	keys, err := LoadKeys()
	if err != nil {
		log.Fatal(err)
	}
	serve.Run(service{keys})
}

type service struct{ keys *Keys }

func (s service) Sign(now time.Time, claims jwt.MapClaims) (string, error) {
	s.keys.Now = func() time.Time { return now }
	return s.keys.Sign(claims)
}

func (s service) Verify(now time.Time, token string) error {
	s.keys.Now = func() time.Time { return now }
	_, err := s.keys.Verify(token)
	return err
}
