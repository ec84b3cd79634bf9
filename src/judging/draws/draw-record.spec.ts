import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { drawCast, drawPool, drawnPanel, type DrawCast } from '../../../test/support/draw.js';
import { person } from '../../../test/support/people.js';
import { runCommand, temporaryFile } from '../../../test/support/run-command.js';
import { TestApp } from '../../../test/support/test-app.js';
import { judgesCheckDraw, judgesDraw } from '../commands/judges-draw.js';
import type { DrawRecord } from '../../rules/draw/draw-record.js';

let app: TestApp;
let cast: DrawCast;
let path: string;
let file: string;

beforeAll(async () => {
  app = await TestApp.start();
  cast = await drawCast(app);
  await drawPool(app, 24);
  path = await drawnPanel(cast);
  await cast.supervisor.visitor.get(`${path}/record.json`);
  file = cast.supervisor.visitor.html;
});
afterAll(() => app.stop());

const check = (content: string) =>
  runCommand(judgesCheckDraw, temporaryFile('record.json', content));

describe('the record that is handed out', () => {
  test('is a file of ids, hashes and times, with nobody’s telephone', () => {
    const { headers } = cast.supervisor.visitor;
    expect(headers['content-type']).toBe('application/json; charset=utf-8');
    expect(headers['content-disposition']).toContain('draw-G-1.json');
    expect(file).not.toMatch(/1370000\d{4}/);
    expect(file).not.toContain('专家一');
  });

  test('is confirmed by the command line from the file alone', async () => {
    const { status, output, words } = await check(file);
    expect([status, output]).toEqual([0, '']);
    expect(words).toMatch(/^抽取记录与重新计算的结果一致。\n.*记录哈希保护.*[0-9a-f]{64}$/);
  });

  test('is what the command line draws from the same inputs', async () => {
    const { seed, candidates, terms, ...rest } = JSON.parse(file) as DrawRecord;
    const { times, present, commitment, witness } = rest;
    const pool = { experts: candidates, ...terms, times, present, commitment, witness };
    const drawn = await runCommand(
      judgesDraw,
      temporaryFile('pool.json', JSON.stringify(pool)),
      '--seed',
      seed,
    );
    expect(JSON.parse(drawn.output)).toEqual(JSON.parse(file));
  });

  test('names what was changed', async () => {
    const record = JSON.parse(file) as DrawRecord;
    const text = (change: object) => JSON.stringify({ ...record, ...change });
    const [first, second, ...others] = record.seats;
    const swapped = [
      { seat: 1, expert: second!.expert },
      { seat: 2, expert: first!.expert },
      ...others,
    ];
    expect((await check(text({ seats: swapped }))).words).toContain('“seats[0].expert”对不上');
    expect((await check(text({ witness: `${record.witness}。` }))).words).toContain(
      '“order[0].key”对不上',
    );
    const times = { ...record.times, revealed: '2099-01-01T00:00:00.000Z' };
    expect((await check(text({ times }))).words).toContain('“recordHash”对不上');
    const late = { ...record.times, witnessed: '2000-01-01T00:00:00.000Z' };
    expect((await check(text({ times: late }))).words).toBe(
      '监督员见证的时间早于公布承诺的时间，程序顺序有误。',
    );
    expect((await check(text({ present: [] }))).words).toContain('“recordHash”对不上');
  });

  test('no single byte of it can be changed unseen', async () => {
    const bytes = Buffer.from(JSON.stringify(JSON.parse(file)));
    const unseen: number[] = [];
    for (let index = 0; index < bytes.length; index += 23) {
      const changed = Buffer.from(bytes);
      changed[index]! ^= 1;
      const { status, words } = await check(changed.toString('utf8'));
      if (status === 0 || words === '') unseen.push(index);
    }
    expect(unseen).toEqual([]);
  });

  test('is for the office and the supervisor; judges, merchants and the public find nothing', async () => {
    const judge = await person(app, 'judge', [{ role: 'Judge' }]);
    const agent = await person(app, 'merchant', [
      { role: 'Agent', merchantId: 'aaaaaaaaaaaaaaaa' },
    ]);
    const division = await person(app, 'office', [
      { role: 'DivisionReviewer', divisionCode: '330802' },
    ]);
    const files = ['json', 'docx'].map((kind) => `${path}/record.${kind}`);
    const addresses = ['/office/draws', path, `${path}/record`, ...files];
    for (const { visitor } of [judge, agent, division]) {
      for (const address of addresses) {
        await visitor.get(address);
        expect([address, visitor.status]).toEqual([address, 404]);
      }
    }
    const stranger = app.visitor();
    for (const address of addresses) {
      await stranger.get(address);
      expect(stranger.path).toContain('/sign-in?next=');
    }
    const record = JSON.parse(file) as DrawRecord;
    for (const address of ['/', '/notices', `/programmes/${cast.programme.slug}`]) {
      await stranger.get(address);
      for (const { expert } of record.seats) expect(stranger.html).not.toContain(expert);
    }
  });
});
