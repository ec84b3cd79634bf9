import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { HallSteps, absent, came } from '../../../../test/support/hall-steps.js';
import { office, signedIn } from '../../../../test/support/people.js';
import type { Visitor } from '../../../../test/support/visitor.js';
import { runCommand, temporaryFile } from '../../../../test/support/run-command.js';
import { judgesCheckOrder } from '../../commands/judges-check-order.js';
import { Application } from '../../../applications/application.entity.js';
import type { DefenceOrderRecord } from '../../../rules/hall/defence-order.js';
import { BoardFeed } from '../board-feed.js';
import { BoardQueries } from '../board.queries.js';
import { HallQueries } from '../hall.queries.js';

let hall: HallSteps;
let keeper: Visitor;
let base: string;
let board: string;
let open: string;
let secrets: string[];
beforeAll(async () => {
  hall = await HallSteps.open();
  const { accountId } = await office(hall.app, 'CityRegistrar');
  keeper = await signedIn(hall.app, accountId);
  base = `/office/rounds/${hall.roundId}/defence`;
  board = `/board/${hall.roundId}`;
  open = `/programmes/${hall.round.programme.slug}/defence`;
  const rows = await hall.app.database.rows<{ name: string; number: string; id: string }>(
    `SELECT m.name, a.receipt_number AS number, a.id FROM application a
     JOIN merchant m ON m.id = a.merchant_id`,
  );
  secrets = [...rows.flatMap(({ name, number, id }) => [name, number, id]), '叶某', '投影故障'];
}, 120_000);
afterAll(() => hall.app.stop());

/** Opens the day and sends one of its forms. */
const send = async (visitor: Visitor, action: string, fields: Record<string, string> = {}) => {
  await visitor.get(base);
  return visitor.submit(`${base}/${action}`, fields);
};
const told = async (address: string) => {
  const page = await hall.app.visitor().get(address);
  return { status: page.status, text: page.html };
};

test('the day goes from the draw to the last speaker on pages, and strangers read numbers alone', async () => {
  expect((await told(board)).status).toBe(404);
  expect((await told(open)).text).toContain('顺序还没有抽取');

  await send(keeper, 'commitment', {});
  const bound = await told(open);
  expect(bound.status).toBe(200);
  const order = await hall.app.app.get(HallQueries).order(hall.roundId);
  expect(bound.text).toContain(order!.commitment);
  expect((await told(board)).status).toBe(404);
  expect((await told(`${open}/${hall.roundId}/record.json`)).status).toBe(404);

  const supervisor = await signedIn(hall.app, hall.round.supervisor.accountId);
  expect((await send(supervisor, 'witness', { witness: '短' })).status).toBe(422);
  await send(supervisor, 'witness', { witness: '烂柯山下一局棋' });
  await send(keeper, 'order', {});
  const file = await hall.app.visitor().get(`${open}/${hall.roundId}/record.json`);
  const text = file.html || file.content.toString();
  const checked = await runCommand(judgesCheckOrder, temporaryFile('order.json', text));
  expect([checked.status, checked.words]).toEqual([0, expect.stringContaining('2家')]);
  const { witness, ...rest } = JSON.parse(text) as DefenceOrderRecord;
  const other = JSON.stringify({ ...rest, witness: `${witness}。` });
  const found = await runCommand(judgesCheckOrder, temporaryFile('order.json', other), '--json');
  expect([found.status, JSON.parse(found.output)]).toMatchObject([1, { path: 'order[0].key' }]);
  expect((await keeper.get(`${base}/print`)).status).toBe(200);

  const turns = await hall.app.app.get(HallQueries).turns(hall.roundId);
  const asked = await keeper.get(base);
  expect(asked.text).toContain(turns[0]!.merchantName);
  const bare = await send(keeper, 'turns/1/attendance', { attendance: 'substitute' });
  expect(bare.status).toBe(422);
  expect(bare.errors).toHaveLength(2);
  await send(keeper, 'turns/1/attendance', { attendance: 'head', speaker: '叶某' });
  hall.app.clock.moveTo('2026-11-10T02:00:00.000Z');
  await send(keeper, 'turns/1/clock', { kind: 'start' });
  expect((await send(keeper, 'turns/1/clock', { kind: 'pause' })).status).toBe(422);
  hall.app.clock.moveTo('2026-11-10T02:03:00.500Z');
  const running = await told(board);
  expect(running.text).toMatch(/第1号[\s\S]*正在计时[\s\S]*下一位：第2号/);
  expect(running.text).toMatch(/data-limit="600"/);
  await send(keeper, 'turns/1/clock', { kind: 'pause', reason: '投影故障' });
  const paused = await told(board);
  expect(paused.text).toMatch(/>7:00<[\s\S]*暂停/);
  const events = await firstEvent();
  expect(events).toMatchObject({ place: 1, next: 2, heard: 0, total: 2 });
  expect(events.clock).toMatchObject({ phase: 'paused', limitSeconds: 600, overtimeSeconds: 0 });

  await send(keeper, 'turns/1/clock', { kind: 'finish' });
  await send(keeper, 'turns/2/attendance', { attendance: 'absent', note: absent.note! });
  expect((await told(board)).text).toContain('答辩结束');
  await hall.attend(2, came);
  expect((await told(board)).text).toMatch(/第2号[\s\S]*已答辩1 \/ 2/);

  for (const address of [board, open, `${open}/${hall.roundId}/record.json`]) {
    const page = await told(address);
    expect(page.status).toBe(200);
    expect(secrets.filter((secret) => page.text.includes(secret))).toEqual([]);
  }
  expect(secrets.filter((secret) => JSON.stringify(events).includes(secret))).toEqual([]);
});

