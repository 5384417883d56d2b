// The script of a Web Worker: it starts the auditor, the program that the page
// asks for its heavy work, one request after the other. The build puts
// wasm_exec.js before it, because a worker must not load scripts, and fills in the
// files that it may load.
"use strict";

/**
 * What this script uses of the class Go of wasm_exec.js.
 * @typedef {{ importObject: WebAssembly.Imports, env: Record<string, string>, run(instance: WebAssembly.Instance): Promise<void> }} Program
 */

/**
 * A file of the site, with its integrity value.
 * @typedef {{ path: string, integrity: string }} Asset
 */

/** The program, and the word lists if the site packs any. */
const ASSETS = /** @type {{ auditor: Asset, lists?: Asset }} */ (/** @type {unknown} */ ("@assets@"));

const worker = /** @type {any} */ (self);

/**
 * Gets a file. A page that a service worker answers gives its workers this name: then they
 * ask the network for nothing. Of several workers that start at once WebKit lets the
 * service worker answer one alone; the others read for themselves what it has stored.
 * @param {Asset} asset
 * @returns {Promise<Response>}
 */
const load = async ({ path, integrity }) => {
  try {
    return await fetch(path, worker.name === "stored" ? { integrity, cache: "only-if-cached", mode: "same-origin" } : { integrity });
  } catch (error) {
    const stored = await caches.match(path, { ignoreVary: true });
    const bytes = stored && (await stored.arrayBuffer());
    const hash = bytes && btoa(String.fromCharCode(...new Uint8Array(await crypto.subtle.digest("SHA-256", bytes))));
    if (`sha256-${hash}` !== integrity) throw error; // hostile code in a page may have stored it
    return new Response(bytes, { headers: { "Content-Type": "application/wasm" } });
  }
};

/** What the page has sent and the program has not asked for yet. @type {unknown[]} */
const requests = [];
let arrived = () => {};
worker.onmessage = (/** @type {MessageEvent} */ event) => {
  requests.push(event.data);
  arrived();
};

// The program asks for the next request by this name, and for the packed lists by
// the other one. A blob of any size stays out of the program's memory.
worker.request = async () => {
  while (requests.length === 0) {
    await new Promise((resolve) => void (arrived = () => resolve(undefined)));
  }
  return requests.shift();
};
worker.lists = async () => ASSETS.lists && (await load(ASSETS.lists)).blob();

(async () => {
  try {
    const go = /** @type {Program} */ (new worker.Go());
    // What the program frees is overwritten, and with it the copies of secrets that
    // it cannot reach. A stack that shrank would leave one behind.
    go.env = { GODEBUG: "clobberfree=1,gcshrinkstackoff=1" };
    const wasm = await WebAssembly.instantiateStreaming(load(ASSETS.auditor), go.importObject);
    await go.run(wasm.instance);
  } catch (_) {
    // Told below: a program that has ended by itself has broken down as well.
  }
  // The page learns of it through its worker's error event. The message holds
  // nothing that the program worked on.
  setTimeout(() => {
    throw new Error("the auditor broke down");
  });
})();
