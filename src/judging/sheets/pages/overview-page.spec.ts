import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { link } from '../../../../test/support/evidence.js';
import { growLog } from '../../../../test/support/grow-log.js';
import { expectLater, receiptOf } from '../../../../test/support/log-receipt.js';
import { JudgedRound, halfPoints } from '../../../../test/support/judged-round.js';
import { saveState } from '../../../../test/support/saved-state.js';
import { smallPdf } from '../../../../test/support/small-files.js';
import { TestApp } from '../../../../test/support/test-app.js';
import { uploadedFile } from '../../../../test/support/uploaded-file.js';
import type { Visitor } from '../../../../test/support/visitor.js';
import { StoreDocument } from '../../../documents/store-document.js';

let app: TestApp;
let round: JudgedRound;
let saved: Awaited<ReturnType<typeof saveState>>;
let visitor: Visitor;
let documentId: string;
const [someIndicator] = Object.keys(halfPoints) as [string];

beforeAll(async () => {
  app = await TestApp.start();
  round = await JudgedRound.open(app, 3);
  const ownerId = round.applications[0]!;
  const file = uploadedFile('file', 'a.pdf', smallPdf);
  ({ documentId } = await app.app
    .get(StoreDocument)
    .run(null, { ownerType: 'application', ownerId, file }));
  await link(app, ownerId, documentId, someIndicator);
  ({ visitor } = round.judges[0]!);
  saved = await saveState(app);
}, 120_000);
afterAll(() => app.stop());
beforeEach(() => saved.restore());

const review = () => `/judging/rounds/${round.id}/review`;
const sign = () => `/judging/rounds/${round.id}/sign`;
const asked = () => visitor.page.querySelectorAll('[name=confirm]').length === 1;
const score = async (application: number) => {
  await round.save(await round.sheet(1, application));
};
const numbers = () => visitor.page.querySelectorAll('.own-table tbody th').map(({ text }) => text);

describe('before a signature', () => {
  test('what was never looked through is named, and asked about once', async () => {
    await score(1);
    await visitor.get(sign());
    expect(asked()).toBe(true);
    expect(visitor.text).toContain(`还没有在通览中看过：${await round.number(1)}`);
    await visitor.submit(sign());
    expect([visitor.status, visitor.errors.length]).toEqual([422, 1]);
    expect(visitor.errors[0]).toContain(await round.number(1));
    await visitor.submit(sign(), { confirm: 'on' });
    expect((await round.sheet(1, 1)).state).toBe('Signed');
  });

  test('what was looked through is signed without a question, until it changes', async () => {
    await score(1);
    await visitor.get(review());
    await visitor.get(sign());
    expect(asked()).toBe(false);
    app.clock.moveTo(new Date(Date.parse(app.clock.now()) + 60_000).toISOString());
    await score(1);
    await visitor.get(sign());
    expect(asked()).toBe(true);
    await visitor.get(`${review()}?show=flagged`);
    await visitor.get(sign());
    expect(asked()).toBe(true);
    await visitor.get(review());
    await visitor.get(sign());
    expect(asked()).toBe(false);
  });

  test('an application of which no file was opened is named', async () => {
    await score(0);
    await visitor.get(review());
    await visitor.get(sign());
    expect(visitor.text).toContain(`一份也没有打开过：${await round.number(0)}`);
    await visitor.get(`/documents/${documentId}`);
    expect(visitor.status).toBe(200);
    await visitor.get(sign());
    expect(asked()).toBe(false);
  });
});

describe('the own sheets of a round', () => {
  test('are one table that sorts by an indicator, with the own spread above', async () => {
    const own = await round.sheet(1, 0);
    await round.save(own, { ...halfPoints, [someIndicator]: 0 }, { [someIndicator]: '好' });
    await score(1);
    await visitor.get(`${review()}?sort=${someIndicator}`);
    const expected = [await round.number(2), await round.number(0), await round.number(1)];
    expect(numbers()).toEqual(expected);
    await visitor.get(`${review()}?sort=-${someIndicator}`);
    expect(numbers()).toEqual(expected.toReversed());
    expect(visitor.page.querySelectorAll('.own-spreads svg.own-scale').length).toBe(
      Object.keys(halfPoints).length + 1,
    );
    await visitor.get(`${review()}?show=comment`);
    expect(numbers()).toEqual([await round.number(0)]);
    await visitor.get(`${review()}?q=${await round.number(2)}`);
    expect(numbers()).toEqual([await round.number(2)]);
  });

  test('take the same number of reads for few and for many', async () => {
    const count = async () => {
      const before = app.database.readCount;
      await visitor.get(review());
      return app.database.readCount - before;
    };
    const whole = await count();
    await round.void(1, { number: await round.number(2) });
    expect(await count()).toBe(whole);
  });
});

test('the notes of a judge are on no page but the own, and leave with the round', async () => {
  const own = await round.sheet(1);
  await visitor.get(`/judging/sheets/${own.id}`);
  await visitor.submit('/judging/sheets/', { note: '暗记七七四', flag: '1', after: 'stay' });
  await visitor.get(`/judging/sheets/${own.id}`);
  expect(visitor.page.querySelector('[name=note]')!.text).toBe('暗记七七四');
  await visitor.get(`${review()}?q=${encodeURIComponent('暗记七七四')}`);
  expect(numbers()).toEqual([await round.number()]);
  await visitor.get(`/judging/sheets/${own.id}/print`);
  expect(visitor.html).not.toContain('暗记七七四');
  const other = round.judges[1]!.visitor;
  for (const path of ['/judging?show=all', review()]) {
    await other.get(path);
    expect(other.html).not.toContain('暗记七七四');
  }
  const entries = await app.database.rows<{ details: string }>('SELECT details FROM journal_entry');
  expect(JSON.stringify(entries)).not.toContain('暗记');
});

test('a signature has its line in the public log once nobody scores any more', async () => {
  for (const application of [0, 1]) await score(application);
  await visitor.get(sign());
  await visitor.submit(sign(), { confirm: 'on' });
  const own = await round.sheet(1, 1);
  expect(own.state).toBe('Signed');
  // More than a tile of other acts: the number of the line would still tell how many there were.
  await growLog(app, 300);
  const path = `/judging/sheets/${own.id}`;
  await expectLater(visitor, `${path}/print`, `${path}/log`);
  await app.database.execute("UPDATE round SET state = 'Locked'");
  await growLog(app, 1);
  const said = await receiptOf(visitor, `${path}/print`);
  expect(said).toMatchObject({ event: 'scoreSheet.sign', subjectId: own.id });
  expect((await round.judges[1]!.visitor.get(`${path}/log`)).status).toBe(404);
});
