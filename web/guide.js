// What starts the program of the guide's try-it boxes. The build puts web/load.js before
// this, and fills in which program it is.
"use strict";

/**
 * @typedef {object} Program
 * @property {string} path
 * @property {string} integrity "sha256-…", of the bytes
 * @property {number} size in bytes
 */

const PROGRAM = /** @type {Program} */ (/** @type {unknown} */ ("@program@"));

(async () => {
  const { jwtsecret, Go } = /** @type {any} */ (window); // of the boot script and wasm_exec.js
  try {
    const go = jwtsecret.watch(new Go());
    const program = await WebAssembly.compile(await loadProgram(PROGRAM.path, PROGRAM.integrity, PROGRAM.size));
    const instance = await WebAssembly.instantiate(program, go.importObject);
    await turn();
    go.run(instance);
  } catch (err) {
    jwtsecret.fail(err);
  }
})();
