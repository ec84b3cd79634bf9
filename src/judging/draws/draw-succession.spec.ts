import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import {
  type DrawCast,
  drawCast,
  drawPool,
  drawnPanel,
  finish,
  step,
} from '../../../test/support/draw.js';
import { confirmRemovals } from '../../../test/support/removals.js';
import { TestApp } from '../../../test/support/test-app.js';
import type { DrawRecord } from '../../rules/draw/draw-record.js';
import { sha256Hex } from '../../rules/provenance/sha256-hex.js';
import { Expert } from '../experts/expert.entity.js';
import { Draw } from './draw.entity.js';

let app: TestApp;
let cast: DrawCast;
let path: string;
let record: DrawRecord;

beforeAll(async () => {
  app = await TestApp.start();
  cast = await drawCast(app);
  await drawPool(app, 24);
  // Without least numbers any alternate may take any seat.
  path = await drawnPanel(cast, '电子商务 0\n财务审计 0\n农业技术 0');
  for (const { visitor } of [cast.registrar, cast.supervisor]) {
    await step(visitor, path, 'signatures', { read: 'on' });
  }
  const draw = await app.database.repo(Draw).findOneByOrFail({ id: path.split('/').at(-1)! });
  record = draw.record!;
});
afterAll(() => app.stop());

describe('a drawn panel that loses a judge', () => {
  test('lets the next alternate of the record take a vacated seat', async () => {
    const { registrar, programme } = cast;
    const seat = await app.database.row<{ id: string }>(
      'SELECT id FROM seat WHERE category_id = ? AND number = 2',
      [programme.categoryIds.G!],
    );
    await registrar.visitor.get(`/office/panels/${programme.id}`);
    expect(registrar.visitor.text).toContain('见证抽取产生');
    const proposed = registrar.visitor.page
      .querySelectorAll('main tbody tr')
      .find((row) => row.querySelector('th')!.text === '2号')!
      .querySelectorAll('td')[4]!.text;
    await registrar.visitor.submit('/vacancies', {
      seatId: seat!.id,
      vacateReason: '因公出差不能评审',
      promote: 'on',
    });
    expect(registrar.visitor.errors).toEqual([]);
    await confirmRemovals(app);
    const next = await app.database.row<{ expertId: string; alternate: number }>(
      `SELECT expert_id, alternate FROM seat
       WHERE category_id = ? AND number = 2 AND vacated_at IS NULL`,
      [programme.categoryIds.G!],
    );
    expect(record.alternates.map(({ expert }) => expert)).toContain(next!.expertId);
    expect(next!.alternate).toBe(0);
    const { name } = await app.database.repo(Expert).findOneByOrFail({ id: next!.expertId });
    expect(proposed).toBe(`候补1${name}`);
    expect(next!.expertId).toBe(record.alternates[0]!.expert);
    const entry = await app.database.row<{ details: string }>(
      "SELECT details FROM journal_entry WHERE event = 'seat.replace'",
    );
    expect(JSON.parse(entry!.details)).toMatchObject({
      number: 2,
      alternate: 101,
      reason: sha256Hex('因公出差不能评审'),
    });
  });

  test('is drawn again for the empty seat when no alternate is left', async () => {
    const { registrar, supervisor, programme } = cast;
    const seats = await app.database.rows<{ id: string }>(
      `SELECT id FROM seat WHERE category_id = ? AND vacated_at IS NULL
       AND (alternate = 1 OR number = 3) ORDER BY number DESC`,
      [programme.categoryIds.G!],
    );
    expect(seats).toHaveLength(3);
    for (const { id } of seats) {
      await registrar.visitor.get(`/office/panels/${programme.id}`);
      await registrar.visitor.submit('/vacancies', { seatId: id, vacateReason: '不能参加评审' });
      expect(registrar.visitor.errors).toEqual([]);
      await confirmRemovals(app);
    }
    await registrar.visitor.get(`/office/panels/${programme.id}`);
    expect(registrar.visitor.text).toContain('候补已用完，须重新抽取');
    await registrar.visitor.get(path);
    expect(registrar.visitor.text).toContain('候补专家已经用完');
    await registrar.visitor.submit('/redraw');
    const again = registrar.visitor.path;
    expect(again).not.toBe(path);
    await finish(registrar.visitor, supervisor.visitor, again);
    expect(registrar.visitor.errors).toEqual([]);
    const id = again.split('/').at(-1)!;
    const { record: second } = await app.database.repo(Draw).findOneByOrFail({ id });
    expect([second!.attempt, second!.listHash]).toEqual([2, record.listHash]);
    expect(second!.carryOver.seated).toHaveLength(4);
    expect(second!.commitment).not.toBe(record.commitment);
    const members = await app.database.rows<{ expert: string; seat: number }>(
      `SELECT expert_id AS expert, number AS seat FROM seat WHERE category_id = ?
       AND vacated_at IS NULL AND alternate = 0 ORDER BY number`,
      [programme.categoryIds.G!],
    );
    expect(members.map(({ seat, expert }) => ({ seat, expert }))).toEqual(second!.seats);
  });

  test('opens the declaration with nothing attested: the record speaks for itself', async () => {
    const { registrar, supervisor, programme } = cast;
    const last = await app.database.row<{ id: string }>('SELECT id FROM draw WHERE number = 2');
    for (const { visitor } of [registrar, supervisor]) {
      await step(visitor, `/office/draws/${last!.id}`, 'signatures', { read: 'on' });
    }
    await registrar.visitor.get(`/office/panels/${programme.id}`);
    await registrar.visitor.submit('/declaration');
    expect(registrar.visitor.errors).toEqual([]);
    const entry = await app.database.row<{ details: string }>(
      "SELECT details FROM journal_entry WHERE event = 'programme.completeDraw'",
    );
    expect(JSON.parse(entry!.details)).toMatchObject({ seats: 8, chosenByHand: false });
    expect(await app.database.rows('SELECT id FROM step_record')).toEqual([]);
  });
});