/** As a browser that waits for events asks. */
const listen = (address: string, signal?: AbortSignal) => {
  const { port } = hall.app.app.getHttpServer().address() as AddressInfo;
  return fetch(`http://127.0.0.1:${port}${address}/events`, {
    headers: { accept: 'text/event-stream' },
    signal: signal ?? null,
  });
};

test('who listens hears events, and at an address that is none a refusal', async () => {
  const over = new AbortController();
  const heard = await listen(board, over.signal);
  expect([heard.status, heard.headers.get('content-type')]).toEqual([
    200,
    'text/event-stream; charset=utf-8',
  ]);
  over.abort();
  for (const address of ['/board/x', `/board/${hall.round.id}`]) {
    expect((await listen(address)).status).toBe(404);
  }
});

async function firstEvent() {
  const head = await hall.app.app.get(BoardQueries).head(hall.roundId);
  const stream = await hall.app.app.get(BoardFeed).open(head!);
  const text = await new Promise<string>((resolve) => {
    stream!.once('data', (chunk: Buffer) => resolve(chunk.toString()));
  });
  stream!.destroy();
  return JSON.parse(/^data: (.*)$/m.exec(text)![1]!) as {
    readonly place: number;
    readonly clock: object;
  };
}

test('a place and an address that are none lead nowhere', async () => {
  for (const place of ['0', '99', 'x', '1e1']) {
    expect((await keeper.get(`${base}/turns/${place}`)).status).toBe(404);
  }
  for (const id of [hall.round.id, 'x']) {
    expect((await told(`/board/${id}`)).status).toBe(404);
    expect((await told(`/board/${id}/events`)).status).toBe(404);
    expect((await keeper.get(`/office/rounds/${id}/defence`)).status).toBe(404);
  }
});

test('who withdraws is not called', async () => {
  const [first] = await hall.app.app.get(HallQueries).turns(hall.roundId);
  await hall.app.database
    .repo(Application)
    .update({ id: first!.applicationId }, { state: 'Withdrawn' });
  const turns = await hall.app.app.get(HallQueries).turns(hall.roundId);
  expect(turns.map(({ place }) => place)).toEqual([2]);
});
