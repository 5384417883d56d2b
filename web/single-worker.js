// What stands before the auditor's script in the app in a single file: there is nothing to
// fetch, and the page hands over first what an auditor loads from a site.
"use strict";

/** @type {Promise<Record<string, Blob>>} compressed files, by path */
const filesOfPage = new Promise((resolve) => {
  addEventListener("message", (event) => {
    event.stopImmediatePropagation(); // it is no request
    resolve(event.data);
  }, { once: true });
});

Object.assign(self, {
  fetch: async (/** @type {string} */ path) => {
    const plain = (await filesOfPage)[path].stream().pipeThrough(new DecompressionStream("gzip"));
    return new Response(plain, { headers: { "Content-Type": "application/wasm" } });
  },
});
