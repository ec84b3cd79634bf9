import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { fromSavedState } from '../../../../test/support/case-tables.js';
import { link } from '../../../../test/support/evidence.js';
import { JudgedRound, halfPoints } from '../../../../test/support/judged-round.js';
import { smallPdf } from '../../../../test/support/small-files.js';
import { TestApp } from '../../../../test/support/test-app.js';
import { uploadedFile } from '../../../../test/support/uploaded-file.js';
import type { Visitor } from '../../../../test/support/visitor.js';
import { StoreDocument } from '../../../documents/store-document.js';
import { PinQueries } from './pin.queries.js';

let app: TestApp;
let round: JudgedRound;
let visitor: Visitor;
let documentId: string;
let path: string;
const [code] = Object.keys(halfPoints) as [string];
beforeAll(async () => {
  app = await TestApp.start();
  round = await JudgedRound.open(app);
  const ownerId = round.applications[0]!;
  const file = uploadedFile('file', 'a.pdf', smallPdf);
  ({ documentId } = await app.app
    .get(StoreDocument)
    .run(null, { ownerType: 'application', ownerId, file }));
  await link(app, ownerId, documentId, code);
  ({ visitor } = round.judges[0]!);
  path = `/judging/sheets/${(await round.sheet(1)).id}`;
}, 120_000);
afterAll(() => app.stop());

const pin = async (page: string, more: Record<string, string> = {}) => {
  await visitor.get(path);
  await visitor.submit(path, { pin: code, [`pin-page-${code}`]: page, ...more });
};
const pinned = () =>
  visitor.page.querySelectorAll('.score-pins li').map(({ text }) => text.replace(/\s+/g, ' '));

describe('the page that a score rests on', () => {
  fromSavedState(() => app);

  test('is marked without scripts, and what was typed is saved with it', async () => {
    await pin('3', { [`score-${code}`]: '650' });
    expect(visitor.text).toContain('已标为依据');
    expect(pinned()).toEqual(['证明第3页 撤去 证明第3页']);
    expect((await round.sheet(1)).scores).toEqual({ [code]: 650 });
    await pin('');
    expect(pinned()).toHaveLength(2);
    await pin('3');
    expect(pinned()).toHaveLength(2);
    await visitor.get(`${path}/print`);
    expect(visitor.html).toContain('依据：证明第3页、证明');
  });

  test('can be taken off again', async () => {
    await pin('3');
    const unpin = visitor.page.querySelector('[name=unpin]')!.getAttribute('value')!;
    await visitor.submit(path, { unpin });
    expect(pinned()).toEqual([]);
  });

  test('is refused beside its fields, and the sheet is saved all the same', async () => {
    await pin('drei', { [`score-${code}`]: '600' });
    expect(visitor.status).toBe(422);
    expect(visitor.errors).toEqual(['页码须为1至9,999的整数；不填表示整个附件。']);
    expect(visitor.page.querySelector('.score-pins[open] .field-error')).not.toBeNull();
    expect((await round.sheet(1)).scores).toEqual({ [code]: 600 });
  });

  test('is told to nobody before the lock, and then without the judge', async () => {
    await pin('3');
    const [applicationId] = round.applications as [string];
    const told = () => app.app.get(PinQueries).ofApplication(applicationId);
    for (const seat of [1, 2, 3, 4, 5]) await round.scoreAndSign(seat);
    expect(await told()).toEqual([]);
    await round.judges[1]!.visitor.get(`/judging/sheets/${(await round.sheet(2)).id}`);
    expect(round.judges[1]!.visitor.html).not.toContain('证明第3页');
    await round.roundIs('Locked');
    expect(await told()).toEqual([
      { indicator: code, caption: '证明', name: 'a.pdf', page: 3, judges: 1 },
    ]);
    await round.roundIs('Open');
    await round.void(1);
    await round.roundIs('Locked');
    expect(await told()).toEqual([]);
  });
});
