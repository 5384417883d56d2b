// Hands the text of a secret to the library as it stands and prints the token, or
// "refused".
import jwt from 'jsonwebtoken'
import { SignJWT } from 'jose'

const [library, text] = process.argv.slice(2)
const sign = {
  jsonwebtoken: async () => jwt.sign({ sub: 'ann' }, text),
  jose: () => new SignJWT({ sub: 'ann' }).setProtectedHeader({ alg: 'HS256' }).sign(text),
}
console.log(await sign[library]().catch((error) => (error instanceof TypeError ? 'refused' : Promise.reject(error))))
