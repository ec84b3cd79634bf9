// What this browser keeps for a judge: pages and files in a cache, typed scores in a database. Both belong to one
// account, and go together.
const CACHE = 'judging';
const SCOPES = ['/judging', '/documents/'];
const OWNER = 'owner';

export function isSupported() {
  return 'serviceWorker' in navigator && 'caches' in window && 'indexedDB' in window;
}

/** The account whose page this is. */
export function accountOfPage() {
  return document.querySelector('template[data-session]')?.dataset.account ?? null;
}

/**
 * Whose sheets are kept here, which, and until when; null where nothing is. What another account kept is thrown
 * away before anything is said of it.
 */
export async function keptDevice() {
  if (!isSupported()) return null;
  const device = await run('about', 'readonly', (store) => store.get(OWNER));
  if (!device) return null;
  if (device.account === accountOfPage() && Date.now() <= device.until) return device;
  await wipe();
  return null;
}

export async function keepDevice(device) {
  await run('about', 'readwrite', (store) => store.put(device, OWNER));
  const cache = await caches.open(CACHE);
  await cache.put('/judging/offline/until', new Response(String(device.until)));
}

export async function wipe() {
  await caches.delete(CACHE);
  await run('about', 'readwrite', (store) => store.clear());
  await run('sheets', 'readwrite', (store) => store.clear());
  for (const registration of await navigator.serviceWorker.getRegistrations()) {
    if (SCOPES.includes(new URL(registration.scope).pathname)) await registration.unregister();
  }
}

/** Files are opened in frames and windows of their own, so they have a scope of their own. */
export async function startWorker() {
  for (const scope of SCOPES) {
    const registration = await navigator.serviceWorker.register('/judging-worker.js', { scope });
    await isActive(registration);
  }
}

function isActive({ active, waiting, installing }) {
  const worker = installing ?? waiting;
  if (active || !worker) return Promise.resolve();
  return new Promise((resolve) => {
    worker.addEventListener('statechange', () => worker.state === 'activated' && resolve());
  });
}

export function openCache() {
  return caches.open(CACHE);
}

/** What was typed on a sheet: `{ id, fields, waiting }`, where `waiting` says that the server has not got it. */
export function typedOf(id) {
  return run('sheets', 'readonly', (store) => store.get(id));
}

export function allTyped() {
  return run('sheets', 'readonly', (store) => store.getAll());
}

export function keepTyped(record) {
  return run('sheets', 'readwrite', (store) => store.put(record));
}

export function dropTyped(id) {
  return run('sheets', 'readwrite', (store) => store.delete(id));
}

async function run(name, mode, act) {
  const base = await open();
  try {
    return await new Promise((resolve, reject) => {
      const work = base.transaction(name, mode);
      const request = act(work.objectStore(name));
      work.addEventListener('complete', () => resolve(request.result));
      work.addEventListener('abort', () => reject(work.error));
    });
  } finally {
    base.close();
  }
}

function open() {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open('judging', 1);
    request.addEventListener('upgradeneeded', () => {
      request.result.createObjectStore('about');
      request.result.createObjectStore('sheets', { keyPath: 'id' });
    });
    request.addEventListener('success', () => resolve(request.result));
    request.addEventListener('error', () => reject(request.error));
  });
}
