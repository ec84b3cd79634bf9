import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type Person, office } from '../../../test/support/people.js';
import {
  type TestProgramme,
  loadWorkingDays,
  makeProgramme,
} from '../../../test/support/programme.js';
import { makeReexamination, makeStatement } from '../../../test/support/remedies.js';
import { makeSubmitted } from '../../../test/support/submitted-application.js';
import { TestApp } from '../../../test/support/test-app.js';
import { Programme } from '../../programmes/programme.entity.js';
import type { Role } from '../../rules/lifecycle/roles.js';

let app: TestApp;
let programme: TestProgramme;
const people = new Map<Role, Person>();
beforeAll(async () => {
  app = await TestApp.start();
  app.clock.moveTo('2026-06-01T02:00:00.000Z');
  await loadWorkingDays(app);
  programme = await makeProgramme(app, 'Screening');
  const calendar = [{ phase: 'Screening', from: '2026-05-29', to: '2026-06-05', workingDays: 6 }];
  await app.database.repo(Programme).update(programme.id, { calendar });
  for (const role of ['CityRegistrar', 'Screener', 'Supervisor', 'Publisher'] as const) {
    people.set(role, await office(app, role));
  }
});
afterAll(() => app.stop());

/** Label, hint, day and link of what stands under 现在要办. */
async function tasks(role: Role): Promise<readonly string[]> {
  const { visitor } = people.get(role)!;
  await visitor.get('/office');
  return visitor.page
    .querySelectorAll('.next-action .task')
    .map((one) =>
      [one.text.replaceAll(/\s+/g, ' ').trim(), one.querySelector('a')!.getAttribute('href')].join(
        ' ',
      ),
    );
}

async function late(role: Role): Promise<string | undefined> {
  const { visitor } = people.get(role)!;
  await visitor.get('/office');
  return visitor.page
    .querySelector('[aria-labelledby="late"] tbody')
    ?.text.replaceAll(/\s+/g, ' ')
    .trim();
}

test('statements and requests stand on the board of the registrar with their day', async () => {
  const one = await makeSubmitted(app, programme, { state: 'ScreenedOut', name: '甲商行' });
  const two = await makeSubmitted(app, programme, { state: 'NotRecommended', name: '乙商行' });
  await makeStatement(app, { applicationId: one.id, answerDueOn: '2026-06-08' });
  await makeReexamination(app, { applicationId: two.id, answerDueOn: '2026-06-08' });
  const told = (await tasks('CityRegistrar')).join('\n');
  expect(told).toMatch(/答复陈述申辩：甲商行 .*2026年6月8日截止 \/office\/statements/);
  expect(told).toMatch(/答复复查申请：乙商行 .*2026年6月8日截止 \/office\/re-examinations/);
  expect((await tasks('Publisher')).join()).not.toContain('陈述申辩');
});

test('several stand in one line, with how many and the nearest day', async () => {
  const { id } = await makeSubmitted(app, programme, { state: 'ScreenedOut', name: '丙商行' });
  await makeStatement(app, { applicationId: id, answerDueOn: '2026-06-04' });
  const lines = (await tasks('CityRegistrar')).filter((one) => one.startsWith('答复陈述申辩'));
  expect(lines).toEqual([expect.stringMatching(/^答复陈述申辩2项，.*2026年6月4日截止/)]);
});

test('what is counted says how long the oldest has waited and the day of its phase', async () => {
  await makeSubmitted(app, programme, { state: 'Recommended', name: '丁商行' });
  app.clock.moveTo('2026-06-04T02:00:00.000Z');
  const [line] = (await tasks('Screener')).filter((one) => one.startsWith('审查申报资格'));
  expect(line).toMatch(/最早一项已等3天，2026年6月5日截止.*1项/);
});

test('once late it stands with owner and days, for the owner and the supervisor, for nobody else', async () => {
  app.clock.moveTo('2026-06-09T02:00:00.000Z');
  for (const role of ['CityRegistrar', 'Supervisor'] as const) {
    const told = await late(role);
    expect(told).toMatch(/答复陈述申辩：甲商行.*市办登记员.*逾期1天/);
    expect(told).toMatch(/答复复查申请：乙商行.*市办登记员.*逾期1天/);
  }
  expect((await late('Publisher')) ?? '').not.toContain('陈述申辩');
});
