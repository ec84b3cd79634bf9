import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { JournalEntry } from '../../src/journal/journal-entry.entity.js';
import { newId } from '../../src/database/new-id.js';
import { Sealer } from '../../src/database/sealed.js';
import { ScoreSheet } from '../../src/judging/sheets/score-sheet.entity.js';
import { SheetMark } from '../../src/judging/sheets/sheet-mark.entity.js';
import { Round } from '../../src/programmes/round.entity.js';
import type { Role } from '../../src/rules/lifecycle/roles.js';
import { ReReviewSheet } from '../../src/judging/re-reviews/re-review-sheet.entity.js';
import { Journal } from '../../src/journal/journal.js';
import { Expert } from '../../src/judging/experts/expert.entity.js';
import { Seat } from '../../src/judging/panel/seat.entity.js';
import { anchorSheet, confirmedAnchor } from '../support/anchors.js';
import { halfPoints } from '../support/judged-round.js';
import { AwardSteps } from '../support/award-steps.js';
import { comparable } from '../support/comparable.js';
import { goldenRoutes } from '../support/golden-routes.js';
import { mayPass } from '../support/policy-roles.js';
import { type Person, office, signedIn } from '../support/people.js';
import { ObjectionSteps } from '../support/objection-steps.js';
import { ReReviewSteps } from '../support/re-review-steps.js';
import { saveState } from '../support/saved-state.js';

/*
 * Two cities that differ in nothing but what the judges gave and what they note for themselves. Until the lock nobody in the office can
 * tell them apart: every address that answers is opened in both, and must say the same, in pages and
 * files, counts and order. After the lock the same addresses differ, so the looking works. Where a rule lets the
 * chair show points in the hall, `hall/reveal-board.spec.ts` holds the same looking to the board alone.
 */

const roles: readonly Role[] = [
  'CityRegistrar',
  'Screener',
  'Verifier',
  'Tabulator',
  'Approver',
  'Publisher',
  'Supervisor',
  'AuditAdmin',
];

let award: AwardSteps;
let people: Map<Role, Person>;
let saved: Awaited<ReturnType<typeof saveState>>;
let ids: string[];
beforeAll(async () => {
  award = await AwardSteps.open([
    [0.9, 0.86, 0.9, 0.88, 0.84],
    [0.7, 0.74, 0.7, 0.72, 0.68],
    [0.5, 0.54, 0.5, 0.52, 0.48],
  ]);
  people = new Map();
  for (const role of roles) people.set(role, await office(award.app, role));
  ids = [
    award.id,
    award.categoryId,
    ...Object.values(award.programme.roundIds),
    ...[award.entries[0]!, award.entries[2]!].flatMap(({ applicationId, merchantId }) => [
      applicationId,
      merchantId,
    ]),
  ];
  await giveAnchors();
  saved = await saveState(award.app);
}, 120_000);
afterAll(() => award.app.stop());

/** Two anchors of the category, each done by every member; the journal has a submission of each. */
async function giveAnchors(): Promise<void> {
  const place = { programmeId: award.id, categoryId: award.categoryId };
  const journal = award.app.app.get(Journal);
  const seats = await award.app.database.repo(Seat).findBy({ categoryId: award.categoryId });
  for (const number of [1, 2]) {
    const anchor = await confirmedAnchor(award.app, place, number);
    ids.push(anchor);
    for (const { expertId } of seats) {
      const where = { id: expertId };
      const { accountId } = await award.app.database.repo(Expert).findOneByOrFail(where);
      const id = await anchorSheet(award.app, anchor, accountId);
      await award.app.database.transaction(() =>
        journal.record({
          actorId: accountId,
          actorRole: 'Judge',
          event: 'anchorSheet.submit',
          subjectType: 'anchorSheet',
          subjectId: id,
          programmeId: award.id,
          details: { anchor, scores: halfPoints, comments: 'of the comments' },
        }),
      );
    }
  }
}

/** Every judge is a point more generous on the anchors, in the sheets and in the journal. */
async function giveMoreOnAnchors(): Promise<void> {
  const { database } = award.app;
  const scores = Object.fromEntries(
    Object.entries(halfPoints).map(([code, points]) => [code, points + 100]),
  );
  await database.execute('UPDATE anchor_sheet SET scores = ?', [JSON.stringify(scores)]);
  for (const entry of await database.repo(JournalEntry).findBy({ event: 'anchorSheet.submit' })) {
    const details = { ...entry.details, scores };
    await database.repo(JournalEntry).update(entry.sequence, { details });
  }
}

/**
 * The first and the last application change all their scores, in the sheets and in the journal, and the
 * judges what they gave the anchors.
 */
