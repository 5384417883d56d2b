// A page for a worker, without a browser: it runs the script of the worker, gives
// it one job after the other, and says what came back.
//
// Arguments: wasm_exec.js, worker.js, the program. Standard input: an array of jobs
// {request, list, marks}, all in base64. Standard output: an array of what each job
// came to: {messages, marks: how many of the marks the program's memory holds when
// the job has ended}, or {failed: true} for the last one.
import { readFileSync } from "node:fs";
import { runInThisContext } from "node:vm";

const [exec, script, program] = process.argv.slice(2);
const jobs = JSON.parse(readFileSync(0, "utf8"));
const results = [];
const finish = (last) => {
  process.stdout.write(JSON.stringify([...results, ...last]), () => process.exit());
};
const bytes = (text) => Buffer.from(text, "base64");

let memory;
const instantiate = WebAssembly.instantiateStreaming;
WebAssembly.instantiateStreaming = async (...args) => {
  const wasm = await instantiate(...args);
  memory = wasm.instance.exports.mem;
  return wasm;
};
globalThis.self = globalThis;
globalThis.fetch = async () => new Response(readFileSync(program), { headers: { "Content-Type": "application/wasm" } });

let messages = [];
const begin = () => {
  const { request, list } = jobs[results.length];
  globalThis.onmessage({ data: { request: new Uint8Array(bytes(request)), file: list ? new Blob([bytes(list)]) : null } });
};
globalThis.postMessage = (data) => {
  if (data !== null) {
    messages.push(Buffer.from(data).toString("base64"));
    return;
  }
  const all = Buffer.from(memory.buffer);
  results.push({ messages, marks: (jobs[results.length].marks ?? []).filter((mark) => all.includes(bytes(mark))).length });
  messages = [];
  if (results.length === jobs.length) finish([]);
  else begin();
};
process.on("uncaughtException", () => finish([{ failed: true }]));

runInThisContext(readFileSync(exec, "utf8"));
runInThisContext(readFileSync(script, "utf8").replace('"@assets@"', '{"auditor": {"path": "auditor.wasm", "integrity": ""}}'));
begin();
