import { SignJWT, jwtVerify } from 'jose' //@ utf-8 hex base64
import { SignJWT, base64url, jwtVerify } from 'jose' //@ base64url

// Web APIs only, so that it runs in the edge runtime as well.
const text = process.env.JWT_SECRET ?? ''
const key = new TextEncoder().encode(text) //@ utf-8
if (!/^([0-9a-f]{2})+$/i.test(text)) { //@ hex
  throw new Error('JWT_SECRET is not hexadecimal') //@ hex
} //@ hex
const key = Uint8Array.from(text.match(/../g), (pair) => parseInt(pair, 16)) //@ hex
const key = Uint8Array.from(atob(text), (byte) => byte.charCodeAt(0)) //@ base64
const key = base64url.decode(text) //@ base64url
if (key.length < 32) {
  throw new Error('JWT_SECRET holds less than the 32 bytes that HS256 needs (RFC 7518, section 3.2)')
}

export function sign(claims) {
  return new SignJWT(claims)
    .setProtectedHeader({ alg: 'HS256', typ: 'JWT' })
    .setExpirationTime('15m')
    .sign(key)
}

// Rejects unless the signature is right, by this algorithm, and the token has not expired.
export async function verify(token) {
  const options = { algorithms: ['HS256'], requiredClaims: ['exp'] }
  const { payload } = await jwtVerify(token, key, options)
  return payload
}
