// The first script of every page, behind prepare.js in one file. It watches over the Go
// program, and turns every way of failing into a sentence with something to do, so that no
// dead page ever shows a secret.
//
// It speaks plain ES2018: an older browser must be able to read it, to say that
// it is too old. Everything else of the page is Go.
"use strict";

(() => {
  /** Seconds after which a slow start is explained. */
  const PATIENCE = 20;

  /** Where the site is on its origin. The build writes another path where it is not at the root. */
  const BASE = "/";

  /** What the names of the service worker's caches begin with. */
  const CACHES = "jwtsecret-";

  /** The only scripts that may ever become workers of this page. */
  const WORKERS = ["sw.js", "worker.js"].map((name) => BASE + name);

  /**
   * What this script uses of the class Go of wasm_exec.js.
   * @typedef {object} Go
   * @property {DataView} mem
   * @property {(instance: WebAssembly.Instance) => Promise<void>} run
   * @property {() => void} _resume
   * @property {Map<number, number>} _scheduledTimeouts
   */

  /** The state of the history's entry that says that the offline copy was removed. */
  const REMOVED = "removed";

  /**
   * Loads the page anew, with its settings. A page of a known origin may ask for
   * no address that has a query, so for the way they travel as the fragment.
   * @param {string | null} [state] what the page is to know then
   */
  const reloadWith = (state = null) => {
    history.replaceState(state, "", location.pathname + (location.search && "#" + location.search));
    location.reload();
  };
  const reload = () => reloadWith();

  /**
   * Whether a service worker is this site's own. Others of the origin are not ours to remove,
   * and what they answer is not trusted.
   * @param {ServiceWorker | null} worker
   */
  const ours = (worker) => worker !== null && new URL(worker.scriptURL).pathname === WORKERS[0];

  /** Whether the site's service worker answers this page's requests. */
  const controlled = () => Boolean(navigator.serviceWorker) && ours(navigator.serviceWorker.controller);

  /**
   * The program, compiled as it comes while the other scripts are on their way, where the
   * service worker answers: it compared its hash when it stored it. Nobody else may answer
   * then, not the network, where the worker does not start. From a host load.js gets the
   * program, after what is seen first.
   * @type {Promise<WebAssembly.Module> | null}
   */
  let stored = null;
  const { program: path } = /** @type {HTMLScriptElement} */ (document.currentScript).dataset;
  if (path && typeof WebAssembly === "object" && "compileStreaming" in WebAssembly && controlled()) {
    stored = WebAssembly.compileStreaming(fetch(path, { cache: "only-if-cached", mode: "same-origin" }));
    stored.catch(() => {}); // load.js hears of it
  }

  /**
   * Removes what the site has stored on this device, and loads it from the host.
   * The way out when the stored copy is what is broken.
   */
  const startOver = async () => {
    try {
      const registrations = await navigator.serviceWorker.getRegistrations();
      await Promise.all(registrations.filter((r) => ours(r.installing || r.waiting || r.active)).map((r) => r.unregister()));
      const names = await caches.keys();
      await Promise.all(names.filter((name) => name.startsWith(CACHES)).map((name) => caches.delete(name)));
    } catch (_) {
      // A browser that stores nothing for a site has nothing to remove.
    }
    reloadWith(REMOVED);
  };

  // Whether the person has just removed the offline copy: this page stores none then.
  const removed = history.state === REMOVED;
  if (removed) history.replaceState(null, "");
  if (location.hash.startsWith("#?")) history.replaceState(null, "", location.pathname + location.hash.slice(1));

  // Browsers put up with a percent sign that begins no escape. The program cannot
  // read such an address, and would end.
  const tidy = () => {
    const tidied = location.href.replace(/%(?![0-9a-f]{2})/gi, "%25");
    if (tidied !== location.href) history.replaceState(history.state, "", tidied);
  };
  window.addEventListener("popstate", tidy); // before the program's own listener
  tidy();

  /** The window, with what only some browsers give it. */
  const page = /** @type {any} */ (window);

  // Trusted Types: turning a string into code or markup is refused, but for the
  // addresses of our own workers.
  if (page.trustedTypes) {
    page.trustedTypes.createPolicy("default", {
      createScriptURL: (/** @type {string} */ url) => (WORKERS.indexOf(url) < 0 ? null : url),
    });
  }

  /**
   * @param {string} label
   * @param {() => void} act
   */
  const button = (label, act) => {
    const e = document.createElement("button");
    e.type = "button";
    e.textContent = label;
    e.addEventListener("click", act);
    return e;
  };

  /** @type {HTMLElement | null} */
  let notice = null;

  /**
   * Shows a sentence above everything, with a button that reloads the page.
   * @param {string} sentence
   */
  const say = (sentence) => {
    if (!notice) {
      notice = document.createElement("div");
      notice.className = "boot-notice";
      notice.setAttribute("role", "alert");
    }
    const text = document.createElement("p");
    text.textContent = sentence;
    notice.replaceChildren(text, button("Reload the page", reload));
    if (controlled()) notice.append(button("Remove the offline copy and reload", startOver));
    for (const e of Array.from(document.querySelectorAll("dialog"))) e.close(); // it would lie over this
    document.body.append(notice);
  };

  /** Whether the page has ended: nothing after that may speak over it. */
  let over = false;

  /**
   * The start failed: says so, and takes the loading bar away.
   * @param {string} sentence
   */
  const giveUp = (sentence) => {
    if (over) return;
    over = true;
    clearTimeout(timer);
    const show = () => {
      const loader = document.getElementById("app-wasm-loader");
      if (loader) loader.remove();
      say(sentence);
    };
    document.body ? show() : document.addEventListener("DOMContentLoaded", show);
  };

  const timer = setTimeout(() => {
    if (!over) say("Loading is taking longer than it should. Wait a little longer, or check your connection and reload.");
  }, PATIENCE * 1000);

  /** Whether all parts of the page have arrived. */
  let started = false;

  // A script or style sheet that did not arrive, or whose hash is not the one
  // this page was built with, raises an error on its own element.
  window.addEventListener(
    "error",
    (event) => {
      const what = event.target;
      if (started) return;
      if (what instanceof HTMLScriptElement || what instanceof HTMLLinkElement) {
        giveUp("A part of this page did not arrive, or is not the one it was built with, so the page was not started. Reload; if this comes back, do not use this site.");
      }
    },
    true,
  );

  // go-app takes the click on any link from the window: a link to elsewhere it opens
  // itself, and ends when the browser refuses. It gets the links between the pages of
  // this site, and the browser all others.
  document.addEventListener("click", (event) => {
    const link = event.composedPath().find((e) => e instanceof HTMLAnchorElement);
    if (!(link instanceof HTMLAnchorElement)) return;
    const guide = (link.pathname + "/").startsWith(BASE + "guide/"); // pages without go-app
    const own = link.href.startsWith(location.origin + BASE) && !guide && !link.target && !link.hasAttribute("download");
    if (!own || event.button || event.shiftKey || event.altKey) event.stopPropagation();
  });

  const program = {
    reload,
    startOver,
    removed,
    controlled,
    stored,

    /** What stands before the path of each page. */
    base: BASE.slice(0, -1),

    /**
     * Says why the program could not be started.
     * @param {unknown} error
     */
    fail(error) {
      if (error instanceof WebAssembly.CompileError || error instanceof WebAssembly.LinkError) {
        giveUp("This browser cannot run the page's program: it is too old, or the program arrived damaged. Update the browser, or reload.");
        return;
      }
      giveUp("The page's program did not arrive, or is not the one this page was built with, so it was not started. Check your connection and reload; if this comes back, do not use this site.");
    },

    /**
     * Watches a Go program. When it ends, whatever the reason, the page is
     * emptied of secrets: Go's memory is overwritten too.
     * @template {Go} T
     * @param {T} go
     * @returns {T} go itself
     */
    watch(go) {
      let running = true;
      const ended = () => {
        if (!running) return;
        running = false;
        for (const e of Array.from(document.querySelectorAll("[data-secret]"))) {
          e.textContent = "";
          if (e instanceof HTMLTextAreaElement || e instanceof HTMLInputElement) e.value = "";
        }
        // A timer of Go's that still fired would wait in a loop for a program
        // that cannot answer, and freeze the page.
        go._scheduledTimeouts.forEach(clearTimeout);
        go._scheduledTimeouts.clear();
        if (go.mem) new Uint8Array(go.mem.buffer).fill(0);
        const root = /** @type {HTMLElement} */ (document.body.firstElementChild);
        root.inert = true;
        giveUp("The program of this page has stopped. What it showed has been cleared. Reload to start again.");
      };

      // An exception that crosses Go, such as a random generator that throws,
      // leaves the program unable to go on without ending it.
      const resume = go._resume.bind(go);
      go._resume = () => {
        if (!running) return;
        try {
          resume();
        } catch (_) {
          ended();
        }
      };
      const run = go.run.bind(go);
      go.run = (/** @type {WebAssembly.Instance} */ instance) => {
        if (over) return new Promise(() => {}); // what was given up does not start after all
        started = true;
        clearTimeout(timer);
        if (notice) notice.remove();
        const end = run(instance);
        end.then(ended, ended);
        return end;
      };
      return go;
    },
  };
  Object.defineProperty(window, "jwtsecret", { value: program });

  if (typeof WebAssembly !== "object" || !window.crypto || !crypto.getRandomValues || !Element.prototype.replaceChildren) {
    giveUp("This browser is too old for this page. Use a current Chrome, Edge, Firefox or Safari.");
  }
})();
