import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { JudgedRound, halfPoints } from '../../../../test/support/judged-round.js';
import { signedIn } from '../../../../test/support/people.js';
import { TestApp } from '../../../../test/support/test-app.js';
import type { Visitor } from '../../../../test/support/visitor.js';

let app: TestApp;
let round: JudgedRound;
beforeAll(async () => {
  app = await TestApp.start();
  round = await JudgedRound.open(app);
}, 120_000);
afterAll(() => app.stop());

const codes = Object.keys(halfPoints);
const [first = '', second = ''] = codes;

/** Code of each indicator with its state; the open one begins with an asterisk. */
function steps({ page }: Visitor): string[] {
  return page.querySelectorAll('[data-score-step]').map((step) => {
    const state = step.querySelector('summary [data-step-state]')!.getAttribute('data-step-state');
    const mark = step.hasAttribute('open') ? '*' : '';
    return `${mark}${step.getAttribute('data-score-step')} ${state}`;
  });
}

async function onSheet(seat: number, scores: Readonly<Record<string, number>>) {
  const sheet = await round.sheet(seat);
  await round.save(sheet, scores);
  const visitor = await signedIn(app, sheet.accountId);
  return visitor.get(`/judging/sheets/${sheet.id}`);
}

test('the first indicator that lacks something is open, and each says what it lacks', async () => {
  const visitor = await onSheet(1, { [first]: halfPoints[first]!, [second]: 0 });
  const rest = codes.slice(2).map((code) => `${code} unscored`);
  expect(steps(visitor)).toEqual([`${first} done`, `*${second} commentMissing`, ...rest]);
  const marks = visitor.page.querySelectorAll('[data-step-chip]');
  expect(marks.map((mark) => mark.getAttribute('data-step-chip'))).toEqual(codes);
});

test('a score that cannot stand opens its own indicator, whatever else is missing', async () => {
  const visitor = await onSheet(2, {});
  await visitor.submit('/judging/sheets/', { [`score-${second}`]: '7777', after: 'stay' });
  expect([visitor.status, visitor.errors.length]).toEqual([422, 1]);
  expect(steps(visitor)[1]).toMatch(/^\*/);
});

test('one score is cleared without touching the others', async () => {
  const visitor = await onSheet(3, halfPoints);
  await visitor.submit('/judging/sheets/', { clear: first });
  const row = await round.sheet(3);
  expect(row.scores).toEqual(
    Object.fromEntries(Object.entries(halfPoints).filter(([code]) => code !== first)),
  );
  expect(row.total).toBeNull();
});

test('every half point of the scale stands once, falling from band to band', async () => {
  const visitor = await onSheet(4, {});
  for (const step of visitor.page.querySelectorAll('[data-score-step]')) {
    const values = step
      .querySelectorAll('input[type=radio]')
      .map((radio) => Number(radio.getAttribute('value')));
    expect(values).toEqual(values.map((_, at) => values[0]! - at * 50));
    expect(values.at(-1)).toBe(0);
  }
});

test('the other scores of the same judge stand on the scale, the nearest a click away', async () => {
  const others = await round.sheet(5, 1);
  await round.save(others, { [first]: 150 });
  const visitor = await onSheet(5, { [first]: 200 });
  const link = visitor.page.querySelector(`[data-score-step="${first}"] [data-own]`)!;
  await visitor.get(link.getAttribute('href')!.split('#')[0]!);
  const own = visitor.page.querySelector(`#own-${first}`)!;
  expect(own.querySelector('.own-scale-bar')!.getAttribute('d')!.match(/M/g)).toHaveLength(1);
  expect(own.querySelectorAll('circle')).toHaveLength(1);
  const links = own.querySelectorAll('a').map((one) => one.getAttribute('href'));
  expect(links).toEqual([`/judging/sheets/${others.id}`]);
  expect(own.text).toContain(await round.number(1));
  expect(visitor.page.querySelector(`#own-${second} svg`)).toBeNull();
  const other = await signedIn(app, (await round.sheet(4)).accountId);
  await other.get(visitor.path);
  expect(other.status).toBe(404);
});

test('no judge finds the drawn step of another: each names its own sheet, so that no time tells of a score', async () => {
  for (const seat of [1, 2]) {
    const { id } = await round.sheet(seat);
    const visitor = await onSheet(seat, {});
    const drawn = visitor.page.querySelectorAll('[data-score-step]');
    expect(drawn).toHaveLength(codes.length);
    for (const step of drawn) expect(step.outerHTML).toContain(`/judging/sheets/${id}/own`);
  }
});
