// Judges a response by the rules of MDN's HTTP Observatory, without its network
// part: reads {"headers": {…}, "page": "…"} and prints the grade and the rules
// that the response does not pass. Redirection to HTTPS and the preload list
// are a host's business; the response counts as one to HTTPS.
import fs from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";

const [root, input] = process.argv.slice(2);

// The package would download the preload list; nobody's name is on an empty one.
fs.writeFileSync(path.join(root, "node_modules/@mdn/mdn-http-observatory/conf/hsts-preload.json"), "{}");

const from = (file) => import(pathToFileURL(path.join(root, "node_modules/@mdn/mdn-http-observatory/src", file)));
const { AxiosHeaders } = await import(pathToFileURL(path.join(root, "node_modules/axios/index.js")));
const { Requests } = await from("types.js");
const { Session } = await from("retriever/session.js");
const { parseHttpEquivHeaders } = await from("retriever/utils.js");
const { ALL_TESTS } = await from("constants.js");
const { getGradeForScore, getScoreModifier } = await from("grader/grader.js");

const { headers, page } = JSON.parse(fs.readFileSync(input, "utf8"));
const answer = () => ({
  headers: new AxiosHeaders(headers), request: { headers: new AxiosHeaders() }, config: { headers: new AxiosHeaders() },
  status: 200, statusText: "OK", verified: true, data: page,
});
const requests = new Requests("site.example");
const here = new URL("https://site.example/");
requests.responses.auto = { ...answer(), httpEquiv: parseHttpEquivHeaders(page, here.href) };
requests.responses.cors = answer();
requests.responses.http = answer();
requests.responses.https = answer();
requests.responses.httpRedirects = [{ url: new URL("http://site.example/"), status: 301 }, { url: here, status: 200 }];
requests.responses.httpsRedirects = [{ url: here, status: 200 }];
requests.resources.path = page;
requests.session = new Session(here);

let score = 100;
const failed = [];
for (const test of ALL_TESTS) {
  const result = test(requests);
  if (result.result) score += getScoreModifier(result.result);
  if (!result.pass) failed.push(`${result.constructor.name}: ${result.result}`);
}
console.log(JSON.stringify({ grade: getGradeForScore(score).grade, score, failed }));
