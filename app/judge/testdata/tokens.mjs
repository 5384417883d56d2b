// Signs tokens with jose, or verifies them: one line of JSON in, one line out.
import { createInterface } from "node:readline";
import { createPrivateKey, createPublicKey } from "node:crypto";
import { CompactSign, compactVerify } from "jose";

const crit = { "urn:example:odd": false };
for await (const line of createInterface({ input: process.stdin })) {
  const { token, key, header, claims } = JSON.parse(line);
  let bytes = Buffer.from(key, "base64");
  if (bytes.includes("PRIVATE KEY-----")) bytes = createPrivateKey(bytes);
  else if (bytes.includes("PUBLIC KEY-----")) bytes = createPublicKey(bytes);
  if (token) {
    await compactVerify(token, bytes, { crit }); // throws
    console.log(JSON.stringify({ token }));
  } else {
    const sign = new CompactSign(Buffer.from(JSON.stringify(claims))).setProtectedHeader(header);
    console.log(JSON.stringify({ token: await sign.sign(bytes, { crit }) }));
  }
}
