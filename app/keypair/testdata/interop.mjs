// Signs or verifies, as the first line of its input asks, with node's own crypto and with
// jose; both take a key in every form that they read.
import crypto from "node:crypto";
import { readFileSync } from "node:fs";
import * as jose from "jose";

const request = JSON.parse(readFileSync(0, "utf8"));
const hash = (alg) => (alg === "EdDSA" ? null : "sha" + alg.slice(2));
const options = (alg, key) => ({
  key,
  dsaEncoding: "ieee-p1363",
  ...(alg.startsWith("PS") && { padding: crypto.constants.RSA_PKCS1_PSS_PADDING, saltLength: crypto.constants.RSA_PSS_SALTLEN_DIGEST }),
});
const privateKeys = (c) => [
  crypto.createPrivateKey(c.pkcs8),
  crypto.createPrivateKey({ key: c.jwk, format: "jwk" }),
  ...(c.other ? [crypto.createPrivateKey(c.other)] : []),
];
const publicKeys = (c) => [crypto.createPublicKey(c.spki), crypto.createPublicKey({ key: c.public, format: "jwk" })];

async function sign(c) {
  const head = jose.base64url.encode(JSON.stringify({ alg: c.alg, kid: c.jwk.kid })) + "." + jose.base64url.encode('{"sub":"node"}');
  const own = privateKeys(c).map((key) => head + "." + crypto.sign(hash(c.alg), Buffer.from(head), options(c.alg, key)).toString("base64url"));
  const claims = () => new jose.SignJWT({ sub: "jose" }).setProtectedHeader({ alg: c.alg, kid: c.jwk.kid });
  const keys = [c.jwk, await jose.importJWK(c.jwk), await jose.importPKCS8(c.pkcs8, c.alg)];
  return [...own, ...(await Promise.all(keys.map((key) => claims().sign(key))))];
}

async function verify(c) {
  for (const token of c.tokens) {
    const end = token.lastIndexOf(".");
    for (const key of publicKeys(c)) {
      if (!crypto.verify(hash(c.alg), Buffer.from(token.slice(0, end)), options(c.alg, key), Buffer.from(token.slice(end + 1), "base64url"))) {
        throw new Error("node: " + c.alg);
      }
    }
    const set = jose.createLocalJWKSet({ keys: [c.public] }); // finds the key by kid, alg, use and key_ops
    for (const key of [set, c.public, await jose.importSPKI(c.spki, c.alg)]) {
      await jose.jwtVerify(token, key, { algorithms: [c.alg] });
    }
  }
  return [];
}

async function encrypt(c) {
  const plain = new TextEncoder().encode("text");
  const opened = [];
  for (const [to, from] of [[c.public, c.jwk], [await jose.importJWK(c.public), await jose.importJWK(c.jwk)]]) {
    const text = await new jose.CompactEncrypt(plain).setProtectedHeader({ alg: c.alg, enc: c.enc }).encrypt(to);
    opened.push(new TextDecoder().decode((await jose.compactDecrypt(text, from)).plaintext));
  }
  return opened;
}

const operations = { sign, verify, encrypt };
process.stdout.write(JSON.stringify(await Promise.all(request.cases.map(operations[request.operation]))));
