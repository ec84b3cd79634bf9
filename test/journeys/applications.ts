import { expect } from '@jest/globals';
import { smallPdf } from '../support/small-files.js';
import { answersFor } from './fill.js';
import type { RegisteredMerchant } from './merchants.js';

export interface Applied extends RegisteredMerchant {
  readonly applicationId: string;
}

/**
 * One draft in each category named, opened together; each goes from the eligibility check to the
 * receipt: figures, texts, evidence, declarations.
 */
export async function apply(
  merchant: RegisteredMerchant,
  ...categories: readonly string[]
): Promise<Applied[]> {
  const { visitor } = merchant;
  await visitor.get('/my/applications/new');
  const categoryIds = categories.map((name) =>
    visitor.page
      .querySelectorAll('section')
      .find((section) => section.querySelector('h2')?.text === name)!
      .querySelector('input[name=categoryIds]')!
      .getAttribute('value')!,
  );
  await visitor.submit('/my/applications', { categoryIds });
  expect(visitor.errors).toEqual([]);
  await visitor.get('/my');
  const drafts = visitor.page.querySelectorAll('article h3 a');
  const applied: Applied[] = [];
  for (const name of categories) {
    const draft = drafts.find(({ text }) => text === name)!;
    applied.push(await complete(merchant, draft.getAttribute('href')!));
  }
  return applied;
}

async function complete(merchant: RegisteredMerchant, place: string): Promise<Applied> {
  const { visitor } = merchant;
  const applicationId = place.split('/').at(-1)!;
  for (const step of ['figures', 'texts']) {
    const path = `${place}/${step}`;
    await visitor.get(path);
    await visitor.submit(path, answersFor(visitor, path, known));
    // The figures of the journey are made up: some are asked about, and confirmed as they are.
    if (visitor.page.querySelector('input[name=confirmed]')) {
      await visitor.submit(path, answersFor(visitor, path, known));
    }
    expect([step, visitor.errors]).toEqual([step, []]);
  }
  await attachEvidence(merchant, place);
  await visitor.get(`${place}/declarations`);
  await visitor.submit('/submission', answersFor(visitor, `${place}/submission`));
  expect(visitor.errors).toEqual([]);
  await visitor.get(`${place}/receipt`);
  expect(visitor.status).toBe(200);
  return { ...merchant, applicationId };
}

/** What the diligent person would not guess. */
const known = { penalty: 'none', penaltyText: '' };

async function attachEvidence({ visitor }: RegisteredMerchant, place: string): Promise<void> {
  const path = `${place}/evidence`;
  await visitor.get(path);
  const indicators = visitor.page
    .querySelectorAll('select[name=indicator] option')
    .map((option) => option.getAttribute('value') ?? '')
    .filter(Boolean);
  for (const indicator of indicators.slice(0, 2)) {
    await visitor.submit(path, { indicator, caption: '年度平台成交截图' }, [
      { field: 'file', name: 'evidence.pdf', content: smallPdf },
    ]);
    expect([indicator, visitor.errors]).toEqual([indicator, []]);
  }
}
