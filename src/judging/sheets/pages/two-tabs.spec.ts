import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { JudgedRound } from '../../../../test/support/judged-round.js';
import { TestApp } from '../../../../test/support/test-app.js';
import type { Visitor } from '../../../../test/support/visitor.js';

let app: TestApp;
let visitor: Visitor;
let path: string;
beforeAll(async () => {
  app = await TestApp.start();
  const round = await JudgedRound.open(app);
  path = `/judging/sheets/${(await round.sheet(1)).id}`;
  ({ visitor } = round.judges[0]!);
}, 120_000);
afterAll(() => app.stop());

const fieldsOf = (selector: string) =>
  Object.fromEntries(
    visitor.page
      .querySelectorAll(selector)
      .map((field) => [field.getAttribute('name')!, field.getAttribute('value') ?? '']),
  );
const RADIOS = '#scoring input[type=radio][checked]';
const given = async () => {
  await visitor.get(path);
  return fieldsOf(RADIOS);
};

test('each tab keeps what it changed, and what both changed is chosen', async () => {
  await visitor.get(path);
  const scores = { 'score-G11': '650', 'score-G13': '500', 'score-G15': '500', 'score-G16': '300' };
  await visitor.submit('/judging/sheets/', scores);
  await visitor.get(path);
  const base = fieldsOf(`#scoring input[type=hidden], ${RADIOS}`);
  await visitor.post(path, { ...base, 'score-G15': '450', 'score-G17': '250' });
  expect(visitor.status).toBe(200);
  await visitor.post(path, { ...base, 'score-G17': '300', 'score-G15': '100' });
  expect(visitor.status).toBe(409);
  expect(visitor.page.querySelectorAll('fieldset').length).toBe(2);
  expect(visitor.text).toContain('2.50');
  expect(visitor.text).toContain('3.00');
  await visitor.submit('/judging/sheets/', { 'choice-G17': 'mine', 'choice-G15': 'saved' });
  expect(visitor.status).toBe(200);
  const chosen = { ...scores, 'score-G15': '450', 'score-G17': '300' };
  expect(await given()).toEqual(chosen);
  // A page that was opened before all this: what it did not touch stays, and it is told of it.
  await visitor.post(path, { ...base, 'score-G16': '200' }, { accept: 'application/json' });
  const { taken, conflicts } = JSON.parse(visitor.html);
  expect([visitor.status, taken, conflicts]).toEqual([200, ['G15', 'G17'], []]);
  expect(await given()).toEqual({ ...chosen, 'score-G16': '200' });
});

test('a page that comes back with its errors still says what it had seen', async () => {
  await visitor.get(path);
  const base = fieldsOf(`#scoring input[type=hidden], ${RADIOS}`);
  await visitor.post(path, { ...base, 'score-G15': '500' });
  await visitor.post(path, { ...base, 'score-G16': '1' });
  expect(visitor.status).toBe(422);
  await visitor.submit('/judging/sheets/', { 'score-G16': '250' });
  expect(visitor.status).toBe(200);
  expect(await given()).toMatchObject({ 'score-G15': '500', 'score-G16': '250' });
});