async function swapScores(): Promise<void> {
  await giveMoreOnAnchors();
  const [first, , third] = award.entries;
  const sheets = award.app.database.repo(ScoreSheet);
  const own = await sheets.findBy({ applicationId: first!.applicationId });
  for (const { id, roundId, seatId, scores, total } of own) {
    const other = await sheets.findOneByOrFail({
      applicationId: third!.applicationId,
      roundId,
      seatId,
    });
    await give(id, other);
    await give(other.id, { scores, total });
  }
}

/** What one judge notes for nobody else: in one of the cities only, before the lock and after it. */
async function mark(applicationId: string): Promise<void> {
  const { database } = award.app;
  const sealer = new Sealer('x'.repeat(40));
  for (const { id } of await database.repo(ScoreSheet).findBy({ applicationId })) {
    await database.repo(SheetMark).insert({
      id: newId(),
      sheetId: id,
      flagged: true,
      noteSealed: sealer.seal('暗记：与三号对照'),
      savedAt: award.app.clock.now(),
    });
  }
}

async function give(id: string, { scores, total }: Pick<ScoreSheet, 'scores' | 'total'>) {
  const { database } = award.app;
  await database.repo(ScoreSheet).update(id, { scores, total });
  const entry = await database
    .repo(JournalEntry)
    .findOneByOrFail({ subjectId: id, event: 'scoreSheet.sign' });
  const details = { ...entry.details, scores, total };
  await database.repo(JournalEntry).update(entry.sequence, { details: details as never });
}

/** A list answers to more than its address: every column in a file, every order, every filter. */
const lists = () => [
  'applications',
  'screening',
  'verification',
  'registry',
  'experts',
  'objections',
  'titles',
  ...Object.values(award.programme.roundIds).map((id) => `rounds/${id}/sheets`),
];
const asks = [
  'as=csv',
  'as=csv&sort=-state',
  'as=csv&sort=since',
  'as=csv&sort=-signed',
  'as=csv&flag=figureCut',
  'as=csv&state=Signed',
  'as=csv&state=InReview&sort=merchant',
];

/** What a policy refuses to a role shows nothing to it; that it refuses is held by the access matrix. */
const addresses = (role: Role, among: readonly string[] = ids) => [
  ...goldenRoutes()
    .filter(({ method, path }) => method === 'GET' && !path.includes('access-log'))
    .filter(({ policy }) => mayPass(policy, role))
    // Nothing but the account and a token that is new with every answer.
    .filter(({ path }) => path !== '/session')
    .flatMap(({ path }) =>
      path.includes(':') ? among.map((id) => path.replace(/:\w+/g, id)) : [path],
    ),
  ...(among === ids ? lists() : []).flatMap((list) => asks.map((ask) => `/office/${list}?${ask}`)),
];

/** What a role is told at these addresses; what differs at every run is left out. */
async function told(role: Role, paths: Iterable<string>): Promise<Map<string, string>> {
  const { visitor } = people.get(role)!;
  const found = new Map<string, string>();
  const locks = await award.app.database.rows<{ id: string }>('SELECT id FROM standing_lock');
  for (const path of paths) {
    await visitor.get(path);
    if (visitor.status !== 200) continue;
    const text = locks
      .reduce((html, { id }) => html.replaceAll(id, '<lock>'), comparable(visitor.html))
      .replace(/[0-9a-f]{64}|[0-9a-f]{16}…|[0-9A-F]{4}(?:-[0-9A-F]{4}){3}/g, '<hash>')
      .replace(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, '<instant>')
      .replace(/\d\d:\d\d(:\d\d)?/g, '<time>')
      .replace(/BG1\.\d+\.<hash>\.[\w-]{86}/g, '<checkpoint>');
    found.set(path, text);
  }
  return found;
}

/** The addresses at which the two cities differ for a role. */
async function differing(
  role: Role,
  stage: () => Promise<unknown>,
): Promise<{ paths: string[]; opened: number }> {
  await saved.restore();
  await stage();
  const one = await told(role, addresses(role));
  await saved.restore();
  await swapScores();
  await mark(award.entries[0]!.applicationId);
  await stage();
  // The two exchange their scores: what opens in the other city only is missing there for its twin.
  const other = await told(role, one.keys());
  const paths = [...one.keys()].filter((path) => one.get(path) !== other.get(path));
  return { paths, opened: one.size };
}

