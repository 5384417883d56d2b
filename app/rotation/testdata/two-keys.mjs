// Verifies a token by each of some key sets: see pair_steps_test.go.
import { readFileSync } from "node:fs";
import { createLocalJWKSet, jwtVerify } from "jose";

const { token, sets } = JSON.parse(readFileSync(0, "utf8"));
const accepted = [];
for (const set of sets) {
  accepted.push(await jwtVerify(token, createLocalJWKSet(set)).then(() => true, () => false));
}
process.stdout.write(JSON.stringify(accepted));
