import { readFileSync } from 'node:fs'
import jwt from 'jsonwebtoken'

// private.pem: it stays on the server that issues tokens.
const key = readFileSync(process.env.JWT_PRIVATE_KEY_FILE)

export function sign(claims) {
  return jwt.sign(claims, key, {
    algorithm: 'ES256',
    keyid: process.env.JWT_KEY_ID,
    issuer: 'https://issuer.example',
    audience: 'https://api.example',
    expiresIn: '15m',
  })
}
