import { Buffer } from "node:buffer";
import { decodeProtectedHeader, errors, jwtVerify, SignJWT } from "jose";

const MIN_SIZE = 32; // bytes of a key, RFC 7518 §3.2
const LEEWAY = 60; // seconds, counts in the plan's clock skew
const env = process.env;

// Makes a key of a secret's text.
function decode(name) {
  const text = env[name] ?? "";
  if (!/^([0-9A-Fa-f]{2})*$/.test(text)) throw new Error(`${name} is not hexadecimal`); //@ hex
  const encoded = /^([A-Za-z0-9+\/]{4})*([A-Za-z0-9+\/]{2}(==)?|[A-Za-z0-9+\/]{3}=?)?$/; // padding or none //@ base64
  const encoded = /^([\w-]{4})*([\w-]{2}(==)?|[\w-]{3}=?)?$/; // padding or none //@ base64url
  if (!encoded.test(text)) throw new Error(`${name} is not base64`); //@ base64
  if (!encoded.test(text)) throw new Error(`${name} is not base64url`); //@ base64url
  return Buffer.from(text, "utf8"); //@ utf-8
  return Buffer.from(text, "hex"); //@ hex
  return Buffer.from(text, "base64"); //@ base64
  return Buffer.from(text, "base64url"); //@ base64url
}

function loadKey(name) {
  const key = {
    id: env[`${name}_KID`] || undefined,
    bytes: decode(name),
    until: Date.parse(env[`${name}_UNTIL`] || "9999-12-31T23:59:59Z"),
  };
  // A short key is refused, but for one that is on its way out.
  const newest = name === (env.JWT_SECRET_NEXT ? "JWT_SECRET_NEXT" : "JWT_SECRET");
  if (key.bytes.length < (newest ? MIN_SIZE : 1)) throw new Error(`${name} is too short for HS256`);
  if (Number.isNaN(key.until)) throw new Error(`${name}_UNTIL is not a date`);
  return key;
}

// JWT_SECRET signs. What JWT_SECRET_NEXT will sign is accepted too, and until
// JWT_SECRET_PREVIOUS_UNTIL what JWT_SECRET_PREVIOUS did sign.
const keys = ["JWT_SECRET", "JWT_SECRET_NEXT", "JWT_SECRET_PREVIOUS"]
  .filter((name) => name === "JWT_SECRET" || env[name])
  .map(loadKey);

// Returns the token of the claims, which need an "exp".
export function sign(claims) {
  return new SignJWT(claims).setProtectedHeader({ alg: "HS256", typ: "JWT", kid: keys[0].id }).sign(keys[0].bytes);
}

// Returns the claims of a token that is valid now. A token without "kid", from
// before the rotation, may be signed with any of the keys.
export async function verify(token) {
  const { kid } = decodeProtectedHeader(token);
  for (const key of keys) {
    if (Date.now() >= key.until || (kid !== undefined && kid !== key.id)) continue;
    try {
      const options = { algorithms: ["HS256"], clockTolerance: LEEWAY, requiredClaims: ["exp"] };
      return (await jwtVerify(token, key.bytes, options)).payload;
    } catch (error) {
      if (!(error instanceof errors.JWSSignatureVerificationFailed)) throw error;
    }
  }
  throw new errors.JWSSignatureVerificationFailed();
}
