// Serves a judge's kept pages and files where the network does not answer. It asks the network first, always,
// and knows no other pages than those; what is kept was put there by `offline/prepare.js`.
const CACHE = 'judging';
const MINE = /^\/(?:judging(?:\/|$)|documents\/|assets\/)/;

self.addEventListener('install', () => self.skipWaiting());
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()));
self.addEventListener('fetch', (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== 'GET' || origin !== self.location.origin || !MINE.test(pathname)) return;
  event.respondWith(fetch(request).catch((error) => kept(request, pathname, error)));
});

async function kept(request, pathname, error) {
  const until = await match('/judging/offline/until');
  // After the round nothing is shown any more, even where no page came to clear it.
  if (!until || Date.now() > Number(await until.text())) {
    await caches.delete(CACHE);
    throw error;
  }
  const found = await match(pathname);
  const list = request.mode === 'navigate' && pathname.startsWith('/judging');
  const shown = found ?? (list ? await match('/judging/offline') : undefined);
  if (!shown) throw error;
  return shown;
}

function match(path) {
  return caches.match(path, { cacheName: CACHE, ignoreVary: true });
}
