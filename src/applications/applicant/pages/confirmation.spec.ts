import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import {
  agreed,
  inTheWindow,
  makeApplicant,
  startDraft,
  openWindow,
} from '../../../../test/support/applicant.js';
import { merchantPerson } from '../../../../test/support/people.js';
import type { TestProgramme } from '../../../../test/support/programme.js';
import { smallPdf } from '../../../../test/support/small-files.js';
import { filledDraft, storedApplication } from '../../../../test/support/open-draft.js';
import type { TestApp } from '../../../../test/support/test-app.js';
import { newId } from '../../../database/new-id.js';
import { ExtensionOrder } from '../../../programmes/extension-order.entity.js';

let app: TestApp;
let programme: TestProgramme;

beforeAll(async () => {
  ({ app, programme } = await openWindow());
});
afterAll(() => app.stop());

describe('the deadline', () => {
  const extend = (scope: 'all' | 'application', scopeId: string | null, newLastDay: string) =>
    app.database.repo(ExtensionOrder).insert({
      id: newId(),
      programmeId: programme.id,
      phase: 'Open',
      scope,
      scopeId,
      newLastDay,
      reason: '系统故障',
      orderedBy: newId(),
      orderedAt: app.clock.now(),
    });

  test('is 24:00 Beijing time of the last day by the server, a second before is in time', async () => {
    const [early, late] = [await makeApplicant(app), await makeApplicant(app)];
    const earlyPath = await filledDraft(early, programme);
    const latePath = await filledDraft(late, programme);
    app.clock.moveTo('2026-09-30T15:59:50.000Z');
    await early.visitor.submit('/submission', agreed);
    app.clock.moveTo('2026-09-30T16:00:00.000Z');
    await late.visitor.submit('/submission', agreed);
    const { status } = late.visitor;
    await late.visitor.get(`${latePath}/figures`);
    expect(late.visitor.page.querySelector('[name=registeredMarks]')).toBeNull();
    await late.visitor.get(`${latePath}/declarations`);
    expect(late.visitor.text).toContain('申报已提交或申报时间已过，承诺不再修改。');
    expect((await storedApplication(app, earlyPath)).state).toBe('Submitted');
    expect(status).toBe(422);
    expect((await storedApplication(app, latePath)).state).toBe('Draft');

    await extend('application', latePath.split('/').at(-1)!, '2026-10-09');
    await late.visitor.get(`${latePath}/declarations`);
    expect(late.visitor.text).toContain('2026年10月9日（星期五）24:00');
    await late.visitor.submit('/submission', agreed);
    expect((await storedApplication(app, latePath)).state).toBe('Submitted');
    app.clock.moveTo(inTheWindow);
  });
});

describe('the representative confirms', () => {
  test('an agent asks the representative, who submits', async () => {
    const agent = await makeApplicant(app, 'Agent');
    const head = await merchantPerson(app, agent.merchantId, 'LegalRepresentative');
    const path = await filledDraft(agent, programme);
    expect(agent.visitor.page.querySelector('form[action$="/submission"]')).toBeNull();
    const { token } = agent.visitor;
    await agent.visitor.post(`${path}/submission`, { _csrf: token, ...agreed });
    expect(agent.visitor.status).toBe(422);
    expect((await storedApplication(app, path)).state).toBe('Draft');

    await agent.visitor.get(`${path}/declarations`);
    await agent.visitor.submit('/confirmation-request');
    expect(agent.visitor.path).toBe(path);
    await head.visitor.get('/my');
    expect(head.visitor.text).toContain('“示范网商”类别的申报已填写完成，请阅读承诺并提交。');
    await head.visitor.submit('/reading');
    expect(head.visitor.path).toBe(`${path}/declarations`);
    await head.visitor.submit('/submission', agreed);
    expect((await storedApplication(app, path)).state).toBe('Submitted');
  });

  test('an unfinished draft is not put before the representative', async () => {
    const agent = await makeApplicant(app, 'Agent');
    const head = await merchantPerson(app, agent.merchantId, 'LegalRepresentative');
    const path = await startDraft(agent, programme);
    await agent.visitor.get(`${path}/declarations`);
    await agent.visitor.submit('/confirmation-request');
    expect(agent.visitor.status).toBe(422);
    await head.visitor.get('/my');
    expect(head.visitor.page.querySelectorAll('form[action$="/reading"]')).toEqual([]);
  });

  test('a signed statement does not stand in for a representative who has an account', async () => {
    const agent = await makeApplicant(app, 'Agent');
    const path = await filledDraft(agent, programme);
    await agent.visitor.submit('/evidence', {}, [
      { field: 'file', name: '确认书.pdf', content: smallPdf },
    ]);
    await merchantPerson(app, agent.merchantId, 'LegalRepresentative');
    await agent.visitor.post(`${path}/submission`, { _csrf: agent.visitor.token, ...agreed });
    expect(agent.visitor.status).toBe(422);
    expect((await storedApplication(app, path)).state).toBe('Draft');
  });

  test('without such an account an agent submits with a statement signed by hand', async () => {
    const agent = await makeApplicant(app, 'Agent');
    const path = await filledDraft(agent, programme);
    await agent.visitor.submit('/submission', agreed);
    expect(agent.visitor.status).toBe(422);
    expect(agent.visitor.text).toContain('没有其账号的，请先上传签字的确认书');
    await agent.visitor.get(`${path}/statement`);
    expect(agent.visitor.text).toContain('本人柳一舟，为测试网商');
    await agent.visitor.get(`${path}/declarations`);
    await agent.visitor.submit('/evidence', {}, [
      { field: 'file', name: '确认书.pdf', content: smallPdf },
    ]);
    expect(agent.visitor.path).toBe(`${path}/declarations`);
    await agent.visitor.submit('/submission', agreed);
    expect((await storedApplication(app, path)).state).toBe('Submitted');
    const entry = await app.database.row<{ details: string; actorRole: string }>(
      "SELECT details, actor_role FROM journal_entry WHERE event = 'application.submit' AND subject_id = ?",
      [path.split('/').at(-1)!],
    );
    expect(entry!.actorRole).toBe('Agent');
    expect(JSON.parse(entry!.details)).toMatchObject({ confirmation: 'statement' });
  });
});
