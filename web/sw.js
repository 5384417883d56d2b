// The service worker: it stores the whole site once, and from then on answers
// every request of the site's pages from what it stored. Nothing that a page
// does reaches the network, the site's own server included.
//
// The build fills in the description of the site.
"use strict";

/**
 * @typedef {object} Site
 * @property {string} version identifies the build
 * @property {string} prefix begins the name of each of our caches
 * @property {string[]} pages the paths that have a page
 * @property {string} notFound the path of the page for all other paths
 * @property {string} single the path of the app in a single file, which is not stored
 * @property {Record<string, string>} files each path to store, with its integrity value
 */

const SITE = /** @type {Site} */ (/** @type {unknown} */ ("@site@"));

const CACHE = SITE.prefix + SITE.version;

const worker = /** @type {ServiceWorkerGlobalScope} */ (/** @type {unknown} */ (self));

worker.addEventListener("install", (event) => event.waitUntil(store()));

worker.addEventListener("activate", (event) => event.waitUntil(takeOver()));

worker.addEventListener("fetch", (event) => {
  if (!forSingle(event.request)) event.respondWith(answer(event.request));
});

// A new version waits until a page says this word, and a page says it only when
// the person asks: a change of version reloads, and a reload clears a secret.
worker.addEventListener("message", (event) => {
  if (event.data === "activate") worker.skipWaiting();
});

/**
 * Stores the site: all files or, when one does not arrive as it was built, none.
 */
async function store() {
  const paths = Object.keys(SITE.files);
  const responses = await Promise.all(paths.map(download));
  const cache = await caches.open(CACHE);
  await Promise.all(paths.map((path, i) => cache.put(path, responses[i])));
}

/**
 * Downloads a file past the browser's HTTP cache, which may hold another
 * version's. Its integrity value refuses half-deployed sites: a page stored
 * with scripts that are not its own would stay broken until the next version.
 * @param {string} path
 * @returns {Promise<Response>}
 */
async function download(path) {
  const response = await fetch(path, { cache: "reload", integrity: SITE.files[path] });
  const expected = path === SITE.notFound && response.status === 404;
  if (!response.ok && !expected) throw new Error(`${path} was answered with status ${response.status}`);
  if (response.redirected && isProgram(path)) throw new Error(`${path} was redirected`); // see stored
  return response;
}

/** @param {string} path */
const isProgram = (path) => path.endsWith(".wasm");

/**
 * A browser refuses to show a page whose response was redirected, even a stored
 * one. A copy has no such history.
 * @param {Response} response
 * @param {number} status
 */
function copy(response, status) {
  return new Response(response.body, { status, headers: response.headers });
}

/**
 * Deletes our caches of other versions, and no one else's, and takes charge of
 * the pages that are already open.
 */
async function takeOver() {
  const names = await caches.keys();
  const old = names.filter((name) => name.startsWith(SITE.prefix) && name !== CACHE);
  await Promise.all(old.map((name) => caches.delete(name)));
  await worker.clients.claim();
}

/**
 * Reports whether a person has asked for the single file, by its address alone: the browser
 * gets that from the host, and shows or stores it. No script gets an answer, and a query,
 * which could carry something, is answered as any other. A host may name the file without
 * the end of its name.
 * @param {Request} request
 */
function forSingle(request) {
  const { origin, pathname } = new URL(request.url);
  const alone = request.url.split("#")[0] === origin + pathname;
  return request.mode === "navigate" && request.method === "GET" && alone && [SITE.single, SITE.single.replace(".html", "")].includes(pathname);
}

/**
 * Answers a request from the cache, or with an error.
 * @param {Request} request
 * @returns {Promise<Response>}
 */
async function answer(request) {
  if (request.method !== "GET") return Response.error();
  if (request.mode === "navigate") return page(new URL(request.url).pathname);
  return (await stored(request)) || Response.error();
}

/**
 * Answers a navigation by its path alone: the query holds settings, which the
 * page reads by itself.
 * @param {string} path
 * @returns {Promise<Response>}
 */
async function page(path) {
  const known = SITE.pages.includes(path);
  const file = known ? path : SITE.notFound;
  const response = (await stored(file)) || (await repair(file));
  return response.ok && !known ? copy(response, 404) : response;
}

/**
 * Looks in this version's cache only. What a host says in Vary is about what it
 * would have sent, and the worker sends what it has.
 * @param {Request | string} request
 */
async function stored(request) {
  const cache = await caches.open(CACHE);
  const found = await cache.match(request, { ignoreVary: true });
  // The cache belongs to the origin: hostile code in a page could put a response
  // of its own there, without our headers, or another file's. What a host has sent is of
  // this type, and has the address that it was sent for. The page runs a program that
  // comes from here without comparing its hash again.
  if (!found || found.type !== "basic") return undefined;
  const { href, pathname } = new URL(typeof request === "string" ? request : request.url, worker.location.href);
  if (found.redirected && !isProgram(pathname)) return copy(found, found.status);
  return found.url === href.split("#")[0] ? found : undefined;
}

/**
 * The cache was emptied, by the browser or by a person. Fills it again or, when
 * the host has another version by now, steps aside, so that the next load gets
 * that one: a worker without files would block the site for ever.
 * @param {string} path
 * @returns {Promise<Response>}
 */
async function repair(path) {
  try {
    await store();
  } catch (_) {
    await worker.registration.unregister();
  }
  return (await stored(path)) || Response.error();
}
