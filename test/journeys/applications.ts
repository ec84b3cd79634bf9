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
  const applied: Applied[] = [];
  for (const draft of await begin(merchant, ...categories)) {
    applied.push(await hand(merchant, draft));
  }
  return applied;
}

export interface Begun {
  readonly applicationId: string;
  readonly path: string;
}

/** One draft in each category named, and nothing in it. */
export async function begin(
  merchant: RegisteredMerchant,
  ...categories: readonly string[]
): Promise<Begun[]> {
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
  return drafts(merchant, categories);
}

/** Fills in a draft and submits it. */
export async function hand(
  merchant: RegisteredMerchant,
  { applicationId, path: place }: Begun,
): Promise<Applied> {
  const { visitor } = merchant;
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
  // A clerk signs for nobody: the page that the merchant signed is uploaded first.
  if (merchant.onPaper) {
    const signed = { field: 'file', name: '签署页.pdf', content: smallPdf };
    await visitor.submit('/evidence', {}, [signed]);
    expect(visitor.errors).toEqual([]);
  }
  await visitor.submit('/submission', answersFor(visitor, `${place}/submission`));
  expect(visitor.errors).toEqual([]);
  await visitor.get(`${place}/receipt`);
  expect(visitor.status).toBe(200);
  return { ...merchant, applicationId };
}

/** Where the merchant's own pages list what was begun. */
async function drafts({ visitor }: RegisteredMerchant, categories: readonly string[]) {
  if (visitor.page.querySelector('article h3 a') === null) await visitor.get('/my');
  const links = visitor.page
    .querySelectorAll('a[href^="/my/applications/"]')
    .map((link) => ({ name: link.text.trim(), path: link.getAttribute('href')! }));
  return categories.map((name) => {
    const { path } = links.find((one) => one.name.includes(name))!;
    return { applicationId: path.split('/').at(-1)!, path };
  });
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
