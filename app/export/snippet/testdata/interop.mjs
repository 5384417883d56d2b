// For each line, {alg, key, token, claims} with the key in base64: verifies the
// token, signs the claims, and prints {claims, token}, by jose.
import { createInterface } from 'node:readline'
import { SignJWT, jwtVerify } from 'jose'

for await (const line of createInterface({ input: process.stdin })) {
  const { alg, key: text, token, claims } = JSON.parse(line)
  const key = Buffer.from(text, 'base64')
  const { payload } = await jwtVerify(token, key, { algorithms: [alg] })
  const signed = await new SignJWT(claims).setProtectedHeader({ alg, typ: 'JWT' }).sign(key)
  console.log(JSON.stringify({ claims: payload, token: signed }))
}
