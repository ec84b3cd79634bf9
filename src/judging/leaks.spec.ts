import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { attestDraw } from '../../test/support/attest.js';
import { comparable } from '../../test/support/comparable.js';
import { type Handler, addressOf, handlersOf } from '../../test/support/handlers.js';
import {
  type SeatedJudge,
  declareNone,
  seatPanel,
  verifiedApplication,
} from '../../test/support/judging.js';
import { type Person, office } from '../../test/support/people.js';
import { type TestProgramme, makeProgramme } from '../../test/support/programme.js';
import { TestApp } from '../../test/support/test-app.js';
import { Application } from '../applications/application.entity.js';
import { Recommendation } from '../applications/recommendation.entity.js';
import { newId } from '../database/new-id.js';
import { Round } from '../programmes/round.entity.js';
import { SignSheets } from './sheets/sign-sheets.js';

const secretName = '柚香甜心食品商行';
/** As the register said when the application was handed in. */
const formerName = '老街陈皮铺';
let app: TestApp;
let programme: TestProgramme;
let judges: SeatedJudge[];
let registrar: Person;
let roundId: string;
let blindSheet: string;

beforeAll(async () => {
  app = await TestApp.start();
  programme = await makeProgramme(app, 'Drawing');
  roundId = programme.roundIds['G.material']!;
  await app.database.repo(Round).update({ id: roundId }, { blind: true });
  registrar = await office(app, 'CityRegistrar');
  const { applicationId } = await verifiedApplication(app, programme, 'G', {
    name: secretName,
    headName: '诸葛小柚',
    texts: {
      G15: `${secretName}（开店时叫${formerName}）由诸葛小柚创办，电话13905701234，自建柔性供应链。`,
      G17: '',
    },
  });
  const snapshot = { merchant: { name: formerName } };
  await app.database.repo(Application).update(applicationId, { snapshot });
  for (let i = 0; i < 7; i += 1) await verifiedApplication(app, programme, 'G');
  await app.database.repo(Recommendation).insert({
    id: newId(),
    applicationId,
    divisionCode: '330802',
    categoryId: programme.categoryIds.G!,
    conclusion: 'recommend',
    rank: 1,
    opinion: '县级推荐意见：推荐顺序第一',
    reviewerId: applicationId,
    reviewedAt: app.clock.now(),
    sealScanId: null,
    approverId: null,
    approvedAt: null,
    version: 1,
  });
  judges = await seatPanel(app, programme, 'G', 5, 1);
  await attestDraw(app, programme.id);
  await registrar.visitor.get(`/office/panels/${programme.id}`);
  await registrar.visitor.submit('/declaration');
  for (const judge of judges) await declareNone(judge);
  await registrar.visitor.get(`/office/rounds/${roundId}`);
  await registrar.visitor.submit('/opening');
  const sheet = await app.database.row<{ id: string }>(
    'SELECT id FROM score_sheet WHERE account_id = ? AND application_id = ?',
    [judges[0]!.accountId, applicationId],
  );
  blindSheet = `/judging/sheets/${sheet!.id}`;
});
afterAll(() => app.stop());

