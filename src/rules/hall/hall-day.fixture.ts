import { PRESET_NOW } from '../../../seeds/reference/rule-sets/preset-now.js';
import { commitmentOf } from '../draw/commitment.js';
import { publicKeyOf, signText } from '../provenance/ed25519.js';
import { drawOrder, freezeOrder } from './defence-order.js';
import { type HallDay, hallDayHash, hallSealText, resultSeed, sealHallDay } from './hall-day.js';
import { type HallAct, type HallFact, signHallResult } from './hall-result.js';

export const CODE = 'ABCD-efgh-2345';
export const FILE = 'file1';
const seed = resultSeed(CODE, FILE);
const server = Buffer.alloc(32, 7);
const lot = '7a'.repeat(32);

/** Minutes after nine in Beijing. */
export const at = (minute: number) => new Date(Date.UTC(2026, 8, 21, 1, minute)).toISOString();

const order = drawOrder(freezeOrder(['m3', 'm1', 'm2']), {
  times: { committed: at(-60), witnessed: at(-50), revealed: at(-40) },
  commitment: commitmentOf(lot),
  witness: 'spring river',
  seed: lot,
});

/** Three merchants, two keepers. */
export const day: HallDay = {
  id: FILE,
  madeAt: at(-30),
  roundId: 'round1',
  programme: { id: 'p1', slug: 'p1', name: '2026', year: 2026, dataYear: 2025 },
  category: { code: 'G', zh: 'G', en: 'G' },
  rules: PRESET_NOW,
  order,
  turns: order.order.map(({ label }, place) => ({
    place: place + 1,
    label,
    merchant: `merchant ${label}`,
    receipt: label,
  })),
  keepers: [
    { id: 'k1', name: 'K1', role: 'Verifier' },
    { id: 'k2', name: 'K2', role: 'Tabulator' },
  ],
  resultKey: publicKeyOf(seed),
};

/** A file as a server gives it out. */
export const seal = (of: HallDay) =>
  sealHallDay(of, {
    key: publicKeyOf(server),
    signature: signText(hallSealText(hallDayHash(of)), server),
  });
export const sealed = seal(day);

const came = { attendance: 'head', again: false, speaker: 'Ye', note: null } as const;

export const step = (
  place: number,
  kind: HallAct,
  minute: number,
  over: Partial<HallFact> = {},
): HallFact => ({
  at: at(minute),
  place,
  kind,
  by: 'k1',
  reason: kind === 'pause' ? 'power cut' : null,
  came: kind === 'attendance' ? came : null,
  ...over,
});

/** One spoke, with a pause; one did not come; one spoke after. */
export const facts: readonly HallFact[] = [
  step(1, 'attendance', 0),
  step(1, 'start', 1),
  step(1, 'pause', 3),
  step(1, 'resume', 5),
  step(1, 'finish', 12),
  step(2, 'attendance', 13, {
    came: { attendance: 'absent', again: false, speaker: null, note: 'called three times' },
  }),
  step(3, 'attendance', 14, { by: 'k2' }),
  step(3, 'start', 15, { by: 'k2' }),
  step(3, 'finish', 26, { by: 'k2' }),
];

export const head = {
  file: FILE,
  fileHash: sealed.hash,
  round: 'round1',
  endedAt: at(30),
};

export const result = (given: readonly HallFact[] = facts, over: Partial<typeof head> = {}) =>
  signHallResult({ ...head, ...over }, given, seed);
