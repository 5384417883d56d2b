// Runs a built service worker with stand-ins for the browser and checks its
// rules. Usage: node worker_rules.mjs PATH-OF-SW.JS
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import vm from "node:vm";

const source = readFileSync(process.argv[2], "utf8");
const ORIGIN = "https://site.test";

/** Gives a response what only a browser can: its type, its address, and its history. */
const marked = (response, { type, url, redirected }) =>
  Object.defineProperties(response, { type: { value: type }, url: { value: url }, redirected: { value: redirected } });

/** A Cache that looks entries up by whole URL, as the real one does. */
class FakeCache {
  entries = new Map();
  async match(request) {
    const found = this.entries.get(new URL(request.url ?? request, ORIGIN).href);
    return found && marked(found.clone(), found);
  }
  async put(path, response) {
    this.entries.set(new URL(path, ORIGIN).href, response);
  }
}

/** Starts the worker in a browser whose network is the function `network`. */
function start(network) {
  const browser = { handlers: {}, caches: new Map(), fetched: [], claimed: 0, skipped: 0, unregistered: 0 };
  const self = {
    addEventListener: (type, handler) => (browser.handlers[type] = handler),
    skipWaiting: () => browser.skipped++,
    clients: { claim: async () => browser.claimed++ },
    location: new URL("/sw.js", ORIGIN),
    registration: { unregister: async () => browser.unregistered++ },
  };
  const caches = {
    open: async (name) => {
      if (!browser.caches.has(name)) browser.caches.set(name, new FakeCache());
      return browser.caches.get(name);
    },
    keys: async () => [...browser.caches.keys()],
    delete: async (name) => browser.caches.delete(name),
  };
  const fetch = async (path, options) => {
    browser.fetched.push({ path, ...options });
    const response = await network(path);
    return marked(response, { type: "basic", url: ORIGIN + path + (response.redirected ? ".html" : ""), redirected: response.redirected });
  };
  const SITE = vm.runInNewContext(source + "\nSITE", { self, caches, fetch, Response, URL });
  browser.site = SITE;
  browser.name = SITE.prefix + SITE.version;
  browser.wait = (type) => new Promise((done, failed) => browser.handlers[type]({ waitUntil: (p) => p.then(done, failed) }));
  browser.ask = (path, request = {}) =>
    new Promise((respondWith) =>
      browser.handlers.fetch({ request: { method: "GET", mode: "no-cors", url: ORIGIN + path, ...request }, respondWith }),
    );
  browser.go = (path) => browser.ask(path, { mode: "navigate" });
  return browser;
}

const plain = (path) => new Response("body of " + path, { headers: { "X-Of": path } });
const moved = (path) => Object.defineProperty(plain(path), "redirected", { value: true });
const redirected = (path) => (path.endsWith(".wasm") ? plain : moved)(path);

