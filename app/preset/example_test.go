package preset_test

import (
	"fmt"
	"log"
	"time"

	"jwtsecret/app/preset"
)

// The secret comes from package secret, by the preset's Request; this one is an example.
func ExamplePreset_Write() {
	p, _ := preset.ByID("hasura")
	p.Variables = p.Variables[:1] // the other is random
	values, err := p.Fill([]byte("an-example-that-is-in-every-word-list"), time.Now())
	if err != nil {
		log.Fatal(err)
	}
	defer preset.Wipe(values)
	file, err := p.Write(values)
	if err != nil {
		log.Fatal(err)
	}
	defer clear(file)
	fmt.Print(string(file))
	// Output: HASURA_GRAPHQL_JWT_SECRET='{"type":"HS256","key":"an-example-that-is-in-every-word-list"}'
}
