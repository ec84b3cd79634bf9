import type { Visitor } from './visitor.js';

/** What a merchant's own first page offers, by the words of its links. */
export async function linksOnFirstPage(visitor: Visitor): Promise<readonly string[]> {
  await visitor.get('/my');
  return visitor.page.querySelectorAll('main a').map(({ text }) => text.trim());
}
