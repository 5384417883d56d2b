// The page attacks itself: tries every way out of it that a hostile script could
// try, but navigation, towards an address that cannot exist, and reports what the browser says.
// It runs only when a person clicks "Try to leak", and sends nothing of theirs.
"use strict";

(() => {
  /** Milliseconds in which a browser's report arrives, if there is one. */
  const PATIENCE = 400;

  // What becomes of a way, in the words of the report. Only the first is what a browser
  // says by itself; the last is what is left when there is nothing to tell it by.
  const BLOCKED = "Blocked";
  const REFUSED = "Refused without a report";
  const OPEN = "Not blocked";
  const UNKNOWN = "Not in this browser";
  const REMOVED = "Removed by this page";
  const UNSEEN = "Not observed from inside the page";

  /**
   * Why there may be nothing to see of a way, where the reason is known.
   * @type {Record<string, string>}
   */
  const UNSEEN_BECAUSE = {
    preconnect: ": no browser tells a page of a connection without a request",
    icon: ": a browser loads it for itself, if at all",
    manifest: ": a browser loads it for itself, if at all",
    "link in a new window": ": no browser tells a page whether it opens; where a sandbox refuses it, the console says so",
    form: ": no browser tells a page whether it opens; where a sandbox refuses it, the console says so",
  };

  /** @typedef {(url: string) => unknown} Attempt throws, rejects or returns false where the browser refuses; a text is what becomes of the way unless the browser reports more */

  /**
   * @param {string} tag
   * @param {Record<string, unknown>} properties
   */
  const add = (tag, properties) => {
    const element = Object.assign(document.createElement(tag), properties);
    element.hidden = true;
    document.body.append(element);
    setTimeout(() => element.remove(), PATIENCE);
    return element;
  };

  /** @param {string} rel @param {string} href @param {Record<string, string>} [more] */
  const link = (rel, href, more) => {
    add("link", { rel, href, ...more });
    return document.createElement("link").relList.supports(rel) ? undefined : UNKNOWN;
  };

  /** @type {Record<string, Attempt>} */
  const attempts = {
    "fetch": (url) => fetch(url, { mode: "no-cors" }),
    "XMLHttpRequest": (url) => {
      const request = new XMLHttpRequest();
      request.open("GET", url);
      request.send();
    },
    "beacon": (url) => navigator.sendBeacon(url, "x"),
    "WebSocket": (url) => void new WebSocket(url.replace(/^http/, "ws")),
    "EventSource": (url) => void new EventSource(url),
    "image": (url) => void (new Image().src = url),
    "CSS image": (url) => {
      const drawn = add("p", { textContent: "\u00a0" });
      drawn.hidden = false; // what is hidden loads no picture
      drawn.style.backgroundImage = `url("${url}")`;
    },
    "SVG image": (url) => {
      const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
      const image = document.createElementNS("http://www.w3.org/2000/svg", "image");
      image.setAttribute("href", url);
      svg.append(image);
      document.body.append(svg);
      setTimeout(() => svg.remove(), PATIENCE);
    },
    "font": (url) => new FontFace("leak", `url("${url}")`).load(),
    "media": (url) => void (new Audio().src = url),
    "frame": (url) => add("iframe", { src: url }),
    "object": (url) => void (add("object", { data: url }).hidden = false), // hidden, it loads nothing either
    "script": (url) => add("script", { src: url }),
    "style sheet": (url) => link("stylesheet", url),
    "prefetch": (url) => link("prefetch", url),
    "preload": (url) => link("preload", url, { as: "image" }),
    "preconnect": (url) => link("preconnect", url),
    "icon": (url) => link("icon", url),
    "manifest": (url) => link("manifest", url),
    "ping": (url) => { // Firefox follows the link a moment later
      const here = location.href;
      addEventListener("hashchange", () => history.replaceState(history.state, "", here), { once: true });
      add("a", { href: "#ping", ping: url, onclick: (/** @type {Event} */ e) => e.stopPropagation() }).click();
    },
    "link in a new window": (url) => add("a", { href: url, target: "_blank" }).click(),
    "new window": (url) => {
      const opened = window.open(url);
      if (opened) opened.close();
      return opened ? OPEN : REFUSED;
    },
    "form": (url) => {
      const form = /** @type {HTMLFormElement} */ (/** @type {unknown} */ (add("form", { action: url, target: "_blank" })));
      form.submit();
    },
    "worker": (url) => void new Worker(url),
    "worker of its own code": (url) => {
      const code = URL.createObjectURL(new Blob([`fetch(${JSON.stringify(url)}, { mode: "no-cors" })`]));
      new Worker(code).terminate();
    },
    "speculation rules": (url) => add("script", {
      type: "speculationrules",
      textContent: JSON.stringify({ prefetch: [{ source: "list", urls: [url] }] }),
    }),
    // A frame would bring the constructor back that the boot script removed. No
    // such frame is made here: under the page's headers Chromium 156 freezes the
    // page that uses it.
    "WebRTC": (url) => {
      if (typeof RTCPeerConnection !== "function") return "RTCPeerConnection" in window ? REMOVED : UNKNOWN;
      new RTCPeerConnection({
        iceServers: [{ urls: `turn:${new URL(url).hostname}:443?transport=tcp`, username: "x", credential: "x" }],
      });
    },
  };

  /**
   * Makes one attempt. Only a report of the policy or an error of the kind that means
   * "forbidden" is the browser's word that it blocked it: a request may also fail because
   * its address does not exist. A call that fails in another way has refused without one.
   * @param {string} name
   * @param {string} url
   * @returns {Promise<[string, string]>} what became of it, and what there is to say of that
   */
  const outcome = async (name, url) => {
    let report = "";
    let otherwise = UNSEEN;
    const listen = (/** @type {SecurityPolicyViolationEvent} */ e) => {
      // A report of a way before. Some browsers name the origin alone.
      const late = /^https?:/.test(e.blockedURI) && e.blockedURI !== url && new URL(e.blockedURI).href !== new URL("/", url).href;
      if (!late) report = report || e.effectiveDirective;
    };
    const forbidden = (/** @type {unknown} */ error) => {
      if (error instanceof DOMException && /^(Security|NotAllowed|InvalidAccess)Error$/.test(error.name)) report = report || error.name;
    };
    document.addEventListener("securitypolicyviolation", listen);
    try {
      const given = attempts[name](url);
      if (given === false) otherwise = REFUSED;
      if (typeof given === "string") otherwise = given;
      Promise.resolve(given).catch(forbidden);
    } catch (error) {
      otherwise = REFUSED;
      forbidden(error);
    }
    // An exception comes before the policy's report of it, which must not be taken for one
    // of the next way. A request that has begun may still be reported as blocked.
    const begun = () => performance.getEntriesByName(url).length > 0;
    for (let waited = 0; waited < 60 || (!report && waited < (begun() ? 1000 : PATIENCE)); waited += 20) await new Promise((r) => setTimeout(r, 20));
    document.removeEventListener("securitypolicyviolation", listen);
    if (report) return [BLOCKED, ` (${report})`];
    if (begun()) return [OPEN, ": the browser began a request"];
    return [otherwise, (otherwise === UNSEEN && UNSEEN_BECAUSE[name]) || ""];
  };

  /**
   * Tries all ways, one after the other.
   * @param {string} origin
   * @param {(name: string, verdict: string, blocked: boolean) => void} tell is called for each way
   * @returns {Promise<string>} a sentence that sums up
   */
  const leak = async (origin, tell) => {
    const names = Object.keys(attempts);
    /** @type {Record<string, number>} */
    const counts = { [BLOCKED]: 0, [REFUSED]: 0, [OPEN]: 0, [UNKNOWN]: 0, [REMOVED]: 0, [UNSEEN]: 0 };
    for (const name of names) {
      const [became, more] = await outcome(name, `${origin}/${encodeURIComponent(name)}`);
      counts[became]++;
      tell(name, became + more, became === BLOCKED);
    }
    let sentence = `Blocked, as the browser reports: ${counts[BLOCKED]} of ${names.length} ways.`;
    for (const [became, count] of Object.entries(counts)) {
      if (count && became !== BLOCKED) sentence += ` ${became}: ${count}.`;
    }
    if (counts[UNSEEN]) sentence += " That means neither open nor closed: the browser's network panel shows whether a request was sent.";
    return sentence;
  };
  Object.defineProperty(window, "jwtsecretLeak", { value: leak });
})();
