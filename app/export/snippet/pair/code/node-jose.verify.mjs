import { createRemoteJWKSet, jwtVerify } from 'jose'

// Fetched when first needed, then kept; fetched again for an unknown kid, but not often.
const keys = createRemoteJWKSet(new URL('https://issuer.example/.well-known/jwks.json'))

// Rejects unless the signature is right, by this algorithm, and the token is meant for us and has not expired.
export async function verify(token) {
  const { payload } = await jwtVerify(token, keys, {
    algorithms: ['ES256'],
    issuer: 'https://issuer.example',
    audience: 'https://api.example',
    requiredClaims: ['exp'],
  })
  return payload
}
