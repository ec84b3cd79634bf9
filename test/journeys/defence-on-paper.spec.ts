import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { PRESET_NOW } from '../../seeds/reference/rule-sets/preset-now.js';
import { CloseRound } from '../../src/judging/rounds/close-round.js';
import { SignSheets } from '../../src/judging/sheets/sign-sheets.js';
import { ScoreSheet } from '../../src/judging/sheets/score-sheet.entity.js';
import { roundSheet } from '../../src/rules/rounds/round-sheet.js';
import { VerifyJournal } from '../../src/journal/verify-journal.js';
import { defenceNoticed } from '../support/attest.js';
import { JudgedRound } from '../support/judged-round.js';
import { type Person, office, signedIn } from '../support/people.js';
import { smallPng } from '../support/small-files.js';
import { TestApp } from '../support/test-app.js';

/** A defence before five judges: the network is away, one of them scores on paper, another gets paper too. */
let app: TestApp;
let round: JudgedRound;
let registrar: Person;
beforeAll(async () => {
  app = await TestApp.start();
  round = await JudgedRound.open(app, 1);
  for (const seat of [1, 2, 3, 4, 5]) await round.scoreAndSign(seat);
  await defenceNoticed(app, round.programme.id);
  await round.openRound(id());
  registrar = await office(app, 'CityRegistrar');
}, 120_000);
afterAll(() => app.stop());

const id = () => round.programme.roundIds['G.defence']!;
const codes = roundSheet(PRESET_NOW, 'G', 'defence')!.indicators.map(({ code, weight }) => ({
  code,
  points: Math.round(weight / 2 / 50) * 50,
}));
const scores = Object.fromEntries(codes.map(({ code, points }) => [code, points]));
const last = codes.at(-1)!;
const typed = (slip = 0) => ({
  ...Object.fromEntries(
    codes.map(({ code, points }) => [
      `score-${code}`,
      String((points + (code === last.code ? slip : 0)) / 100),
    ]),
  ),
  signed: 'on',
});
const papers = () => `/office/rounds/${id()}/paper`;

async function ofSeat(seat: number): Promise<ScoreSheet> {
  const { seatId } = round.judges[seat - 1]!;
  return app.database.repo(ScoreSheet).findOneByOrFail({ roundId: id(), seatId });
}

async function onDevice(seat: number): Promise<void> {
  await round.save(await ofSeat(seat), scores);
  const { id: sheetId, version } = await ofSeat(seat);
  const given = { sheets: [{ sheetId, version }], dissent: null, confirmed: true };
  await app.app.get(SignSheets).run(round.judge(seat), id(), given);
}

test('the sheets go out, are keyed apart, compared, and the defence ends', async () => {
  for (const seat of ['1', '2']) {
    await registrar.visitor.get(papers());
    await registrar.visitor.submit('/paper', { seat });
    expect(registrar.visitor.text).toContain('已标记1份纸质评分表，并通知评委。');
  }
  await registrar.visitor.get(`${papers()}/print`);
  expect(registrar.visitor.page.querySelectorAll('.paper-sheet')).toHaveLength(5);
  for (const seat of [2, 3, 4, 5]) await onDevice(seat);

  const [one, two] = [await office(app, 'Tabulator'), await office(app, 'Tabulator')];
  const paper = `/office/paper-sheets/${(await ofSeat(1)).id}`;
  const scan = { field: 'scan', name: '一号席.png', content: smallPng };
  await one.visitor.get(paper);
  await one.visitor.submit(paper, typed(), [scan]);
  await two.visitor.get('/office');
  expect(two.visitor.text).toContain('录入纸质评分表');
  await two.visitor.get(paper);
  await two.visitor.submit(paper, typed(50));
  expect(two.visitor.text).toContain('两次录入不一致，由没有录入过的人核定。');

  const approver = await office(app, 'Approver');
  await approver.visitor.get('/office');
  expect(approver.visitor.text).toContain('核定两次录入的差异');
  await approver.visitor.get(paper);
  await approver.visitor.submit('/settlement', {
    [`score-${last.code}`]: String((last.points + 50) / 100),
    note: '末项涂改处有评委签名，以改后为准',
  });
  expect(approver.visitor.text).toContain('已核定，评分表生效。');
  expect(await ofSeat(1)).toMatchObject({
    state: 'Signed',
    scores: { ...scores, [last.code]: last.points + 50 },
  });
  const judge = await signedIn(app, round.judge(1).accountId);
  await judge.get(`/judging/sheets/${(await ofSeat(1)).id}`);
  expect(judge.text).toContain('本表由您签字的纸质评分表录入');
});

test('it ends when the paper of the judge who signed on the device is taken back', async () => {
  const close = () => app.app.get(CloseRound).run(round.registrar, id());
  await expect(close()).rejects.toMatchObject({
    code: 'programmes.blocked.paperAndScreenReconciled',
  });
  await registrar.visitor.get(`/office/paper-sheets/${(await ofSeat(2)).id}`);
  await registrar.visitor.submit('/withdrawal', { reason: '评委已在设备上签字，纸质表未用' });
  expect(registrar.visitor.text).toContain('已收回纸质表。');
  await close();
  expect(await app.app.get(VerifyJournal).run()).toMatchObject({ ok: true });
});
