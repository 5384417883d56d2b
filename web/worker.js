// The script of a Web Worker: it starts the worker's program, which does one job.
// The build puts wasm_exec.js before it, because a worker must not load scripts,
// and fills in the program.
"use strict";

/**
 * What this script uses of the class Go of wasm_exec.js.
 * @typedef {{ importObject: WebAssembly.Imports, exit(code: number): void, run(instance: WebAssembly.Instance): Promise<void> }} Program
 */

const PROGRAM = /** @type {{ path: string, integrity: string }} */ (/** @type {unknown} */ ("@program@"));

const worker = /** @type {any} */ (self);

// The request may arrive before the program runs, which asks for it by this name.
worker.request = new Promise((resolve) => {
  worker.onmessage = (/** @type {MessageEvent} */ event) => resolve(event.data);
});

(async () => {
  let failed = true;
  try {
    const go = /** @type {Program} */ (new worker.Go());
    go.exit = (code) => void (failed = code !== 0);
    const program = fetch(PROGRAM.path, { integrity: PROGRAM.integrity });
    const wasm = await WebAssembly.instantiateStreaming(program, go.importObject);
    await go.run(wasm.instance);
  } catch (_) {
    failed = true;
  }
  if (!failed) {
    worker.postMessage(null); // after everything that the program has sent
    return;
  }
  // The page learns of it through its worker's error event. The message holds
  // nothing that the program worked on.
  setTimeout(() => {
    throw new Error("the worker's program broke down");
  });
})();
