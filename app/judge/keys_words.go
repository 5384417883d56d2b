package judge

// What is said of keys that could not be read or published.
const (
	noKey = "This holds no key that is read here. Paste PEM (BEGIN … END with all lines between), a JWK or JWKS in JSON, a certificate in PEM, or a JWK that is encrypted as JWE."
	noSet = "This is no key set that can be published. Paste the JSON that is served at /.well-known/jwks.json."
)
