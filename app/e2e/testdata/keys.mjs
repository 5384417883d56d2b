// Reads keys from its standard input, with what others signed or encrypted with them, and
// writes what Node.js and jose make with each: an object for each key.
import { constants, createPrivateKey, createPublicKey, sign, verify } from "node:crypto";
import { readFileSync } from "node:fs";
import * as jose from "jose";

const content = "for you alone";

const same = (what, a, b) => {
  if (a !== b) throw new Error(what);
};

// How Node.js signs by an algorithm: the digest, and what else it has to know.
const manner = (alg, key) => [
  alg === "EdDSA" ? null : "sha" + alg.slice(2),
  { key, dsaEncoding: "ieee-p1363", ...(alg.startsWith("PS") && { padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: constants.RSA_PSS_SALTLEN_DIGEST }) },
];

const answer = async (k) => {
  const jwk = JSON.parse(k.JWK), set = JSON.parse(k.JWKS);
  const own = createPrivateKey(k.Private), open = createPublicKey(k.Public);
  const der = { format: "der", type: "spki" };
  for (const key of [createPublicKey(own), createPublicKey({ key: jwk, format: "jwk" }), createPublicKey({ key: set.keys[0], format: "jwk" })]) {
    same("public", open.export(der).toString("hex"), key.export(der).toString("hex"));
  }
  const inside = { format: "der", type: "pkcs8" };
  for (const key of [createPrivateKey({ key: jwk, format: "jwk" }), ...[k.PrivatePKCS1, k.PrivateSEC1].filter(Boolean).map((pem) => createPrivateKey(pem))]) {
    same("private", own.export(inside).toString("hex"), key.export(inside).toString("hex"));
  }
  same("thumbprint", k.Thumbprint, await jose.calculateJwkThumbprint(jwk));

  const alg = k.Algorithm, head = { alg, kid: k.ID };
  const ownJose = await jose.importJWK(jwk, alg), openJose = await jose.importJWK(set.keys[0], alg);
  await jose.importPKCS8(k.Private, alg);
  await jose.importSPKI(k.Public, alg);
  const made = {};
  if (jwk.use === "enc") {
    made.jose = await new jose.CompactEncrypt(new TextEncoder().encode(content)).setProtectedHeader({ ...head, enc: "A128GCM" }).encrypt(openJose);
    for (const text of [made.jose, ...Object.values(k.Tokens)]) {
      same("content", content, new TextDecoder().decode((await jose.compactDecrypt(text, ownJose)).plaintext));
    }
    return made;
  }
  made.jose = await new jose.SignJWT({ by: "jose" }).setProtectedHeader(head).sign(ownJose);
  const input = [head, { by: "node" }].map((part) => Buffer.from(JSON.stringify(part)).toString("base64url")).join(".");
  made.node = input + "." + sign(...((m) => [m[0], Buffer.from(input), m[1]])(manner(alg, own))).toString("base64url");
  const keys = jose.createLocalJWKSet(set);
  for (const [by, token] of Object.entries({ ...k.Tokens, ...made })) {
    await jose.jwtVerify(token, keys, { algorithms: [alg] });
    const at = token.lastIndexOf("."), [digest, key] = manner(alg, open);
    same("signature by " + by, true, verify(digest, Buffer.from(token.slice(0, at)), key, Buffer.from(token.slice(at + 1), "base64url")));
  }
  return made;
};

const all = [];
for (const k of JSON.parse(readFileSync(0, "utf8"))) {
  try {
    all.push(await answer(k));
  } catch (e) {
    throw new Error(`${k.Kind}, ${k.Algorithm}: ${e.message}`);
  }
}
process.stdout.write(JSON.stringify(all));
