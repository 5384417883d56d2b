package snippet_test

import (
	"fmt"

	"jwtsecret/app/export/snippet"
	"jwtsecret/app/secret"
	"jwtsecret/app/token"
)

func ExampleSnippet_Code() {
	for _, s := range snippet.All() {
		if s.ID == "node-jsonwebtoken" {
			code, _ := s.Code("SESSION_KEY", secret.HS512, token.UTF8)
			fmt.Print(code)
		}
	}
	// Output:
	// import jwt from 'jsonwebtoken'
	//
	// const text = process.env.SESSION_KEY ?? ''
	// const key = Buffer.from(text)
	// if (key.length < 64) {
	//   throw new Error('SESSION_KEY holds less than the 64 bytes that HS512 needs (RFC 7518, section 3.2)')
	// }
	//
	// export function sign(claims) {
	//   return jwt.sign(claims, key, { algorithm: 'HS512', expiresIn: '15m' })
	// }
	//
	// // Throws unless the signature is right, by this algorithm, and the token has not expired.
	// export function verify(token) {
	//   return jwt.verify(token, key, { algorithms: ['HS512'] })
	// }
}

func ExampleTerminals() {
	commands, _ := snippet.Terminals(64, secret.Base64)
	fmt.Println(commands[0].Command)
	// Output: openssl rand -base64 64 | tr -d '\n'; echo
}