const rules = {
  async "the precache asks past the HTTP cache, for exactly the built bytes"() {
    const b = start(plain);
    await b.wait("install");
    assert.deepEqual(b.fetched.map((f) => f.path).sort(), Object.keys(b.site.files).sort());
    for (const f of b.fetched) {
      assert.equal(f.cache, "reload");
      assert.equal(f.integrity, b.site.files[f.path]);
    }
    assert.equal(b.caches.get(b.name).entries.size, b.fetched.length);
  },

  async "one file that does not arrive leaves nothing stored"() {
    const b = start((path) => (path === "/robots.txt" ? new Response("", { status: 500 }) : plain(path)));
    await assert.rejects(b.wait("install"), /\/robots\.txt.*500/);
    assert.equal(b.caches.size, 0);
  },

  async "a page that is missing is an error, but for the page that says so"() {
    await assert.rejects(start((path) => new Response("", { status: path === "/" ? 404 : 200 })).wait("install"));
    await start((path) => new Response("", { status: path === "/404" ? 404 : 200 })).wait("install");
  },

  async "a response that code in a page has stored is not used"() {
    const b = start(plain);
    await b.wait("install");
    await b.caches.get(b.name).put("/", new Response("a stranger's"));
    assert.equal(await (await b.go("/")).text(), "body of /");
  },

  async "a file that code in a page has put in the place of another is not used"() {
    const b = start(redirected);
    await b.wait("install");
    const cache = b.caches.get(b.name);
    const [program, other] = Object.keys(b.site.files).filter((path) => path.endsWith(".wasm"));
    assert.equal(await (await b.ask(program)).text(), "body of " + program);
    for (const path of [other, "/"]) {
      await cache.put(program, await cache.match(path));
      assert.equal((await b.ask(program)).type, "error", path);
    }
    await cache.put("/robots.txt", await cache.match(other));
    assert.equal((await b.ask("/robots.txt")).type, "error");
  },

  async "a program that was redirected is not stored"() {
    const b = start(moved);
    await assert.rejects(b.wait("install"), /\.wasm was redirected/);
    assert.equal(b.caches.size, 0);
  },

  async "a redirected response is shown without its history"() {
    const b = start(redirected);
    await b.wait("install");
    const page = await b.go("/");
    assert.equal(page.redirected, false);
    assert.equal(page.headers.get("X-Of"), "/");
    assert.equal(await page.text(), "body of /");
  },

  async "a navigation is answered by its path, whatever the query"() {
    const b = start(plain);
    await b.wait("install");
    const page = await b.go("/?alg=HS512");
    assert.equal(page.status, 200);
    assert.equal(await page.text(), "body of /");
  },

  async "a navigation to no page gets the page that says so, with status 404"() {
    for (const network of [plain, (path) => new Response("body of " + path, { status: path === "/404" ? 404 : 200 })]) {
      const b = start(network);
      await b.wait("install");
      for (const path of ["/nowhere", "/404", "/robots.txt", "/__proto__"]) {
        const page = await b.go(path);
        assert.equal(page.status, 404, path);
        assert.equal(await page.text(), "body of /404");
      }
    }
  },

  async "everything else is answered from the cache or refused, never fetched"() {
    const b = start(plain);
    await b.wait("install");
    b.fetched.length = 0;
    assert.equal(await (await b.ask("/robots.txt")).text(), "body of /robots.txt");
    for (const refused of [
      b.ask("/robots.txt?x"),
      b.ask("/sw.js"),
      b.ask("/nowhere.js"),
      b.ask("/", { method: "POST" }),
      b.ask("/", { method: "POST", mode: "navigate" }),
      b.ask("", { url: "https://elsewhere.test/robots.txt" }),
    ]) {
      assert.equal((await refused).type, "error");
    }
    assert.equal(b.fetched.length, 0);
  },

  async "a person may have the single file from the host, by its address alone"() {
    const b = start(plain);
    await b.wait("install");
    let answered = 0;
    const go = (path, request) =>
      b.handlers.fetch({ request: { method: "GET", mode: "navigate", url: ORIGIN + path, ...request }, respondWith: () => void answered++ });
    for (const left of ["/jwtsecret.html", "/jwtsecret", "/jwtsecret.html#part"]) go(left);
    assert.equal(answered, 0, "left to the browser");
    const others = ["/jwtsecret.html?x", "/jwtsecret.html?", "/jwtsecret/x", "/a/jwtsecret.html", "/jwtsecret.htm", "/"];
    for (const other of others) go(other);
    for (const request of [{ mode: "cors" }, { mode: "no-cors" }, { method: "POST" }]) go("/jwtsecret.html", request);
    assert.equal(answered, others.length + 3, "answered by the worker");
  },

  async "activation deletes our old caches, keeps all others and claims the pages"() {
    const b = start(plain);
    await b.wait("install");
    for (const name of [b.site.prefix + "old", "somebody-elses"]) b.caches.set(name, new FakeCache());
    await b.wait("activate");
    assert.deepEqual([...b.caches.keys()].sort(), [b.name, "somebody-elses"].sort());
    assert.equal(b.claimed, 1);
  },

  async "a new version waits for the word of a page"() {
    const b = start(plain);
    await b.wait("install");
    b.handlers.message({ data: "something else" });
    assert.equal(b.skipped, 0);
    b.handlers.message({ data: "activate" });
    assert.equal(b.skipped, 1);
  },

  async "an emptied cache is filled again"() {
    const b = start(plain);
    await b.wait("install");
    b.caches.clear();
    assert.equal(await (await b.go("/")).text(), "body of /");
    assert.equal(b.unregistered, 0);
  },

  async "a worker that cannot fill its cache again steps aside"() {
    const b = start(() => Promise.reject(new TypeError("integrity")));
    assert.equal((await b.go("/")).type, "error");
    assert.equal(b.unregistered, 1);
  },
};

for (const [rule, keep] of Object.entries(rules)) {
  try {
    await keep();
  } catch (error) {
    console.error(rule + ":", error);
    process.exitCode = 1;
  }
}
if (!process.exitCode) console.log("all rules kept");
