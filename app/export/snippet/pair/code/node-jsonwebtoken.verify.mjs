import jwt from 'jsonwebtoken'
import jwksClient from 'jwks-rsa'

const client = jwksClient({
  jwksUri: 'https://issuer.example/.well-known/jwks.json',
  cache: true,
  rateLimit: true, // tokens with an invented kid must not make us ask all the time
})

// Rejects unless the signature is right, by this algorithm, and the token is meant for us and has not expired.
export async function verify(token) {
  const kid = jwt.decode(token, { complete: true })?.header.kid
  const key = await client.getSigningKey(kid)
  const claims = jwt.verify(token, key.getPublicKey(), {
    algorithms: ['ES256'],
    issuer: 'https://issuer.example',
    audience: 'https://api.example',
  })
  if (!claims.exp) {
    throw new Error('the token never expires')
  }
  return claims
}
