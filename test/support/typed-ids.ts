import type { Visitor } from './visitor.js';

/** What the program keeps and hands out itself: ids, hashes, places, numbers of files and sheets. */
const kept =
  /(^|\.)(\w*Ids?|hash|\w*Hash|seat|number|receiptNumber|\w+Receipt|judge|expert|\w*Code)$/;

/** Fields of the page's forms into which somebody would have to type what the program has. */
export function typedIds({ page }: Visitor): string[] {
  return page
    .querySelectorAll('form[method=post] input, form textarea')
    .filter((input) => (input.getAttribute('type') ?? 'text') === 'text')
    .map((input) => input.getAttribute('name') ?? '')
    .filter((name) => kept.test(name));
}
