import jwt from 'jsonwebtoken'

const text = process.env.JWT_SECRET ?? ''
const key = Buffer.from(text) //@ utf-8
const key = Buffer.from(text, 'hex') //@ hex
const key = Buffer.from(text, 'base64') //@ base64
const key = Buffer.from(text, 'base64url') //@ base64url
if (key.toString('hex') !== text.toLowerCase()) { //@ hex
  throw new Error('JWT_SECRET is not hexadecimal') //@ hex
} //@ hex
if (key.toString('base64') !== text) { //@ base64
  throw new Error('JWT_SECRET is not base64') //@ base64
} //@ base64
if (key.toString('base64url') !== text) { //@ base64url
  throw new Error('JWT_SECRET is not base64url') //@ base64url
} //@ base64url
if (key.length < 32) {
  throw new Error('JWT_SECRET holds less than the 32 bytes that HS256 needs (RFC 7518, section 3.2)')
}

export function sign(claims) {
  return jwt.sign(claims, key, { algorithm: 'HS256', expiresIn: '15m' })
}

// Throws unless the signature is right, by this algorithm, and the token has not expired.
export function verify(token) {
  return jwt.verify(token, key, { algorithms: ['HS256'] })
}
