// Command reader does with the code of a plan what a test asks: see code_test.go.
// That code, keys.go, is not here: the test lays it over this folder.
package main

import (
	"encoding/json"
	"log"
	"os"

	"github.com/golang-jwt/jwt/v5"
)

func main() {
	var asked struct {
		Claims jwt.MapClaims
		Tokens []string
	}
	keys, err := LoadKeys()
	if err != nil {
		log.Fatal(err)
	}
	if err := json.NewDecoder(os.Stdin).Decode(&asked); err != nil {
		log.Fatal(err)
	}
	signed, err := keys.Sign(asked.Claims)
	if err != nil {
		log.Fatal(err)
	}
	accepted := make([]bool, len(asked.Tokens))
	for i, token := range asked.Tokens {
		_, err := keys.Verify(token)
		accepted[i] = err == nil
	}
	_ = json.NewEncoder(os.Stdout).Encode(map[string]any{"Signed": signed, "Accepted": accepted})
}
