/*
 * Keeps the desk usable without a network for officials who visit: their page, its parts and its configuration, nothing of the API.
 * Its scope is desk.html; pages of respondents never come here.
 */
const CACHE = 'bagalau-desk';
/** A network that is there but does not answer is treated as none after so long. */
const PATIENCE_MS = 5000;

self.addEventListener('install', () => self.skipWaiting());
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()));

/** The page says of which files it is made; others are of older editions of it. */
self.addEventListener('message', (event) => event.waitUntil(keep(event.data)));

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== 'GET' || url.origin !== self.location.origin) {
    return;
  }
  if (/\/assets\/[^/]+$/.test(url.pathname)) {
    event.respondWith(fromCache(request));
  } else if (/\/(desk\.html|config\.json|favicon\.svg)$/.test(url.pathname)) {
    event.respondWith(fromNetwork(request, plain(url)));
  }
});

/** Without what a login leaves in the address, which is kept nowhere. */
function plain(url) {
  return url.origin + url.pathname;
}

async function keep(addresses) {
  const cache = await caches.open(CACHE);
  const kept = (await cache.keys()).map(({ url }) => url);
  await Promise.all(kept.filter((url) => !addresses.includes(url)).map((url) => cache.delete(url)));
  await Promise.all(addresses.filter((url) => !kept.includes(url)).map((url) => cache.add(url).catch(() => undefined)));
}

/** What has its content in its name never changes. */
async function fromCache(request) {
  return (await (await caches.open(CACHE)).match(request)) ?? fetch(request);
}

async function fromNetwork(request, address) {
  const cache = await caches.open(CACHE);
  const kept = await cache.match(address);
  if (kept === undefined) {
    return fetch(request);
  }
  const fresh = fetch(request).then(async (response) => {
    if (response.ok) {
      await cache.put(address, response.clone());
    }
    return response;
  });
  const patience = new Promise((resolve) => setTimeout(resolve, PATIENCE_MS, kept));
  return Promise.race([fresh.catch(() => kept), patience]);
}
