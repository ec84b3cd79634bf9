import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { merchantPerson, office } from '../../../../test/support/people.js';
import { PracticeSteps, practiceFacts } from '../../../../test/support/practices.js';
import { Practice } from '../practice.entity.js';

let practices: PracticeSteps;
beforeAll(async () => {
  practices = await PracticeSteps.open();
});
afterAll(() => practices.app.stop());

describe('what is wrong with a practice', () => {
  test('is said all at once, each at its field, in the order of the form', async () => {
    const { visitor } = await merchantPerson(practices.app, practices.title.merchantId);
    await visitor.get('/my/practices/new');
    await visitor.submit('/my/practices/new', {
      ...practiceFacts,
      headline: '热线13800138000',
      copying: '太短',
      helped: `${practiceFacts.helped}加微信13800138000。`,
      figureUnit: '',
      figures: '2024 1\n2024 2',
    });
    const summary = visitor.page.querySelectorAll('.error-summary a');
    expect(summary.map((one) => one.getAttribute('href'))).toEqual([
      '#field-headline',
      '#field-copying',
      '#field-helped',
      '#field-figureUnit',
      '#field-figures',
    ]);
    expect(visitor.page.querySelectorAll('.field-error')).toHaveLength(5);
  });

  test('is said of a subject that is taken beside everything else', async () => {
    const id = await practices.save({ subject: 'training' });
    const { visitor } = await merchantPerson(practices.app, practices.title.merchantId);
    await visitor.get('/my/practices/new');
    const given = { ...practiceFacts, subject: 'training' };
    await visitor.submit('/my/practices/new', { ...given, headline: '热线13800138000' });
    expect(visitor.errors).toEqual([
      '这个主题已经写过一条，请修改原来的，或者换一个主题。',
      '这里不能写电话、邮箱、网址、微信和QQ，请删去。',
    ]);
    await visitor.get(`/my/practices/${id}`);
    await visitor.submit(`/my/practices/${id}`, given);
    expect(visitor.errors).toEqual([]);
  });
});

describe('a practice that waits', () => {
  test('stands on the board of whoever reviews it, with its age, until it is reviewed', async () => {
    const id = await practices.submitted();
    const { visitor } = await office(practices.app, 'CityRegistrar');
    const line = () =>
      visitor.page
        .querySelectorAll('main li')
        .find(
          (one) =>
            one.querySelector('a')?.getAttribute('href') === '/office/practices' &&
            one.text.includes('审核网商经验'),
        )
        ?.text.replace(/\s+/g, ' ');
    await visitor.get('/office');
    expect(line()).toContain('最早一条今天提交');
    expect(line()).toContain('1项');
    const { submittedAt } = await practices.row(id);
    const repo = practices.app.database.repo(Practice);
    await repo.update(
      { id },
      { submittedAt: new Date(Date.parse(submittedAt!) - 3 * 86_400_000).toISOString() },
    );
    await visitor.get('/office');
    expect(line()).toContain('提交，已等3天');
    await repo.update({ id }, { submittedAt });
    const approver = await office(practices.app, 'Approver');
    await approver.visitor.get('/office');
    expect(approver.visitor.text).not.toContain('审核网商经验');
    await practices.review(id);
    await visitor.get('/office');
    expect(line()).toBeUndefined();
  });
});
