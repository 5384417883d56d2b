// The script of a Web Worker: it starts the program that the page asks for, which
// does one job. The build puts wasm_exec.js before it, because a worker must not
// load scripts, and fills in the files that it may load.
"use strict";

/**
 * What this script uses of the class Go of wasm_exec.js.
 * @typedef {{ importObject: WebAssembly.Imports, exit(code: number): void, run(instance: WebAssembly.Instance): Promise<void> }} Program
 */

/**
 * A file of the site, with its integrity value.
 * @typedef {{ path: string, integrity: string }} Asset
 */

/** The program, and the word lists if the site packs any. */
const ASSETS = /** @type {{ auditor: Asset, lists?: Asset }} */ (/** @type {unknown} */ ("@assets@"));

const load = (/** @type {Asset} */ asset) => fetch(asset.path, { integrity: asset.integrity });

const worker = /** @type {any} */ (self);

// The program asks for the request by this name, and for the packed lists by the
// other one. A blob of any size stays out of the program's memory.
worker.request = new Promise((resolve) => {
  worker.onmessage = (/** @type {MessageEvent} */ event) => resolve(event.data);
});
worker.lists = async () => ASSETS.lists && (await load(ASSETS.lists)).blob();

(async () => {
  let failed = true;
  try {
    const go = /** @type {Program} */ (new worker.Go());
    go.exit = (code) => void (failed = code !== 0);
    await worker.request;
    const wasm = await WebAssembly.instantiateStreaming(load(ASSETS.auditor), go.importObject);
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
