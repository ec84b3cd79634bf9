import { expect } from '@jest/globals';
import type { Visitor } from './visitor.js';

/** Points by indicator, findings by figure, as an expert or a tabulator types them. */
export interface TypedReReview {
  readonly points: Readonly<Record<string, number>>;
  readonly findings?: Readonly<Record<string, string>>;
}

const remark = '现有材料只能证明其中一部分，其余缺少佐证。';

function fields({ points, findings = {} }: TypedReReview): Record<string, string> {
  const typed: Record<string, string> = {};
  for (const [code, one] of Object.entries(points)) {
    typed[`score-${code}`] = String(Math.round(one * 100));
    typed[`comment-${code}`] = remark;
  }
  for (const [key, value] of Object.entries(findings)) {
    typed[`verdict.${key}`] = 'Reduced';
    typed[`value.${key}`] = value;
    typed[`reason.${key}`] = remark;
  }
  return typed;
}

/** The day on which a form of three fields falls. */
export function dayFields(name: string, day: string): Record<string, string> {
  const [year = '', month = '', date = ''] = day.split('-');
  return { [`${name}.year`]: year, [`${name}.month`]: month, [`${name}.day`]: date };
}

/** Opens the task on the judge's home and declares to have no relation; @returns the sheet's address */
export async function declareOnScreen(visitor: Visitor): Promise<string> {
  await visitor.get('/judging');
  const path = visitor.page.querySelector('a[href^="/judging/re-reviews/"]')!.getAttribute('href')!;
  await visitor.get(path);
  if (visitor.page.querySelector('form[action$="/declaration"]')) {
    await visitor.submit('/declaration', { ground: 'none' });
    expect(visitor.errors).toEqual([]);
  }
  return path;
}

/** Declares, scores and signs. */
export async function reReviewOnScreen(visitor: Visitor, given: TypedReReview): Promise<string> {
  const path = await declareOnScreen(visitor);
  await visitor.submit(path, fields(given));
  expect(visitor.errors).toEqual([]);
  await visitor.submit('/signature');
  expect(visitor.errors).toEqual([]);
  expect(visitor.text).toContain('已签字');
  return path;
}

/** Keys the sheet of one expert; the page shows nothing of what anybody keyed before. */
export async function keyPaper(
  visitor: Visitor,
  expert: number,
  given: TypedReReview,
): Promise<void> {
  await visitor.get('/office/re-review-sheets');
  const link = visitor.page
    .querySelectorAll('a[href^="/office/re-review-sheets/"]')
    .find((one) => one.text.includes(`专家${expert}，`))!;
  const path = link.getAttribute('href')!;
  await visitor.get(path);
  expect(visitor.page.querySelectorAll('input[checked]')).toEqual([]);
  expect(
    visitor.page
      .querySelectorAll('textarea')
      .map((one) => one.text.trim())
      .join(''),
  ).toBe('');
  await visitor.submit(path, fields(given));
  expect(visitor.errors).toEqual([]);
}
