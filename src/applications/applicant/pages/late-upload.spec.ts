import { afterAll, beforeEach, describe, expect, test } from '@jest/globals';
import {
  type Applicant,
  agreed,
  fillDraft,
  inTheWindow,
  makeApplicant,
  startDraft,
} from '../../../../test/support/applicant.js';
import {
  type TestProgramme,
  loadWorkingDays,
  makeProgramme,
} from '../../../../test/support/programme.js';
import { slowUpload } from '../../../../test/support/slow-upload.js';
import { TestApp } from '../../../../test/support/test-app.js';
import { ProgrammeQueries } from '../../../programmes/programme.queries.js';
import { endOfBeijingDay } from '../../../rules/calendar/beijing-time.js';

let app: TestApp;
let programme: TestProgramme;
let own: Applicant;
let path: string;
let closesAt: string;

beforeEach(async () => {
  await app?.stop();
  app = await TestApp.start();
  app.clock.moveTo(inTheWindow);
  await loadWorkingDays(app);
  programme = await makeProgramme(app, 'Open');
  const { calendar } = await app.app.get(ProgrammeQueries).byId(programme.id);
  closesAt = endOfBeijingDay(calendar.find(({ phase }) => phase === 'Open')!.to);
  toDeadline(-10);
  own = await makeApplicant(app);
  path = await startDraft(own, programme);
  await fillDraft(own, path);
  toDeadline(-2);
  await own.visitor.get(`${path}/evidence`);
});
afterAll(() => app.stop());

function toDeadline(minutes: number): void {
  app.clock.moveTo(new Date(Date.parse(closesAt) + minutes * 60_000).toISOString());
}

const upload = (meanwhile: () => void) =>
  slowUpload(
    app,
    own.visitor,
    `${path}/evidence`,
    { indicator: 'G15', caption: '截图' },
    meanwhile,
  );

const receipts = () =>
  app.database.rows<{ number: string; startedAt: string; completedAt: string; files: number }>(
    'SELECT number, started_at, completed_at, files FROM upload_receipt',
  );

describe('K3: an upload that begins before the deadline', () => {
  test('counts when it completes within 30 minutes, with a receipt, and the draft can be submitted', async () => {
    const answer = await upload(() => toDeadline(5));
    expect(answer).toEqual({ status: 303, location: `${path}/evidence` });
    const [receipt] = await receipts();
    expect(receipt!.number).toMatch(/^SC\d{16}$/);
    expect(receipt!.startedAt < closesAt && receipt!.completedAt > closesAt).toBe(true);
    await own.visitor.get(`${path}/evidence`);
    expect(own.visitor.text).toContain(`文件已上传，上传回执号${receipt!.number}。`);
    expect(own.visitor.text).toContain('您有文件在截止前开始上传，可在');
    await own.visitor.get(`${path}/declarations`);
    await own.visitor.submit('/submission', agreed);
    expect([own.visitor.status, own.visitor.path]).toEqual([200, path]);
    expect(await app.database.rows('SELECT state FROM application')).toEqual([
      { state: 'Submitted' },
    ]);
  });

  test('moves nothing for what begins after it, nor for anybody else', async () => {
    const late = await makeApplicant(app);
    const other = await startDraft(late, programme);
    await fillDraft(late, other);
    await late.visitor.get(`${other}/declarations`);
    await upload(() => toDeadline(1));
    await late.visitor.submit('/submission', agreed);
    expect(late.visitor.status).toBe(422);
    await late.visitor.get(`${other}/evidence`);
    expect(late.visitor.page.querySelector('input[type=file]')).toBe(null);
  });

  test('is too late after 30 minutes: nothing is kept and no receipt given', async () => {
    const answer = await upload(() => toDeadline(28.1));
    expect(answer.status).toBe(422);
    expect(await receipts()).toEqual([]);
    expect(await app.database.rows('SELECT id FROM evidence_link')).toEqual([]);
  });

  test('opens the draft until 30 minutes after its start and no longer', async () => {
    await upload(() => toDeadline(1));
    toDeadline(27);
    await own.visitor.get(`${path}/declarations`);
    const page = own.visitor.html;
    toDeadline(28.1);
    own.visitor.html = page;
    await own.visitor.submit('/submission', agreed);
    expect(own.visitor.status).toBe(422);
    const row = await app.database.row<{ state: string }>('SELECT state FROM application');
    expect(row!.state).toBe('Draft');
  });
});
