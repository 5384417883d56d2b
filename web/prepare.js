// What comes before the boot script, in one file with it: what the browser may withhold or
// refuse gets a stand-in, so that neither go-app nor the page ends over it.
"use strict";

(() => {
  /** The window, with what only some browsers give it. */
  const page = /** @type {any} */ (window);

  // WebKit throws when a page changes its address a hundred times in ten seconds.
  for (const name of ["pushState", "replaceState"]) {
    const write = page.history[name].bind(history);
    page.history[name] = (/** @type {unknown[]} */ ...given) => {
      try {
        write(...given);
      } catch (_) {
        // The page goes on under the address that it has.
      }
    };
  }

  // Browsers that block a site's storage throw when it is touched. The page
  // stores nothing, but go-app looks there: it gets an empty stand-in.
  const standIn = () => {
    const values = new Map();
    return Object.create({
      getItem: (/** @type {string} */ k) => (values.has(k) ? values.get(k) : null),
      setItem: (/** @type {string} */ k, /** @type {unknown} */ v) => void values.set(k, String(v)),
      removeItem: (/** @type {string} */ k) => void values.delete(k),
      clear: () => values.clear(),
      key: (/** @type {number} */ i) => Array.from(values.keys())[i] || null,
      length: 0,
    });
  };
  for (const name of ["localStorage", "sessionStorage"]) {
    try {
      void page[name].length;
    } catch (_) {
      Object.defineProperty(window, name, { value: standIn() });
    }
  }
  try {
    new BroadcastChannel("probe").close();
  } catch (_) {
    page.BroadcastChannel = undefined;
  }

  // A speed bump, no more: an about:blank frame would bring these back. What
  // closes WebRTC is the page's headers, where the browser knows them.
  for (const name of ["RTCPeerConnection", "webkitRTCPeerConnection", "mozRTCPeerConnection"]) {
    if (name in window) Object.defineProperty(window, name, { value: undefined });
  }
})();