const sheetAddress = (handler: Handler) => addressOf(handler, blindSheet.split('/').at(-1)!);
describe('leaks of a blind round', () => {
  test('L01: searching for a name finds what searching for a random word finds', async () => {
    const { visitor } = judges[0]!;
    await visitor.get('/judging?q=zzzzzzzz&show=all');
    const random = visitor.text;
    await visitor.get(`/judging?q=${encodeURIComponent(secretName)}&show=all`);
    expect(visitor.text).toBe(random);
    expect(visitor.html).not.toContain(secretName);
  });

  test('L17: the names are on no judge page, in texts, titles or errors', async () => {
    const { visitor } = judges[0]!;
    const pages = [
      '/judging',
      `/judging/rounds/${roundId}/review`,
      `/judging/rounds/${roundId}/sign`,
    ];
    for (const path of [...pages, blindSheet, `${blindSheet}/print`]) {
      await visitor.get(path);
      expect([path, visitor.status]).toEqual([path, 200]);
      for (const secret of [secretName, formerName, '诸葛小柚', '13905701234']) {
        expect(visitor.html).not.toContain(secret);
      }
    }
    await visitor.get(blindSheet);
    expect(visitor.text).toContain('▇▇（开店时叫▇▇）由▇▇创办，电话▇▇，自建柔性供应链');
    expect(visitor.text).not.toContain('NaN');
    await visitor.submit('/judging/sheets/', { 'score-G17': '1' });
    expect(visitor.status).toBe(422);
    expect(visitor.html).not.toContain(secretName);
  });

  test('L02: a word that was taken out of a text finds nothing, whatever the judge searches with', async () => {
    const { visitor } = judges[0]!;
    const rooms = handlersOf(app.app)
      .filter(({ method, policy }) => method === 'GET' && policy === 'judge')
      .map((handler) =>
        handler.path.includes('rounds') ? addressOf(handler, roundId) : sheetAddress(handler),
      );
    expect(rooms).toContain(blindSheet);
    for (const place of [...rooms, '/awards']) {
      for (const field of ['q', 'name', 'search', 'filter', 'sort']) {
        const answers = new Set<string>();
        for (const word of ['诸葛小柚', '13905701234', '小柚创办', '枇杷']) {
          await visitor.get(`${place}?${field}=${encodeURIComponent(word)}`);
          // A list says again what was asked of it, in its field and in its links.
          const said = [word, encodeURIComponent(word)];
          answers.add(
            said.reduce((text, one) => text.replaceAll(one, ''), comparable(visitor.html)),
          );
        }
        expect([place, field, answers.size]).toEqual([place, field, 1]);
      }
    }
  });

  test('L11: an empty text is shown empty', async () => {
    const { visitor } = judges[0]!;
    await visitor.get(blindSheet);
    expect(visitor.text).toContain('G17');
    expect(visitor.text).toContain('申报单位未填写文字说明');
  });

  test('L23: division rank and opinion are on no page of a judge', async () => {
    const { visitor } = judges[0]!;
    for (const path of ['/judging', blindSheet, `${blindSheet}/print`]) {
      await visitor.get(path);
      expect(visitor.html).not.toContain('推荐顺序第一');
    }
  });

  test('L03: rooms of others answer a judge exactly as an unknown page', async () => {
    const { visitor } = judges[0]!;
    await visitor.get('/no/such/page');
    const unknown = [visitor.status, visitor.text];
    const rooms = [
      '/office/experts',
      `/office/panels/${programme.id}`,
      '/office/conflicts',
      `/office/rounds/${roundId}`,
    ];
    for (const path of rooms) {
      await visitor.get(path);
      expect([visitor.status, visitor.text]).toEqual(unknown);
    }
  });

  test('L14 L19: each judge has a stored random order, unlike the others and the register', async () => {
    const rows = await app.database.rows<{ accountId: string; applicationId: string }>(
      'SELECT account_id, application_id FROM score_sheet ORDER BY account_id, position, id',
    );
    const orders = judges.slice(0, 5).map(({ accountId }) =>
      rows
        .filter((row) => row.accountId === accountId)
        .map(({ applicationId }) => applicationId)
        .join(),
    );
    expect(new Set(orders).size).toBeGreaterThan(1);
    const { visitor } = judges[0]!;
    await visitor.get('/judging?show=all');
    const first = visitor.text;
    await visitor.get('/judging?show=all&sort=total&order=desc&page=2');
    expect(visitor.text).toBe(first);
  });

  test('L28: opening a link changes nothing; only a post with a token acts', async () => {
    const { visitor } = judges[0]!;
    await visitor.get(`${blindSheet}/conflict`);
    expect(visitor.status).toBe(404);
    await visitor.post(`${blindSheet}/conflict`, { ground: '7', explanation: '没有令牌的请求' });
    expect(visitor.status).toBe(403);
    const rows = await app.database.rows("SELECT id FROM score_sheet WHERE state = 'Voided'");
    expect(rows).toEqual([]);
  });

  test('L27: two judges sign while a third saves and the round locks: one order, no sheet lost', async () => {
    const full = JSON.stringify({ G11: 650, G13: 500, G15: 500, G16: 300, G17: 250 });
    await app.database.execute('UPDATE score_sheet SET scores = ?, total = 2200', [full]);
    const sign = app.app.get(SignSheets);
    const work = judges.slice(0, 2).map(async ({ accountId }) => {
      const sheets = await app.database.rows<{ sheetId: string; version: number }>(
        'SELECT id AS sheet_id, version FROM score_sheet WHERE account_id = ?',
        [accountId],
      );
      const actor = {
        accountId,
        name: '',
        kind: 'judge' as const,
        mustChangePassword: false,
        duties: [],
      };
      return sign.run(actor, roundId, { sheets, dissent: null, confirmed: true });
    });
    const lock = app.database.transaction(() =>
      app.database.execute("UPDATE round SET state = 'Locked' WHERE id = ?", [roundId]),
    );
    const outcomes = await Promise.allSettled([...work, lock]);
    const [{ count }] = (await app.database.rows<{ count: number }>(
      "SELECT COUNT(*) AS count FROM score_sheet WHERE state = 'Signed'",
    )) as [{ count: number }];
    const fulfilled = outcomes.slice(0, 2).filter(({ status }) => status === 'fulfilled').length;
    expect(outcomes[2]!.status).toBe('fulfilled');
    expect(count).toBe(fulfilled * 8);
    for (const [i, outcome] of outcomes.slice(0, 2).entries()) {
      if (outcome.status === 'fulfilled') continue;
      expect([i, (outcome.reason as { code: string }).code]).toEqual([i, 'judging.round.notOpen']);
    }
  });

  test("a judge's home takes the same number of reads for one sheet and for many", async () => {
    const count = async (judge: SeatedJudge) => {
      const before = app.database.readCount;
      await judge.visitor.get('/judging');
      return app.database.readCount - before;
    };
    expect(await count(judges[0]!)).toBe(await count(judges[5]!));
  });
});
