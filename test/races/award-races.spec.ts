import { PRESET_NOW } from '../../seeds/reference/rule-sets/preset-now.js';
import { AccountQueries } from '../../src/accounts/account.queries.js';
import { ClosePublicity } from '../../src/awards/lists/close-publicity.js';
import { NoticeDraft } from '../../src/awards/notices/notice-draft.entity.js';
import { Notice } from '../../src/awards/notices/notice.entity.js';
import { PostNotice } from '../../src/awards/notices/post-notice.js';
import { AcceptObjection } from '../../src/awards/objections/accept-objection.js';
import { DecideObjection } from '../../src/awards/objections/decide-objection.js';
import { ExtendObjection } from '../../src/awards/objections/extend-objection.js';
import { Hold } from '../../src/awards/objections/hold.entity.js';
import { Objection } from '../../src/awards/objections/objection.entity.js';
import { ConfirmStandings } from '../../src/awards/standings/confirm-standings.js';
import { StandingLock } from '../../src/awards/standings/standing-lock.entity.js';
import { WitnessLock } from '../../src/awards/standings/witness-lock.js';
import type { RuleSet } from '../../src/rules/scoring/rule-set.js';
import type { Actor } from '../../src/web/actor.js';
import { type TestEntry, clearChecks, makeScoredCategory } from '../support/award.js';
import { AwardOffice, hashOn } from '../support/award-office.js';
import { type Person, office } from '../support/people.js';
import { type TestProgramme, loadWorkingDays, makeProgramme } from '../support/programme.js';
import { TestApp } from '../support/test-app.js';
import { race } from './race.js';

const rules: RuleSet = {
  ...PRESET_NOW,
  categories: PRESET_NOW.categories
    .filter(({ code }) => code !== 'N')
    .map((category) => ({ ...category, quota: 2, passMark: 100 })),
};

let app: TestApp;
let programme: TestProgramme;
let entries: TestEntry[];
let desk: AwardOffice;
let objectionId: string;

beforeAll(async () => {
  app = await TestApp.start();
  app.clock.moveTo('2026-06-01T02:00:00.000Z');
  await loadWorkingDays(app);
  programme = await makeProgramme(app, 'ScoresLocked', rules);
  entries = await makeScoredCategory(app, programme, rules, 'G', [0.9, 0.7]);
  desk = await AwardOffice.open(app, programme);
}, 120_000);
afterAll(() => app.stop());

const actor = async ({ accountId }: Person): Promise<Actor> =>
  (await app.app.get(AccountQueries).actor(accountId))!;
const entriesOf = async (event: string) =>
  (await app.database.rows('SELECT event FROM journal_entry WHERE event = ?', [event])).length;

test('two second tabulators: one confirms, the other hears that it is confirmed', async () => {
  const { first, second } = desk.people;
  await first.visitor.get(desk.standings('G'));
  await first.visitor.submit('/computation');
  const hash = hashOn(first.visitor.text);
  const lock = await app.database.repo(StandingLock).findOneByOrFail({ inputHash: hash });
  const third = await office(app, 'Tabulator');
  const confirm = app.app.get(ConfirmStandings);
  const input = { lockId: lock.id, hash };
  const [a, b] = [await actor(second), await actor(third)];
  const told = await race(
    () => confirm.run(a, input),
    () => confirm.run(b, input),
  );
  expect(told.code).toBe('awards.lock.confirmedAlready');
  expect(await entriesOf('standings.confirm')).toBe(1);
});

test('two supervisors: the standings are locked once', async () => {
  const lock = (await app.database.repo(StandingLock).find())[0]!;
  const witness = app.app.get(WitnessLock);
  const [a, b] = [
    await actor(desk.people.supervisor),
    await actor(await office(app, 'Supervisor')),
  ];
  const told = await race(
    () => witness.run(a, { lockId: lock.id }),
    () => witness.run(b, { lockId: lock.id }),
  );
  expect(told.code).toBe('awards.lock.lockedAlready');
  expect(await entriesOf('standings.lock')).toBe(1);
});

