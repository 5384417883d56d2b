// Does with the code of a plan what a test asks: see code_test.go.
import { readFileSync } from "node:fs";
import { sign, verify } from "./keys.mjs";

const asked = JSON.parse(readFileSync(0, "utf8"));
const Accepted = [];
for (const token of asked.Tokens) {
  Accepted.push(await verify(token).then(() => true, () => false));
}
process.stdout.write(JSON.stringify({ Signed: await sign(asked.Claims), Accepted }));
