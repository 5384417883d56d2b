package main

import (
	"errors"
	"os"
	"time"

	"github.com/golang-jwt/jwt/v5"
)

const (
	minSize = 32               // bytes of a key, RFC 7518 §3.2
	leeway  = 60 * time.Second // counts in the plan's clock skew
)

// Keys signs with JWT_SECRET. It also accepts what JWT_SECRET_NEXT will sign,
// and until JWT_SECRET_PREVIOUS_UNTIL what JWT_SECRET_PREVIOUS did sign.
type Keys struct {
	Now  func() time.Time
	keys []key // the first one signs
}

type key struct {
	id    string
	bytes []byte
	until time.Time // zero: without end
}

// LoadKeys reads the environment. A short key is refused, but for one that is
// on its way out.
func LoadKeys() (*Keys, error) {
	k := &Keys{Now: time.Now}
	for _, name := range []string{"JWT_SECRET", "JWT_SECRET_NEXT", "JWT_SECRET_PREVIOUS"} {
		if os.Getenv(name) == "" && name != "JWT_SECRET" {
			continue
		}
		loaded, err := loadKey(name)
		if err != nil {
			return nil, errors.New(name + " is not set, not readable, or its _UNTIL is not a date")
		}
		newest := name == "JWT_SECRET_NEXT" || name == "JWT_SECRET" && os.Getenv("JWT_SECRET_NEXT") == ""
		if newest && len(loaded.bytes) < minSize || len(loaded.bytes) == 0 {
			return nil, errors.New(name + " is too short for HS256")
		}
		k.keys = append(k.keys, loaded)
	}
	return k, nil
}

func loadKey(name string) (k key, err error) {
	k.id = os.Getenv(name + "_KID")
	if until := os.Getenv(name + "_UNTIL"); until != "" {
		if k.until, err = time.Parse(time.RFC3339, until); err != nil {
			return k, err
		}
	}
	k.bytes, err = decode(os.Getenv(name))
	return k, err
}

// decode makes a key of a secret's text.
func decode(text string) ([]byte, error) {
	return []byte(text), nil
}

// Sign returns the token of the claims, which need an "exp".
func (k *Keys) Sign(claims jwt.MapClaims) (string, error) {
	token := jwt.NewWithClaims(jwt.SigningMethodHS256, claims)
	if id := k.keys[0].id; id != "" {
		token.Header["kid"] = id
	}
	return token.SignedString(k.keys[0].bytes)
}

// Verify returns the claims of a token that is valid now.
func (k *Keys) Verify(text string) (jwt.MapClaims, error) {
	claims := jwt.MapClaims{}
	_, err := jwt.ParseWithClaims(text, claims, k.find,
		jwt.WithValidMethods([]string{"HS256"}), jwt.WithExpirationRequired(),
		jwt.WithLeeway(leeway), jwt.WithTimeFunc(k.Now))
	return claims, err
}

// find returns the keys that may have signed the token: the one that its "kid"
// names, or each of them if it has none, as tokens from before the rotation do.
func (k *Keys) find(token *jwt.Token) (any, error) {
	id, named := token.Header["kid"]
	var set jwt.VerificationKeySet
	for _, key := range k.keys {
		inTime := key.until.IsZero() || k.Now().Before(key.until)
		if inTime && (!named || id == key.id) {
			set.Keys = append(set.Keys, key.bytes)
		}
	}
	return set, nil
}
