/**
 * Stands in for the pages of the day while there is no connection, with one page that says what is kept on the device.
 *
 * It keeps that page and the files it needs, and nothing else: no record is ever stored here.
 */

const KEPT = "today-stand-in";
const STAND_IN = "/today/offline";

/** Fetches the page and its files anew, unless this very edition of it is kept already. */
async function keep(address) {
  const kept = await caches.open(KEPT);
  if (await kept.match(address)) return;
  const page = await fetch(address, { cache: "no-store" });
  // Signed out meanwhile: what is kept stays as it is.
  if (!page.ok || page.redirected) return;
  const text = await page.clone().text();
  const files = [...new Set([...text.matchAll(/(?:href|src)="(\/static\/[^"]+)"/g)].map((match) => match[1]))];
  for (const old of await kept.keys()) await kept.delete(old);
  await Promise.all(files.map((file) => kept.add(file)));
  await kept.put(address, page);
}

const isOfTheDay = (path) => path === "/today" || /^\/visits\/[^/]+\/today$/.test(path);

async function fetchedOrStandIn(request) {
  try {
    return await fetch(request);
  } catch (error) {
    const standIn = await caches.match(STAND_IN, { ignoreSearch: true });
    if (standIn) return standIn;
    throw error;
  }
}

self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));
self.addEventListener("message", (event) => {
  const address = new URL(event.data?.keep ?? "/", self.location.origin);
  if (address.origin === self.location.origin && address.pathname === STAND_IN) event.waitUntil(keep(address.href));
});
self.addEventListener("fetch", (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== "GET" || origin !== self.location.origin) return;
  if (request.mode === "navigate" && isOfTheDay(pathname)) event.respondWith(fetchedOrStandIn(request));
  // Files carry their contents in their names: one that is kept is the right one.
  else if (pathname.startsWith("/static/dist/")) event.respondWith(caches.match(request).then((kept) => kept ?? fetch(request)));
});
