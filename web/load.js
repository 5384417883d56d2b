// How a page's program comes and starts: with a number for who waits, and only if its bytes
// are those that the page was built with. The build puts this before what starts it: go-app's
// script, or in the guide the call alone.

/** Lets the browser draw and handle input before what follows. */
const turn = () => new Promise((resolve) => setTimeout(resolve));

/**
 * Says how far the program has come.
 * @param {number} part of it, from 0 to 1
 */
const arrived = (part) => {
  const loader = document.getElementById("app-wasm-loader");
  const label = document.getElementById("app-wasm-loader-label");
  if (!loader || !label) return;
  loader.style.setProperty("--arrived", String(part));
  label.textContent = part < 1 ? "Loading: " + Math.floor(100 * part) + " %" : "Starting…";
};

/**
 * Reads a stream to its end, at most so many bytes.
 * @param {ReadableStream<Uint8Array>} stream
 * @param {number} size in bytes
 * @returns {Promise<Uint8Array<ArrayBuffer>>} shorter, if the stream is
 */
const read = async (stream, size) => {
  const all = new Uint8Array(size);
  const reader = stream.getReader();
  let end = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return all.subarray(0, end);
    if (end + value.length > size) throw new RangeError("longer than it was built");
    all.set(value, end);
    end += value.length;
    arrived(end / size);
  }
};

/**
 * Fetches the program. With the option "integrity" a browser hands out nothing
 * before all has come, and hashes on the page's own thread. So this reads the bytes as
 * they come, and compares the hash itself, where the browser has one to offer: on
 * secure origins alone. The browser may compile them as they come.
 * @param {string} path
 * @param {string} integrity "sha256-…", of the bytes
 * @param {number} size in bytes
 * @returns {Promise<WebAssembly.Module>} of the bytes that the page was built with, and no others
 */
const loadProgram = async (path, integrity, size) => {
  if (!crypto.subtle) return WebAssembly.compile(await (await fetch(path, { integrity })).arrayBuffer());
  const response = await fetch(path);
  const compiled = "compileStreaming" in WebAssembly && WebAssembly.compileStreaming(response.clone()).catch(() => null); // a host may have sent another type than a program's
  if (!response.body) throw new TypeError("no body");
  const bytes = await read(response.body, size);
  const hash = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  if ("sha256-" + btoa(String.fromCharCode(...hash)) !== integrity) throw new TypeError("not the program");
  return (await compiled) || WebAssembly.compile(bytes);
};

/**
 * Starts a program. It runs nothing but the bytes that this page was built with. The boot
 * script watches the program, and speaks when it cannot start. The browser has a turn
 * between the steps, so that none of them keeps it long from what a person does.
 * @param {string} path
 * @param {string} integrity "sha256-…", of the bytes
 * @param {number} size in bytes
 */
const startProgram = async (path, integrity, size) => {
  const { jwtsecret, Go } = /** @type {any} */ (window); // of the boot script and wasm_exec.js
  try {
    const go = jwtsecret.watch(new Go());
    const stored = jwtsecret.stored && (await jwtsecret.stored.catch(() => null)); // by the boot script
    const program = stored || (await loadProgram(path, integrity, size));
    const instance = await WebAssembly.instantiate(program, go.importObject);
    await turn();
    go.run(instance);
    const loader = document.getElementById("app-wasm-loader");
    if (loader) loader.remove(); // the guide's pages have none
  } catch (err) {
    jwtsecret.fail(err);
  }
};
