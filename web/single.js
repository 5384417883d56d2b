// What the app in a single file has in the place of a site: the programs come out of the
// file itself, and the pages are in the fragment of its address, because a file has no
// other paths. The build puts this after the boot script, and fills in what it has to know.
"use strict";

/**
 * Starts the page's program. See web/load.js for what a site has here.
 * @type {() => Promise<void>}
 */
const startProgram = (() => {
  /** @type {{ pages: string[], notFound: string, program: string, worker: string, auditor: string[] }} */
  const SITE = /** @type {any} */ ("@file@");

  /** The window, with what only some browsers and the boot script give it. */
  const page = /** @type {any} */ (window);
  page.jwtsecret.single = "here";
  page.jwtsecret.base = ""; // wherever the site is

  /**
   * The page that the address asks for, as a site would write its address. A fragment
   * without a slash is a place on the page that is open.
   */
  let route = "/";
  const address = () => {
    const asked = location.hash.slice(1);
    const place = asked && !asked.startsWith("/") ? "#" + asked : "";
    if (!place) route = asked || "/";
    const [, path, search, hash] = /** @type {string[]} */ (/^([^?#]*)(\??[^#]*)(#?.*)$/.exec(route));
    return { pathname: SITE.pages.includes(path) ? path : SITE.notFound, search, hash: place || hash };
  };

  /** @param {string} url of a page, as a site would write it */
  const fragment = (url) => "#" + url.replace("file://", "");

  /** What the program sees as the window's location. */
  const standInLocation = {
    get pathname() { return address().pathname; },
    get search() { return address().search; },
    get hash() { return address().hash; },
    get href() {
      const { pathname, search, hash } = address();
      return "file://" + pathname + search + hash;
    },
    set href(url) { location.hash = fragment(url); },
    /** @param {string} url */
    replace(url) { location.replace(fragment(url)); },
  };

  /** What the program sees as the window's history. */
  const standInHistory = {
    /** @param {unknown} state @param {string} title @param {string} url */
    pushState: (state, title, url) => history.pushState(state, title, fragment(url)),
    /** @param {unknown} state @param {string} title @param {string} url */
    replaceState: (state, title, url) => history.replaceState(state, title, fragment(url)),
  };

  // The boot script drops the fragment before it loads the page again. Here that is the page.
  const replaceState = history.replaceState;
  history.replaceState = (state, title, url) => replaceState(state, title, url === location.pathname ? location.href : url);

  // Links are written as those of a site. Here they lead into the fragment, also for who
  // copies one or opens it in a new tab.
  const links = 'a[href^="/"]';
  /** @param {Element} link */
  const turn = (link) => link.setAttribute("href", "#" + link.getAttribute("href"));
  let root = /** @type {Element | null} */ (null); // of the page as it is in the file
  new MutationObserver((records) => {
    for (const { target, addedNodes } of records) {
      for (const node of [target, ...addedNodes]) {
        if (!(node instanceof Element)) continue;
        if (node.matches(links)) turn(node);
        if (node !== target) node.querySelectorAll(links).forEach(turn);
      }
    }
    // The file shows the start page. Who asks for another sees that once it stands.
    root = root || (document.body && document.body.firstElementChild);
    if (root && root !== document.body.firstElementChild) document.documentElement.classList.remove("elsewhere");
  }).observe(document.documentElement, { subtree: true, childList: true, attributeFilter: ["href"] });
  if (address().pathname !== "/") document.documentElement.classList.add("elsewhere");

  // The browser follows a link to another page, and the program hears of it as of the back
  // button. A link to a place on the page must not change the page in the address.
  document.addEventListener("click", (event) => {
    const link = event.composedPath().find((e) => e instanceof HTMLAnchorElement);
    const to = link instanceof HTMLAnchorElement && link.getAttribute("href");
    if (!to || !to.startsWith("#")) return;
    event.stopPropagation();
    if (to.startsWith("#/")) return;
    event.preventDefault();
    const place = document.getElementById(to.slice(1));
    if (!place) return;
    place.scrollIntoView();
    place.focus();
  });

  /** @param {string} path of a file of the site, as it would have there */
  const packed = (path) => /** @type {string} */ (/** @type {Element} */ (document.querySelector(`script[data-path="${path}"]`)).textContent);

  /**
   * Returns what is in the file under a path, still compressed.
   * @param {string} path
   */
  const blob = (path) => {
    const text = atob(packed(path));
    const bytes = new Uint8Array(text.length);
    for (let i = 0; i < bytes.length; i++) bytes[i] = text.charCodeAt(i);
    return new Blob([bytes]);
  };

  // An auditor is a worker whose script and program are in this file. Trusted Types let
  // the address of that script through, and no other.
  let script = "";
  const rules = { createScriptURL: (/** @type {string} */ url) => (url === script ? url : null) };
  const policy = page.trustedTypes ? page.trustedTypes.createPolicy("auditor", rules) : rules;
  /** @type {Record<string, Blob>} what an auditor may load, by path */
  const files = {};
  /** What the program sees as the class Worker. */
  const standInWorker = function () {
    if (!script) {
      script = URL.createObjectURL(new Blob([packed(SITE.worker)], { type: "text/javascript" }));
      for (const path of SITE.auditor) files[path] = blob(path);
    }
    const worker = new Worker(policy.createScriptURL(script));
    worker.postMessage(files);
    return worker;
  };

  /** @type {Record<string, unknown>} */
  const standIns = { location: standInLocation, history: standInHistory, Worker: standInWorker };

  /**
   * Gets a property for the program. The build has wasm_exec.js ask this.
   * @param {object} of
   * @param {string} name
   */
  page.jwtsecret.get = (of, name) => (of === window && Object.hasOwn(standIns, name) ? standIns[name] : Reflect.get(of, name));

  return async () => {
    const { jwtsecret, Go } = page;
    try {
      const go = jwtsecret.watch(new Go());
      const plain = blob(SITE.program).stream().pipeThrough(new DecompressionStream("gzip"));
      const program = await WebAssembly.compileStreaming(new Response(plain, { headers: { "Content-Type": "application/wasm" } }));
      go.run(await WebAssembly.instantiate(program, go.importObject));
      const loader = document.getElementById("app-wasm-loader");
      if (loader) loader.remove();
    } catch (error) { // whatever it is: nothing had to come from elsewhere
      jwtsecret.fail(new WebAssembly.CompileError(String(error)));
    }
  };
})();