describe('until the lock two cities with other scores are the same city', () => {
  const signed = () => Promise.resolve();
  const judged = async () => {
    const { database } = award.app;
    await database.execute("UPDATE programme SET state = 'MaterialReview'");
    await database.repo(Round).update({ categoryId: award.categoryId }, { state: 'Open' });
  };
  const confirmed = async () => award.confirm(await award.compute());
  test.each(roles)('to %s, when every sheet is signed', async (role) => {
    const found = await differing(role, signed);
    expect(found.paths).toEqual([]);
    expect(found.opened).toBeGreaterThan(15);
  });

  test.each(['CityRegistrar', 'Supervisor', 'Tabulator'] as const)(
    'to %s, while the review goes on',
    async (role) => {
      expect((await differing(role, judged)).paths).toEqual([]);
    },
  );

  test.each(['CityRegistrar', 'Supervisor', 'Tabulator', 'Approver'] as const)(
    'to %s, when the standings are computed and confirmed',
    async (role) => {
      expect((await differing(role, confirmed)).paths).toEqual([]);
    },
  );

  test('and with the lock they differ', async () => {
    const { paths } = await differing('CityRegistrar', () => award.lock());
    expect(paths).toContain(`/office/standings/${award.categoryId}`);
    const supervisor = await differing('Supervisor', () => award.lock());
    expect(supervisor.paths).toContain(`/supervision/diagnostics/${award.categoryId}`);
    expect(paths).toContain(`/office/rounds/${award.programme.roundIds['G.material']!}`);
  });
});

test('the lock erases what judges noted for themselves', async () => {
  await saved.restore();
  await mark(award.entries[0]!.applicationId);
  const marks = async () => (await award.app.database.rows('SELECT id FROM sheet_mark')).length;
  expect(await marks()).toBeGreaterThan(0);
  await award.lock();
  expect(await marks()).toBe(0);
});

describe('until the last expert of a re-review has signed, what the others gave is nobody’s to read', () => {
  let reReview: ReReviewSteps;
  let objectionId: string;
  let among: string[];
  beforeAll(async () => {
    await saved.restore();
    const objections = new ObjectionSteps(award, await award.toPublicity());
    reReview = new ReReviewSteps(objections);
    objectionId = await reReview.appointed({ figures: ['netWan'] });
    for (const number of [1, 2]) await reReview.give(objectionId, number, given);
    await reReview.declare(objectionId, 3);
    await reReview.save(objectionId, 3, given);
    const sheets = await award.app.database.repo(ReReviewSheet).find();
    // The addresses that such a sheet could show on; the others were opened above.
    const { applicationId } = award.entries[1]!;
    among = [award.categoryId, applicationId, objectionId, ...sheets.map(({ id }) => id)];
  }, 60_000);

  const finding = { key: 'netWan', verdict: 'Reduced', value: '8000', reason: '平台数据为准' };
  const given = {
    scores: { G11: 200 },
    comments: { G11: '材料只能证明其中一部分。' },
    findings: [finding],
  };

  /** The first expert gave something else, in the sheet and in the journal. */
  async function giveOther(): Promise<void> {
    const { database } = award.app;
    const { id } = await reReview.sheet(objectionId, 1);
    const other = {
      scores: { G11: 700 },
      total: 700,
      comments: { G11: '另一种评语。' },
      findings: { netWan: { verdict: 'Rejected' as const, verified: null } },
    };
    await database.repo(ReReviewSheet).update(id, other);
    for (const entry of await database.repo(JournalEntry).findBy({ subjectId: id })) {
      if (!('scores' in entry.details)) continue;
      const details = { ...entry.details, ...other, comments: entry.details.comments };
      await database.repo(JournalEntry).update(entry.sequence, { details: details as never });
    }
  }

  /** Only what names one of them; lists are opened above. */
  const pathsOf = (role: Role, some: readonly string[]) =>
    addresses(role, some).filter((path) => some.some((one) => path.includes(one)));

  /** @param least how many pages must open, so that nothing is proved of nothing */
  const differs = async (look: () => Promise<Map<string, string>>, least: number) => {
    const state = await saveState(award.app);
    const one = await look();
    await giveOther();
    const other = await look();
    await state.restore();
    expect(one.size).toBeGreaterThanOrEqual(least);
    return [...one.keys()].filter((path) => one.get(path) !== other.get(path));
  };

  // Some may open nothing of it, which is as good.
  const least: Partial<Record<Role, number>> = { CityRegistrar: 6, Approver: 6, Supervisor: 6 };
  test.each(roles)('to %s', async (role) => {
    expect(await differs(() => told(role, pathsOf(role, among)), least[role] ?? 0)).toEqual([]);
  });

  test('nor to the other experts; when the last has signed, the office reads it', async () => {
    const { accountId } = await reReview.sheet(objectionId, 3);
    const colleague = await signedIn(award.app, accountId);
    people.set('Judge', { accountId, mobile: '', visitor: colleague });
    expect(await differs(() => told('Judge', pathsOf('Judge', among)), 1)).toEqual([]);
    expect(colleague.status).not.toBe(200);
    await reReview.sign(objectionId, 3);
    const paths = await differs(() => told('CityRegistrar', pathsOf('CityRegistrar', among)), 6);
    expect(paths).toEqual([`/office/objections/${objectionId}/re-review`]);
    expect(await differs(() => told('Judge', pathsOf('Judge', among)), 1)).toEqual([]);
  });
});
