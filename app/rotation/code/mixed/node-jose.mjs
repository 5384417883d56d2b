import { Buffer } from "node:buffer";
import { readFileSync } from "node:fs";
import { decodeProtectedHeader, errors, importJWK, jwtVerify } from "jose";

const LEEWAY = 60; // seconds, counts in the plan's clock skew
const env = process.env;

// The public keys in the file that JWT_SECRET_JWKS names, by "kid". Each has the
// one algorithm that it is for. The header of a token decides nothing: with the
// public key as an HMAC secret, anybody could sign.
const keys = new Map();
for (const jwk of JSON.parse(readFileSync(env.JWT_SECRET_JWKS ?? "", "utf8")).keys) {
  if (!jwk.kid || !jwk.alg || "d" in jwk || "k" in jwk) {
    throw new Error("JWT_SECRET_JWKS has a key that is not public, or without kid or alg");
  }
  keys.set(jwk.kid, { alg: jwk.alg, key: await importJWK(jwk, jwk.alg), until: Infinity });
}

// Makes a key of the secret's text.
function decode(text) {
  if (!/^([0-9A-Fa-f]{2})*$/.test(text)) throw new Error("JWT_SECRET is not hexadecimal"); //@ hex
  if (!/^[A-Za-z0-9+\/]*=*$/.test(text)) throw new Error("JWT_SECRET is not base64"); //@ base64
  if (!/^[\w-]*=*$/.test(text)) throw new Error("JWT_SECRET is not base64url"); //@ base64url
  return Buffer.from(text, "utf8"); //@ utf-8
  return Buffer.from(text, "hex"); //@ hex
  return Buffer.from(text, "base64"); //@ base64
  return Buffer.from(text, "base64url"); //@ base64url
}

// While JWT_SECRET is set, it is accepted until JWT_SECRET_UNTIL.
const until = Date.parse(env.JWT_SECRET_UNTIL || "9999-12-31T23:59:59Z");
if (Number.isNaN(until)) throw new Error("JWT_SECRET_UNTIL is not a date");
const secret = env.JWT_SECRET ? { alg: "HS256", key: decode(env.JWT_SECRET), until } : undefined;

// Returns the public key that the token's "kid" names, or the secret for tokens
// with its id or with none.
function find(kid) {
  return keys.get(kid) ?? (kid === undefined || kid === env.JWT_SECRET_KID ? secret : undefined);
}

// Returns the claims of a token that is valid now.
export async function verify(token) {
  const found = find(decodeProtectedHeader(token).kid);
  if (!found || Date.now() >= found.until) throw new errors.JWSSignatureVerificationFailed();
  const options = { algorithms: [found.alg], clockTolerance: LEEWAY, requiredClaims: ["exp"] };
  return (await jwtVerify(token, found.key, options)).payload;
}