test('two publishers: one posts, the other is told that it is posted', async () => {
  const ids = entries.map(({ applicationId }) => applicationId);
  await clearChecks(app, rules, ids, 'K2');
  await desk.deliberate();
  const { publisher, publisherTwo } = desk.people;
  await publisher.visitor.get(`/office/notices/new?programme=${programme.id}&kind=publicity`);
  await publisher.visitor.submit('/office/notices', {
    programmeId: programme.id,
    kind: 'publicity',
    title: '2026年示范网商拟入选名单公示',
    workingDays: '5',
    discipline: '测试纪检组',
    disciplineTelephone: '0570-0000001',
  });
  const draft = await app.database.repo(NoticeDraft).findOneByOrFail({ programmeId: programme.id });
  const post = app.app.get(PostNotice);
  const input = { draftId: draft.id, hash: draft.hash };
  const [a, b] = [await actor(publisher), await actor(publisherTwo)];
  const told = await race(
    () => post.run(a, input),
    () => post.run(b, input),
  );
  expect(told).toMatchObject({ code: 'awards.notice.postedAlready', kind: 'conflict' });
  expect(await app.database.repo(Notice).countBy({ kind: 'publicity' })).toBe(1);
});

test('accepting an objection twice holds its merchant once', async () => {
  const stranger = app.visitor();
  const notice = await app.database.repo(Notice).findOneByOrFail({ kind: 'publicity' });
  await stranger.get(`/objections/new?notice=${notice.id}`);
  await stranger.submit('/objections', {
    applicationId: entries[0]!.applicationId,
    identityKind: 'person',
    name: '异议人甲',
    telephone: '0570-1111111',
    substance: '该商户申报的销售数据与平台公开数据明显不一致，请予核查。',
  });
  const objection = (await app.database.repo(Objection).find())[0]!;
  objectionId = objection.id;
  // The period is over: whoever closes the publicity competes with whoever accepts.
  app.clock.moveTo('2026-06-09T02:00:00.000Z');
  const accept = app.app.get(AcceptObjection);
  const input = { objectionId, version: objection.version, accepted: true, reason: null };
  const [a, b] = [
    await actor(desk.people.registrar),
    await actor(await office(app, 'CityRegistrar')),
  ];
  const told = await race(
    () => accept.run(a, input),
    () => accept.run(b, input),
  );
  expect(told.kind).toBe('conflict');
  expect(await app.database.repo(Hold).countBy({ objectionId })).toBe(1);
});

test('closing the publicity twice moves the programme once', async () => {
  const close = app.app.get(ClosePublicity);
  const a = await actor(desk.people.registrar);
  await race(
    () => close.run(a, { programmeId: programme.id }),
    () => close.run(a, { programmeId: programme.id }),
  );
  expect(await entriesOf('programme.startObjectionHandling')).toBe(1);
});

test('deciding and extending at once: the objection is extended or decided, never both', async () => {
  const objection = await app.database.repo(Objection).findOneByOrFail({ id: objectionId });
  const approver = await actor(desk.people.approver);
  const { version } = objection;
  const told = await race(
    () =>
      app.app.get(DecideObjection).run(approver, {
        objectionId,
        version,
        finding: 'reject',
        reason: '经核查，申报数据与平台后台一致，异议不成立。',
        reply: '经核查，异议不成立，特此答复。',
        reReviewers: [],
      }),
    () =>
      app.app.get(ExtendObjection).run(approver, { objectionId, version, reason: '尚需核查。' }),
  );
  expect(told.kind).toBe('conflict');
  const after = await app.database.repo(Objection).findOneByOrFail({ id: objectionId });
  expect(after.extensionReason === null).toBe(after.state !== 'UnderReview');
});
