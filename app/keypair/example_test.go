package keypair_test

import (
	"fmt"

	"jwtsecret/app/keypair"
)

// The key of RFC 8037 appendix A.1 has no "kid"; what is published gets its thumbprint.
func Example() {
	p, err := keypair.Parse([]byte(rfc8037Key), nil)
	if err != nil {
		fmt.Println(err)
		return
	}
	public := p.Keys[0].Public()
	public.ID = public.Thumbprint()
	fmt.Println(string(public.JWK()))
	// Output: {"kty":"OKP","kid":"kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k","crv":"Ed25519","x":"11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo"}
}
