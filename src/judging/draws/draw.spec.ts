import { docxText } from '../../../test/support/docx-text.js';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import {
  type DrawCast,
  WITNESS,
  begin,
  drawCast,
  drawPool,
  step,
  terms,
} from '../../../test/support/draw.js';
import { TestApp } from '../../../test/support/test-app.js';
import { ProgrammeGuards } from '../../programmes/programme-guards.js';
import { commitmentOf } from '../../rules/draw/commitment.js';
import type { DrawRecord } from '../../rules/draw/draw-record.js';
import { Draw } from './draw.entity.js';

let app: TestApp;
let cast: DrawCast;
let pool: string[];
let path: string;
let draw: () => Promise<Draw>;
let record: DrawRecord;

beforeAll(async () => {
  app = await TestApp.start();
  cast = await drawCast(app);
  pool = await drawPool(app, 24);
  const { registrar } = cast;
  await registrar.visitor.get('/office/draws');
  expect(registrar.visitor.text).toContain('还没有抽取');
  path = await begin(cast);
  draw = () => app.database.repo(Draw).findOneByOrFail({ id: path.split('/').at(-1)! });
});
afterAll(() => app.stop());

/** The whole draw in its order, as the people of the meeting do it on the pages. */
describe('a witnessed draw', () => {
  test('is prepared with terms and exclusions that have a reason', async () => {
    const { visitor } = cast.registrar;
    await step(visitor, path, 'terms', terms);
    expect(visitor.errors).toEqual([]);
    expect((await draw()).terms).toEqual({
      panelSize: 5,
      alternates: 3,
      perDivision: 2,
      fields: [
        { field: '电子商务', minimum: 2 },
        { field: '财务审计', minimum: 1 },
        { field: '农业技术', minimum: 0 },
      ],
      perOrganisation: 1,
      applications: 2,
      conflictShare: [1, 10],
    });
    for (const expertId of pool.slice(0, 2)) {
      await step(visitor, path, 'exclusions', { expertId, exclusionReason: '本人书面请假' });
    }
    expect(visitor.text).toContain('不列入：本人书面请假');
    await step(visitor, path, 'readmissions', { readmitId: pool[1]! });
    expect((await draw()).exclusions).toEqual([
      { expertId: pool[0], reason: '本人书面请假', code: null },
    ]);
  });

  test('freezes list and terms under one hash', async () => {
    const { visitor } = cast.registrar;
    await step(visitor, path, 'freezing');
    const { state, candidates, listHash } = await draw();
    expect([state, candidates!.length]).toEqual(['Frozen', 23]);
    expect(candidates!.map(({ id }) => id)).toEqual(pool.slice(1).toSorted());
    expect(visitor.text).toContain(listHash!);
    expect(visitor.page.querySelectorAll('form[action$=/terms]')).toEqual([]);
    await visitor.get(path);
    expect(visitor.text).toContain('未列入名单的专家（1人）');
  });

  test('commits to a sealed seed; the supervisor is told', async () => {
    const { registrar, supervisor } = cast;
    await step(registrar.visitor, path, 'commitment');
    const { commitment, seedSealed } = await draw();
    expect(commitment).toMatch(/^[0-9a-f]{64}$/);
    expect(seedSealed).not.toMatch(/^[0-9a-f]{64}$/);
    expect(registrar.visitor.text).toContain(commitment!);
    await supervisor.visitor.get('/messages');
    expect(supervisor.visitor.text).toContain('专家抽取已公布承诺值');
  });

  test('takes the witness text from the supervisor', async () => {
    const { registrar, supervisor } = cast;
    await registrar.visitor.get(path);
    expect(registrar.visitor.text).toContain('等待监督员见证');
    expect(registrar.visitor.page.querySelectorAll('form[action$=/reveal]')).toEqual([]);
    await step(supervisor.visitor, path, 'witness', { witness: WITNESS });
    expect(supervisor.visitor.errors).toEqual([]);
    expect((await draw()).witnessedBy).toBe(supervisor.accountId);
  });

  test('reveals, orders, seats and says why anybody was passed over', async () => {
    const { visitor } = cast.registrar;
    await step(visitor, path, 'reveal', { present: '登记员甲\n监督员乙\n' });
    expect(visitor.errors).toEqual([]);
    const drawn = await draw();
    record = drawn.record!;
    expect(commitmentOf(record.seed)).toBe(record.commitment);
    expect([record.seats.length, record.alternates.length]).toEqual([5, 3]);
    expect(record.present).toEqual(['登记员甲', '监督员乙']);
    expect(record.times).toEqual({
      frozen: drawn.frozenAt,
      committed: drawn.committedAt,
      witnessed: drawn.witnessedAt,
      revealed: drawn.revealedAt,
    });
    expect(drawn.seedSealed).toBeNull();
    for (const text of [record.seed, record.recordHash, WITNESS, '1号（组长）', '候补3']) {
      expect(visitor.text).toContain(text);
    }
    const seats = await app.database.rows<{ number: number; expertId: string; chair: number }>(
      'SELECT number, expert_id, chair FROM seat WHERE draw_id = ? ORDER BY number',
      [drawn.id],
    );
    expect(seats).toEqual([
      ...record.seats.map(({ seat, expert }) => ({
        number: seat,
        expertId: expert,
        chair: seat === 1 ? 1 : 0,
      })),
      ...record.alternates.map(({ alternate, expert }) => ({
        number: 100 + alternate,
        expertId: expert,
        chair: 0,
      })),
    ]);
    expect(visitor.text.split('跳过：').length - 1).toBe(
      new Set(record.skips.map(({ position }) => position)).size,
    );
  });

  test('keeps the declaration closed until its record is signed', async () => {
    const { registrar, programme } = cast;
    await registrar.visitor.get(`/office/panels/${programme.id}`);
    expect(registrar.visitor.text).toContain('有1份抽取记录没有双方签字');
    const findings = await app.app.get(ProgrammeGuards).of(programme.id);
    const { panelAndAlternatesDrawn, seedRevealed, drawRecordSigned } = findings;
    expect([panelAndAlternatesDrawn, seedRevealed, drawRecordSigned]).toEqual([true, true, false]);
  });

  test('is signed by both sides, each once', async () => {
    const { registrar, supervisor } = cast;
    for (const { visitor } of [registrar, supervisor]) {
      await step(visitor, path, 'signatures');
      expect([visitor.status, visitor.errors]).toEqual([422, ['请阅读并勾选“签字确认”。']]);
      await step(visitor, path, 'signatures', { read: 'on' });
      expect(visitor.errors).toEqual([]);
      expect(visitor.page.querySelectorAll('form[action$=/signatures]')).toEqual([]);
    }
    const { officeSignedBy, witnessSignedAt } = await draw();
    expect(officeSignedBy).toBe(registrar.accountId);
    expect(witnessSignedAt).not.toBeNull();
  });

  test('prints with every input, hash, time and a line for each signature', async () => {
    const { visitor } = cast.supervisor;
    await visitor.get(`${path}/record`);
    expect(visitor.status).toBe(200);
    const { seed, commitment, listHash, recordHash, witness } = record;
    for (const text of [seed, commitment, listHash, recordHash, witness, '专家抽取记录表']) {
      expect(visitor.text).toContain(text);
    }
    const lines = visitor.page.querySelectorAll('.draw-signatures tbody th');
    expect(lines.map(({ text }) => text)).toEqual(['登记员甲', '监督员乙']);
    expect(visitor.html).not.toMatch(/1370000\d{4}/);
    await visitor.get(`${path}/record.docx`);
    const file = docxText(visitor.content);
    for (const text of [seed, commitment, listHash, recordHash, witness]) {
      expect(file).toContain(text);
    }
    expect(file).toContain('\n登记员甲\n\n\n监督员乙\n');
    expect(file).not.toMatch(/1370000\d{4}/);
  });

  test('leaves every step in the journal, and no seed before the reveal', async () => {
    const entries = await app.database.rows<{ event: string; details: string }>(
      "SELECT event, details FROM journal_entry WHERE subject_type = 'draw' ORDER BY sequence",
    );
    expect(entries.map(({ event }) => event)).toEqual([
      'draw.begin',
      'draw.setTerms',
      'draw.exclude',
      'draw.exclude',
      'draw.readmit',
      'draw.freeze',
      'draw.commit',
      'draw.witness',
      'draw.reveal',
      'draw.sign',
      'draw.sign',
    ]);
    const withSeed = entries.filter(({ details }) => details.includes(record.seed));
    expect(withSeed.map(({ event }) => event)).toEqual(['draw.reveal']);
    expect(entries.some(({ details }) => details.includes(WITNESS))).toBe(false);
  });
});
