import { SignJWT, importJWK } from 'jose'

// One line, with its kid. It stays on the server that issues tokens.
const jwk = JSON.parse(process.env.JWT_PRIVATE_JWK)
const key = await importJWK(jwk, 'ES256')

export function sign(claims) {
  return new SignJWT(claims)
    .setProtectedHeader({ alg: 'ES256', kid: jwk.kid, typ: 'JWT' })
    .setIssuer('https://issuer.example')
    .setAudience('https://api.example')
    .setIssuedAt()
    .setExpirationTime('15m')
    .sign(key)
}
