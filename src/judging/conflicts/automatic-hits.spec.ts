import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { fromSavedState } from '../../../test/support/case-tables.js';
import { JudgedRound } from '../../../test/support/judged-round.js';
import { TestApp } from '../../../test/support/test-app.js';
import { Account } from '../../accounts/account.entity.js';
import { Application } from '../../applications/application.entity.js';
import { CONFIG } from '../../config/config.module.js';
import type { Config } from '../../config/config.js';
import { Sealer } from '../../database/sealed.js';
import { Merchant } from '../../merchants/merchant.entity.js';
import { StateRelations } from '../../merchants/state-relations.js';
import { acting } from '../../../test/support/acting.js';
import { Expert } from '../experts/expert.entity.js';
import { ConflictDeclaration } from './conflict-declaration.entity.js';
import { ConflictFacts } from './conflict-facts.js';
import { DecideConflict } from './decide-conflict.js';

let app: TestApp;
let round: JudgedRound;
let merchantIds: string[];
beforeAll(async () => {
  app = await TestApp.start();
  round = await JudgedRound.declaring(app, 6);
  const rows = await app.database.repo(Application).find();
  merchantIds = round.applications.map((id) => rows.find((row) => row.id === id)!.merchantId);
}, 120_000);
afterAll(() => app.stop());

const hitsOf = async (seat: number) => {
  const own = await round.ownSeat(seat);
  const identities = await app.app.get(ConflictFacts).load(own.id, own.categoryId);
  return round.applications.map((id) =>
    identities.find(({ applicationId }) => applicationId === id)!.hits.map(({ hit }) => hit),
  );
};
const nameOf = async (seat: number) =>
  (await app.database.repo(Expert).findOneByOrFail({ accountId: round.judge(seat).accountId }))
    .name;
const states = async (seat: number) => {
  const rows = await app.database
    .repo(ConflictDeclaration)
    .findBy({ seatId: round.judges[seat - 1]!.seatId });
  return round.applications.map((id) => rows.find((row) => row.applicationId === id)!.state);
};
const denies = { ground: null, explanation: '同名同姓，并非本人' };
const decide = async (decision: 'cleared' | 'recused') => {
  const waiting = await app.database.repo(ConflictDeclaration).findBy({ state: 'awaitingOffice' });
  expect(waiting).toHaveLength(1);
  await app.app
    .get(DecideConflict)
    .run(round.registrar, waiting[0]!.id, { decision, reason: '已核对身份' });
};

describe('automatic hits read the register', () => {
  fromSavedState(() => app);

  test('H2: the contact mail of the record', async () => {
    const sealer = new Sealer(app.app.get<Config>(CONFIG).secret);
    await app.database
      .repo(Account)
      .update(round.judge(1).accountId, { email: 'Wang.Fang@163.com' });
    await app.database
      .repo(Merchant)
      .update(merchantIds[2]!, { contactEmailSealed: sealer.seal('wang.fang@163.com') });
    expect(await hitsOf(1)).toEqual([[], [], ['H2'], [], [], []]);
  });

  test('H4: a related person, on that application alone', async () => {
    const agent = acting('Agent', { merchantId: merchantIds[1]! });
    const name = await nameOf(1);
    await app.app.get(StateRelations).addPerson(agent, { name, relation: 'shareholder' });
    expect(await hitsOf(1)).toEqual([[], ['H4'], [], [], [], []]);
  });

  test('H5: a name within a sentence', async () => {
    const texts = { G15: `由${await nameOf(1)}老师作为导师指导建设。` };
    await app.database
      .repo(Application)
      .update(round.applications[3]!, { answers: { texts, rows: {}, penaltySelfReport: null } });
    expect(await hitsOf(1)).toEqual([[], [], [], ['H5'], [], []]);
  });
});

describe('a competitor', () => {
  fromSavedState(() => app);
  beforeEach(async () => {
    await app.database.repo(Merchant).update(merchantIds[0]!, { headName: await nameOf(1) });
  });

  test('who denies it is decided once, and the homonym judges all the others', async () => {
    await round.declare(1, { [round.applications[0]!]: denies });
    expect(await states(1)).toEqual(['awaitingOffice', 'none', 'none', 'none', 'none', 'none']);
    await decide('cleared');
    expect(await states(1)).toEqual(['cleared', 'none', 'none', 'none', 'none', 'none']);
  });

  test('who denies it and is found out is kept from every application by that decision', async () => {
    await round.declare(1, { [round.applications[0]!]: denies });
    await decide('recused');
    expect(await states(1)).toEqual(Array(6).fill('recused'));
  });

  test('who admits it is barred from every application', async () => {
    await round.declare(1, {
      [round.applications[0]!]: { ground: '2', explanation: '为其法定代表人' },
    });
    expect(await states(1)).toEqual(Array(6).fill('hardBar'));
  });

  test('who declares after the opening gets no sheet before the decision', async () => {
    const seatId = round.judges[0]!.seatId;
    const head = (headName: string) =>
      app.database.repo(Merchant).update(merchantIds[0]!, { headName });
    await head('柳一舟');
    await round.everybodyDeclares();
    await round.openRound();
    await app.database.execute('DELETE FROM score_sheet WHERE seat_id = ?', [seatId]);
    await app.database.execute('DELETE FROM conflict_declaration WHERE seat_id = ?', [seatId]);
    await app.database.execute('UPDATE seat SET declared_at = NULL WHERE id = ?', [seatId]);
    await head(await nameOf(1));
    const sheets = async () =>
      (await app.database.rows('SELECT id FROM score_sheet WHERE seat_id = ?', [seatId])).length;
    await round.declare(1, { [round.applications[0]!]: denies });
    expect(await sheets()).toBe(0);
    await decide('cleared');
    expect(await sheets()).toBe(6);
  });
});
