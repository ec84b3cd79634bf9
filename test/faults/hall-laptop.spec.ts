import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { appointed } from '../support/award-steps.js';
import { ChildProgram } from '../support/child-program.js';
import { freePort } from '../support/free-port.js';
import { HallSteps } from '../support/hall-steps.js';
import { signedIn } from '../support/people.js';
import { temporaryFile } from '../support/run-command.js';
import { type Fields, Visitor } from '../support/visitor.js';
import { HallQueries } from '../../src/judging/hall/hall.queries.js';
import type { SealedHallDay } from '../../src/rules/hall/hall-day.js';
import type { Actor } from '../../src/web/actor.js';

let hall: HallSteps;
let keeper: Actor;
let office: Visitor;
let base: string;
let file: string;
let code: string;
let environment: Record<string, string>;
const started: ChildProgram[] = [];

beforeAll(async () => {
  hall = await HallSteps.open(3);
  keeper = await appointed(hall.app, 'Verifier');
  await hall.drawn();
  office = await signedIn(hall.app, hall.registrar.accountId);
  base = `/office/rounds/${hall.roundId}/defence`;
  await office.get(`${base}/laptop`);
  await office.submit(`${base}/laptop`);
  code = office.page.querySelector('.one-time-password code')!.text;
  await office.get(office.page.querySelector('.next-action a')!.getAttribute('href')!);
  file = temporaryFile('hall-1.json', office.html);
  const port = String(await freePort());
  environment = { DATA_DIR: mkdtempSync(join(tmpdir(), 'laptop-')), PORT: port };
}, 120_000);
afterAll(async () => {
  await Promise.all(started.map((child) => child.stop('SIGKILL')));
  await hall.app.stop();
});

const open = async (typed = code, ...args: string[]) => {
  const words = ['hall', 'open', file, ...args];
  const child = await ChildProgram.start(words, environment, [], typed);
  started.push(child);
  return child;
};

/** The program on the laptop, and a browser there. */
const ready = async (number: string) => {
  const child = await open();
  await child.says('Ctrl+C');
  const visitor = new Visitor(`http://127.0.0.1:${environment.PORT}`);
  await visitor.get(`/sign-in?next=${encodeURIComponent(base)}`);
  await visitor.submit('/sign-in', { mobile: number, password: code });
  const act = async (action: string, fields: Fields) => {
    await visitor.get(base);
    return visitor.submit(`${base}/turns/${action}`, fields);
  };
  return { child, visitor, act };
};

const came = { attendance: 'head', speaker: '叶某' };
const numberOf = () => {
  const made = JSON.parse(readFileSync(file, 'utf8')) as SealedHallDay;
  return String(made.day.keepers.findIndex(({ id }) => id === keeper.accountId) + 1);
};

test('a place that is none and a wrong code end with a sentence', async () => {
  expect(await (await open('x')).end).toEqual({
    status: 2,
    words: expect.stringMatching(/会场口令不对。$/),
  });
  const off = await open(code, '--from', '9');
  expect(await off.end).toEqual({ status: 2, words: '“9”不是这个答辩日的序号。' });
});

test('a laptop leads three merchants, is switched off between, and the office takes the day over', async () => {
  const first = await ready(numberOf());
  expect(first.visitor.path).toBe(base);
  await first.act('1/attendance', came);
  await first.act('1/clock', { kind: 'start' });
  await first.act('1/clock', { kind: 'pause', reason: '投影故障' });
  expect((await first.visitor.get(`/board/${hall.roundId}`)).text).toMatch(/第1号[\s\S]*暂停/);
  await first.child.stop('SIGKILL');

  const { child, act, visitor } = await ready(numberOf());
  await act('1/clock', { kind: 'resume' });
  await act('1/clock', { kind: 'finish' });
  await act('2/attendance', { attendance: 'absent', note: '三次叫号未到' });
  await act('3/attendance', came);
  await act('3/clock', { kind: 'start' });
  await act('3/clock', { kind: 'finish' });
  expect(visitor.text).toContain('所有到场的商户都已答辩');
  const { status, words } = await child.stop('SIGINT');
  expect([status, words]).toEqual([0, expect.stringContaining('9行')]);

  const content = readFileSync(join(dirname(file), 'hall-1-result.json'));
  const upload = (bytes: Buffer) => [{ field: 'file', name: 'hall-1-result.json', content: bytes }];
  await office.get(`${base}/laptop`);
  const bent = Buffer.from(content.toString().replace('投影故障', '停电'));
  expect((await office.submit(`${base}/laptop/result`, {}, upload(bent))).status).toBe(422);
  expect(office.text).toContain('第3行的内容被改动过');
  await office.submit(`${base}/laptop/result`, {}, upload(content));
  expect(office.page.querySelectorAll('#preview tbody tr')).toHaveLength(9);
  await office.submit(`${base}/laptop/taking`, { reason: '会场没有网络' });
  expect([office.path, office.text]).toEqual([base, expect.stringContaining('由会场电脑接收')]);
  const turns = await hall.app.app.get(HallQueries).turns(hall.roundId);
  expect(turns.map(({ attendance, acts }) => [attendance, acts.length])).toEqual([
    ['head', 4],
    ['absent', 0],
    ['head', 2],
  ]);

  const second = await signedIn(hall.app, keeper.accountId);
  await second.get(`${base}/turns/1`);
  expect(second.text).toContain('会场电脑记录');
  await second.submit(`${base}/turns/1/late-times/1`);
  expect(second.text).toContain('已核看');
});
