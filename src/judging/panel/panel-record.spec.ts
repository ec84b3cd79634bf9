import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { attest } from '../../../test/support/attest.js';
import { type SeatedJudge, seatPanel, verifiedApplication } from '../../../test/support/judging.js';
import { type Person, office } from '../../../test/support/people.js';
import { type TestProgramme, makeProgramme } from '../../../test/support/programme.js';
import { footprint } from '../../../test/support/scoring.js';
import { TestApp } from '../../../test/support/test-app.js';
import { ProgrammeGuards } from '../../programmes/programme-guards.js';
import { Seat } from './seat.entity.js';

let app: TestApp;
let programme: TestProgramme;
let registrar: Person;
let judges: SeatedJudge[];

beforeAll(async () => {
  app = await TestApp.start();
  registrar = await office(app, 'CityRegistrar');
  programme = await makeProgramme(app, 'Drawing');
  await verifiedApplication(app, programme, 'G');
  judges = await seatPanel(app, programme, 'G', 6);
});
afterAll(() => app.stop());

const startDeclarations = async () => {
  const { visitor } = registrar;
  await visitor.get(`/office/panels/${programme.id}`);
  await visitor.submit('/declaration');
  return visitor;
};
const refused = async (sentence: string) => {
  const before = await footprint(app, programme.id);
  const { status, errors } = await startDeclarations();
  expect([status, errors]).toEqual([422, [sentence]]);
  expect(await footprint(app, programme.id)).toEqual(before);
};
const registered = (guard: string, who: string) =>
  `此步骤暂不能办理：${guard}。请由${who}在市级工作台“需要登记的事项”中登记后再办理。`;

describe('the record of a panel chosen by hand', () => {
  test('a panel that breaks a rule of its composition is not drawn, whoever signs for it', async () => {
    await attest(app, programme.id, 'drawRecordSigned', 'supervisorWitnesses');
    await refused('评审组现有6人，应为单数。');
    const guards = await app.app.get(ProgrammeGuards).of(programme.id);
    expect(guards.panelAndAlternatesDrawn).toBe(false);
  });

  test('a signature for another panel does not count: after a change it is asked for again', async () => {
    const { visitor } = registrar;
    await visitor.get(`/office/panels/${programme.id}`);
    await visitor.submit('/vacancies', { seatId: judges[5]!.seatId, vacateReason: '本人请辞' });
    expect(visitor.errors).toEqual([]);
    await refused(registered('抽取记录表须已签字', '市办登记员'));
  });

  test('the signed record alone is not enough: the supervisor was there', async () => {
    await attest(app, programme.id, 'drawRecordSigned');
    await refused(registered('须有监督员在场见证', '监督员（纪检）'));
  });

  test('a seat without its reason counts as not drawn', async () => {
    await attest(app, programme.id, 'supervisorWitnesses');
    const seat = { id: judges[0]!.seatId };
    await app.database.repo(Seat).update(seat, { reason: '' });
    await refused(
      '见证抽取须揭示种子；人工选定的席位没有种子，每席写明理由并登记抽取记录表和监督见证后，视为具备（还缺1项）。',
    );
    await app.database.repo(Seat).update(seat, { reason: '测试安排' });
  });

  test('with both registered for this panel the judges are asked to declare', async () => {
    const visitor = await startDeclarations();
    expect(visitor.errors).toEqual([]);
    expect((await footprint(app, programme.id)).state).toBe('RecusalDeclaration');
  });

  test('the board shows what each step needs and leads to the room, with no button of its own', async () => {
    const { visitor } = registrar;
    await visitor.get(`/office?programme=${programme.id}`);
    expect(visitor.text).toContain('有5名评委没有完成回避申报。');
    expect(visitor.page.querySelector('form[action$="/steps"]')).toBeNull();
    expect(
      visitor.page.querySelector(`a.button[href="/office/panels/${programme.id}"]`),
    ).toBeTruthy();
    for (const event of ['startMaterialReview', 'startDefence', 'closeDefence', 'completeDraw']) {
      await visitor.get(`/office/panels/${programme.id}`);
      await visitor.post(`/office/programmes/${programme.id}/steps`, {
        _csrf: visitor.token,
        event,
      });
      expect([event, visitor.status]).toEqual([event, 404]);
    }
    expect((await footprint(app, programme.id)).state).toBe('RecusalDeclaration');
  });
});
