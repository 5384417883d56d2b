// Command before is a service as it is before its first rotation: one secret,
// no key id.
package main

import (
	"os"
	"time"

	"github.com/golang-jwt/jwt/v5"

	"jwtsecret/app/rotation/testdata/serve"
)

func main() { serve.Run(service(os.Getenv("JWT_SECRET"))) }

type service string

func (s service) Sign(_ time.Time, claims jwt.MapClaims) (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, claims).SignedString([]byte(s))
}

func (s service) Verify(now time.Time, token string) error {
	_, err := jwt.Parse(token, func(*jwt.Token) (any, error) { return []byte(s), nil },
		jwt.WithValidMethods([]string{"HS256"}), jwt.WithExpirationRequired(),
		jwt.WithLeeway(time.Minute), jwt.WithTimeFunc(func() time.Time { return now }))
	return err
}
