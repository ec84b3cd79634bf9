import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Person, merchantPerson, office } from '../../../../test/support/people.js';
import { TitleSteps } from '../../../../test/support/title-steps.js';

let life: TitleSteps;
let people: Readonly<Record<'registrar' | 'supervisor' | 'holder', Person>>;
beforeAll(async () => {
  life = await TitleSteps.open('2027-04-02');
  await life.fileReturn();
  await life.app.database.execute("UPDATE title SET valid_from = '2027-01-05'");
  people = {
    registrar: await office(life.app, 'CityRegistrar'),
    supervisor: await office(life.app, 'Supervisor'),
    holder: await merchantPerson(life.app, life.merchantId),
  };
});
afterAll(() => life.app.stop());

describe('a reported change, on the pages', () => {
  test('is reported by the holder, late or in time, and answered with a review', async () => {
    const { visitor } = people.holder;
    await visitor.get('/my/titles');
    await visitor.submit('/my/titles/changes', {
      kind: 'name',
      'happenedOn.year': '2027',
      'happenedOn.month': '3',
      'happenedOn.day': '1',
      text: '名称由甲变更为乙',
    });
    expect(visitor.errors).toEqual([]);
    expect(visitor.text).toContain('逾期报告');
    const registrar = people.registrar.visitor;
    await registrar.get('/office');
    const task = registrar.page.querySelector('.next-action a[href="/office/titles/changes"]');
    expect(task!.text).toBe('处理变更报告');
    await registrar.get('/office/titles/changes');
    await registrar.submit('/office/titles/changes/', { answer: 'review', reply: '' });
    expect(registrar.status).toBe(422);
    await registrar.submit('/office/titles/changes/', {
      answer: 'review',
      reply: '已收到，将进行专项复核。',
    });
    expect(registrar.errors).toEqual([]);
    expect(await life.state()).toBe('UnderReview');
    await people.supervisor.visitor.get('/office/titles/changes');
    expect(people.supervisor.visitor.page.querySelector('form[action*="/changes/"]')).toBeNull();
    expect(people.supervisor.visitor.text).toContain('将进行专项复核');
  });
});

describe('a title that ends by its date', () => {
  test('shows it at once, and is written down without anybody', async () => {
    life.moveTo('2029-06-01');
    const stranger = life.app.visitor();
    await stranger.get('/v/ABCDEFGHJK');
    expect(stranger.text).toContain('到期');
    const { visitor } = people.registrar;
    await visitor.get('/sign-in');
    await visitor.get('/office');
    expect(await life.state()).toBe('Expired');
    await visitor.get(`/office/titles/${life.id}`);
    expect(visitor.page.querySelector('main form[action*="/titles/"]')).toBeNull();
  });
});
