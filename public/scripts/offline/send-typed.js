import { session } from '../session.js';
import { allTyped, dropTyped, keepDevice, keepTyped, openCache, wipe } from './device.js';

const GONE = [404, 409, 422];

/**
 * Brings device and server together: what may no longer be kept goes, what was typed without a network is sent.
 *
 * @param except the sheet that is open: it sends its own, so that its bar can ask
 * @returns how many were sent, and which wait for a choice or were refused; null where nobody answers
 */
export async function bringTogether(device, except) {
  const { account, token } = await session();
  if (account !== device.account) return null;
  const done = { sent: 0, choose: [], refused: [] };
  for (const record of await allTyped()) {
    if (record.waiting && record.id !== except) await send(record, token, done);
  }
  await throwAway(device);
  return done;
}

async function send(record, token, done) {
  const response = await fetch(`/judging/sheets/${record.id}`, {
    method: 'POST',
    headers: { Accept: 'application/json' },
    body: new URLSearchParams([...record.fields, ['_csrf', token]]),
  });
  if (response.ok) {
    const answer = await response.json();
    if (answer.conflicts.length) done.choose.push(record);
    else {
      done.sent += 1;
      await keepTyped({ ...record, fields: seenNow(record.fields, answer), waiting: false });
    }
  } else if (GONE.includes(response.status)) {
    done.refused.push(record);
    await dropTyped(record.id);
  }
}

/** The fields as the server has them now, as its own page would show them. */
function seenNow(fields, { indicators, version, mark }) {
  const now = new Map(fields);
  for (const { code, score, comment, seen } of indicators) {
    now.set(`score-${code}`, score);
    now.set(`comment-${code}`, comment);
    now.set(`seen-${code}`, seen);
  }
  now.set('version', String(version));
  if (mark) {
    now.set('note', mark.note);
    now.set('seen-note', mark.seenNote);
    now.set('seen-flag', mark.flag);
    if (mark.flag !== '1') now.delete('flag');
  }
  return [...now].filter(([name, value]) => !name.startsWith('score-') || value !== '');
}

/** Sheets that were signed, fell or closed since, with their files; all of it where none is left. */
async function throwAway(device) {
  const response = await fetch('/judging/offline/list', {
    headers: { Accept: 'application/json' },
  });
  if (!response.ok) return;
  const list = await response.json();
  const open = new Set(list.sheets.map(({ id }) => id));
  const left = device.sheets.filter(({ id }) => open.has(id));
  if (left.length === 0) {
    await wipe();
    return;
  }
  const cache = await openCache();
  const needed = new Set(left.flatMap(({ pages }) => pages.map(({ as }) => as)));
  for (const { id, pages } of device.sheets) {
    if (open.has(id)) continue;
    await dropTyped(id);
    for (const { as } of pages) if (!needed.has(as)) await cache.delete(as);
  }
  await keepDevice({ ...device, sheets: left, until: Date.now() + list.left });
}
