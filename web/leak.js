// The page attacks itself: tries every way out of it that a hostile script could
// try, but navigation, towards an address that cannot exist, and reports what the browser says.
// It runs only when a person clicks "Try to leak", and sends nothing of theirs.
"use strict";

(() => {
  /** Milliseconds in which a browser's report arrives, if there is one. */
  const PATIENCE = 400;

  /** @typedef {(url: string) => unknown} Attempt throws, rejects or returns false where the browser refuses; a sentence where the page itself does */

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
  const link = (rel, href, more) => add("link", { rel, href, ...more });

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
    "object": (url) => add("object", { data: url }),
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
      return opened !== null;
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
      if (typeof RTCPeerConnection !== "function") return "removed by this page";
      new RTCPeerConnection({
        iceServers: [{ urls: `turn:${new URL(url).hostname}:443?transport=tcp`, username: "x", credential: "x" }],
      });
    },
  };

  /**
   * Makes one attempt. Only a report of the policy, a refusal in the very call,
   * or an error of the kind that means "forbidden" counts: a request may also
   * fail because its address does not exist.
   * @param {Attempt} attempt
   * @param {string} url
   * @returns {Promise<string>} what the browser said, what the page itself did, or nothing
   */
  const said = async (attempt, url) => {
    let report = "";
    const listen = (/** @type {SecurityPolicyViolationEvent} */ e) => {
      report = report || e.effectiveDirective;
    };
    const forbidden = (/** @type {unknown} */ error) => {
      if (error instanceof DOMException && /^(Security|NotAllowed)Error$/.test(error.name)) report = report || error.name;
    };
    document.addEventListener("securitypolicyviolation", listen);
    try {
      const outcome = attempt(url);
      if (outcome === false) report = "refused";
      if (typeof outcome === "string") return outcome;
      Promise.resolve(outcome).catch(forbidden);
    } catch (error) {
      report = error instanceof Error ? error.name : "refused";
    }
    // An exception comes before the policy's report of it, which must not be
    // taken for one of the next way.
    for (let waited = 0; waited < 60 || (!report && waited < PATIENCE); waited += 20) await new Promise((r) => setTimeout(r, 20));
    document.removeEventListener("securitypolicyviolation", listen);
    return report;
  };

  /**
   * Tries all ways, one after the other.
   * @param {string} origin
   * @param {(name: string, report: string) => void} tell is called for each way
   */
  const leak = async (origin, tell) => {
    for (const [name, attempt] of Object.entries(attempts)) {
      tell(name, await said(attempt, `${origin}/${encodeURIComponent(name)}`));
    }
  };
  Object.defineProperty(window, "jwtsecretLeak", { value: leak });
})();
