import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { RoundToAssign } from '../../../test/support/assignment.js';
import { comparable } from '../../../test/support/comparable.js';
import { type Person, merchantPerson } from '../../../test/support/people.js';
import { TestApp } from '../../../test/support/test-app.js';
import { newId } from '../../database/new-id.js';
import { ScoreSheet } from '../sheets/score-sheet.entity.js';

let app: TestApp;
let round: RoundToAssign;
let applicant: Person;
let own: string;
let foreign: string;

interface Answer {
  readonly status: number;
  readonly body: string;
  /** The same reads are the same time; a clock on a busy machine proves less. */
  readonly reads: number;
}

beforeAll(async () => {
  app = await TestApp.start();
  round = await RoundToAssign.prepare(app, { applications: 6, members: 5, alternates: 1 });
  const [first, second] = await app.database.rows<{ id: string; merchantId: string }>(
    'SELECT id, merchant_id FROM application ORDER BY id',
  );
  own = first!.id;
  foreign = second!.id;
  applicant = await merchantPerson(app, first!.merchantId);
  await round.everybodyDeclares();
  await round.assign({ perApplication: '3', seed: '2026' }, '申报较多，分组评审');
  await round.open();
});
afterAll(() => app.stop());

const ownAnswers = async () => [await ask(`/my/applications/${own}`, own), await ask('/my', own)];

describe('what an applicant can measure of the assignment', () => {
  test("L07: a stranger's application, sheet and round answer like ids that do not exist", async () => {
    const [sheet] = await round.sheets();
    const rooms: readonly (readonly [string, string])[] = [
      ['/my/applications/:id', foreign],
      ['/my/applications/:id/figures', foreign],
      ['/my/applications/:id/working', foreign],
      ['/judging/sheets/:id', sheet!.id],
      ['/judging/sheets/:id/print', sheet!.id],
      ['/judging/rounds/:id/sign', round.id],
      ['/office/rounds/:id', round.id],
      ['/office/assignments/:id', round.id],
      ['/office/assignments/:id', newId()],
      ['/documents/:id', sheet!.id],
    ];
    for (const [room, id] of rooms) {
      const given = await ask(room.replace(':id', id), id);
      const unknown = newId();
      expect([room, given]).toEqual([room, await ask(room.replace(':id', unknown), unknown)]);
      expect([room, given.status]).toEqual([room, 404]);
    }
  });

  test('L07: ids and judging numbers say nothing of order, neighbour or number of judges', async () => {
    const sheets = await round.sheets();
    for (const { id } of sheets) expect(id).toMatch(/^[0-9a-hjkmnp-tv-z]{16}$/);
    expect(new Set(sheets.map(({ id }) => id.slice(0, 8))).size).toBe(sheets.length);
    const inOrderOfIds = sheets.toSorted((a, b) => (a.id < b.id ? -1 : 1));
    expect(inOrderOfIds.map(({ seat }) => seat)).not.toEqual(
      sheets.map(({ seat }) => seat).toSorted((a, b) => a - b),
    );
  });

  test('L07: the own pages are the same, to the byte and the read, for three judges and for one', async () => {
    const sheets = (await round.sheets()).filter(({ applicationId }) => applicationId === own);
    expect(sheets).toHaveLength(3);
    const before = await ownAnswers();
    for (const { id } of sheets.slice(1)) await app.database.repo(ScoreSheet).delete({ id });
    expect(await ownAnswers()).toEqual(before);
    expect(before.map(({ status }) => status)).toEqual([200, 200]);
  });
});

async function ask(address: string, id: string): Promise<Answer> {
  const { visitor } = applicant;
  const before = app.database.readCount;
  await visitor.get(address);
  return {
    status: visitor.status,
    body: comparable(visitor.html).replaceAll(id, 'id'),
    reads: app.database.readCount - before,
  };
}
