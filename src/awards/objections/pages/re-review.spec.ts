import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { AwardSteps } from '../../../../test/support/award-steps.js';
import { ObjectionSteps } from '../../../../test/support/objection-steps.js';
import { type Person, office } from '../../../../test/support/people.js';
import { ReReviewSteps } from '../../../../test/support/re-review-steps.js';

let award: AwardSteps;
let reReview: ReReviewSteps;
let id: string;
let registrar: Person;
let approver: Person;
let supervisor: Person;
beforeAll(async () => {
  award = await AwardSteps.open();
  reReview = new ReReviewSteps(new ObjectionSteps(award, await award.toPublicity()));
  id = await reReview.appointed();
  await reReview.points(id, 'G11', [100]);
  registrar = await office(award.app, 'CityRegistrar');
  approver = await office(award.app, 'Approver');
  supervisor = await office(award.app, 'Supervisor');
}, 120_000);
afterAll(() => award.app.stop());

const at = () => `/office/objections/${id}/re-review`;

describe('the experts of a re-review, on the pages', () => {
  test('are reminded once, and the page says who was told and when again', async () => {
    const { visitor } = registrar;
    await visitor.get(at());
    await visitor.submit('/reminders', {});
    expect(visitor.errors).toEqual([]);
    expect(visitor.text).toContain('已提醒，尚有2份');
    expect(visitor.text).toContain('最近一次催办');
    expect(visitor.page.querySelector('form[action$="/reminders"]')).toBeNull();
  });

  test('who are late stand on the boards of registrar and supervisor, with the day', async () => {
    const lines = async ({ visitor }: Person) => {
      await visitor.get('/office');
      return visitor.page
        .querySelectorAll('main tr')
        .filter((row) => /专家复核签字/.test(row.text));
    };
    expect(await lines(registrar)).toHaveLength(0);
    await award.app.database.execute("UPDATE re_review_panel SET closes_on = '2026-01-05'");
    for (const person of [registrar, supervisor]) {
      const rows = await lines(person);
      expect(rows).toHaveLength(2);
      expect(rows[0]!.text).toContain('逾期');
    }
    await supervisor.visitor.get('/supervision');
    expect(supervisor.visitor.text).toContain('的复核评分表未签字');
  });

  test('see a signed sheet fall only when the approver confirms, and nobody a score', async () => {
    const { visitor } = registrar;
    const { id: signedSheetId } = await reReview.sheet(id, 1);
    await visitor.get(at());
    const given = { signedSheetId, facts: '经查三年内受聘为其顾问' };
    await visitor.submit('/voids', { ...given, ground: '' });
    expect([visitor.status, (await reReview.sheet(id, 1)).state]).toEqual([422, 'Signed']);
    await visitor.submit('/voids', { ...given, ground: '1' });
    expect(visitor.errors).toEqual([]);
    expect(visitor.text).toContain('待决定是否作废');
    for (const person of [registrar, supervisor, approver]) {
      await person.visitor.get('/office/removals');
      expect(person.visitor.text).toContain('作废复核专家1的评分表');
      expect(person.visitor.page.querySelector('.number')).toBeNull();
    }
    await approver.visitor.submit('/decision', { decision: 'confirm', reason: '已向单位核实' });
    expect([approver.visitor.errors, (await reReview.sheet(id, 1)).state]).toEqual([[], 'Voided']);
    await visitor.get(at());
    expect(visitor.text).toContain('请另请一名专家');
    await supervisor.visitor.get('/supervision');
    expect(supervisor.visitor.text).toContain('（复核专家1）');
  });
});
