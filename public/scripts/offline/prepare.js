import {
  allTyped,
  isSupported,
  keepDevice,
  keptDevice,
  openCache,
  startWorker,
  wipe,
} from './device.js';
import { say, texts } from './texts.js';

const MEGABYTE = 1_048_576;
const ADDRESSES = ['href', 'src', 'data-script'].map((name) => `[${name}^="/assets/"]`).join();

/** The page on which a judge keeps sheets on this device, sees what is kept, and clears it. */
export async function prepare(page) {
  const tools = page.querySelector('[data-offline-tools]');
  if (!tools) return;
  const form = tools.querySelector('[data-offline-prepare]');
  const clear = tools.querySelector('[data-offline-clear]');
  const bar = tools.querySelector('[data-offline-progress]');
  const said = tools.querySelector('[data-offline-said]');
  tools.hidden = false;
  if (!isSupported()) {
    form.hidden = true;
    said.textContent = texts().unsupported;
    return;
  }
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    bar.hidden = false;
    await store(form, (done, all) => {
      bar.value = done / all;
      said.textContent = say(texts().preparing, { done, all });
    })
      .then(show)
      .catch(async () => {
        await show();
        said.textContent = texts().failed;
      });
    bar.hidden = true;
  });
  clear.addEventListener('click', async () => {
    await wipe();
    await show();
    said.textContent = texts().cleared;
  });
  await show();

  async function show() {
    const device = await keptDevice();
    const kept = new Set(device?.sheets.map(({ id }) => id));
    const waiting = new Set((await allTyped()).filter((one) => one.waiting).map(({ id }) => id));
    clear.hidden = !device;
    said.textContent = device
      ? say(texts().ready, { sheets: kept.size, size: (device.bytes / MEGABYTE).toFixed(1) })
      : texts().none;
    for (const row of page.querySelectorAll('[data-offline-sheet]')) {
      const { offlineSheet: id } = row.dataset;
      const state = row.querySelector('[data-offline-state]');
      state.dataset.away ??= state.textContent;
      const now = waiting.has(id) ? 'waiting' : kept.has(id) ? 'kept' : 'away';
      state.textContent = state.dataset[now];
    }
  }
}

/** Everything anew: an earlier copy may have been of other sheets. Typed scores stay where they are. */
async function store(form, report) {
  const answer = await fetch(form.getAttribute('action'), {
    method: 'POST',
    headers: { Accept: 'application/json' },
    body: new URLSearchParams(new FormData(form)),
  });
  if (!answer.ok) throw new Error(String(answer.status));
  const { account, left, sheets } = await answer.json();
  await startWorker();
  const cache = await openCache();
  const frames = [
    { from: '/judging?show=all', as: '/judging' },
    { from: '/judging/offline', as: '/judging/offline' },
  ];
  const pages = [...frames, ...sheets.flatMap((sheet) => sheet.pages)];
  const assets = new Set();
  let bytes = 0;
  for (const [at, { from, as }] of pages.entries()) {
    report(at, pages.length);
    bytes += await take(cache, from, as, assets);
  }
  for (const path of assets) bytes += await take(cache, path, path, null);
  await keepDevice({ account, sheets, bytes, until: Date.now() + left });
}

async function take(cache, from, as, assets) {
  const response = await fetch(from);
  if (!response.ok || response.redirected) throw new Error(`${response.status} ${from}`);
  const body = await response.blob();
  const headers = new Headers(response.headers);
  // It has been unpacked.
  headers.delete('content-encoding');
  headers.delete('content-length');
  await cache.put(as, new Response(body, { headers }));
  if (assets && body.type.startsWith('text/html')) {
    const page = new DOMParser().parseFromString(await body.text(), 'text/html');
    for (const element of page.querySelectorAll(ADDRESSES)) {
      const { script } = element.dataset;
      const address = element.getAttribute('href') ?? element.getAttribute('src') ?? script;
      assets.add(address.split('#')[0]);
    }
  }
  return body.size;
}
