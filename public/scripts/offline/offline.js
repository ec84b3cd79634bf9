import { allTyped, keptDevice, wipe } from './device.js';
import { prepare } from './prepare.js';
import { bringTogether } from './send-typed.js';
import { say, texts } from './texts.js';

/** On each page that may be kept: sends what waits, says what became of it, and clears at the sign-out. */
export async function offline() {
  const page = document.querySelector('[data-offline-page]');
  const device = await keptDevice();
  if (device) {
    atSignOut();
    await tell(page, device);
    window.addEventListener('online', () => void tell(page, device));
  }
  if (page?.dataset.offlinePage === 'prepare') await prepare(page);
}

async function tell(page, device) {
  const open = document.querySelector('form[data-sheet]')?.dataset.sheet;
  const done = await bringTogether(device, open).catch(() => null);
  const numbers = (records) =>
    records.map(({ id }) => device.sheets.find((sheet) => sheet.id === id)?.number).join(', ');
  const waiting = (await allTyped()).filter((record) => record.waiting);
  const lines = [
    done?.sent && say(texts().sent, { count: done.sent }),
    done?.choose.length && say(texts().choose, { numbers: numbers(done.choose) }),
    done?.refused.length && say(texts().refused, { numbers: numbers(done.refused) }),
    !done && waiting.length && say(texts().waiting, { count: waiting.length }),
  ].filter(Boolean);
  if (page?.dataset.offlinePage !== 'home' || !lines.length) return;
  page.querySelector('[data-offline-said]').textContent = lines.join(' ');
  page.hidden = false;
}

/** The server orders it as well; this is for a browser that does not obey, and asks before anything is lost. */
function atSignOut() {
  for (const form of document.querySelectorAll('form[action="/sign-out"]')) {
    form.addEventListener('submit', async (event) => {
      event.preventDefault();
      const count = (await allTyped()).filter((record) => record.waiting).length;
      if (count && !window.confirm(say(texts().signOut, { count }))) return;
      await wipe();
      form.submit();
    });
  }
}
