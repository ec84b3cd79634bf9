/** Words of our own tables as the inside of an SQL `IN (…)`; never for what a person typed. */
export function quotedList(words: Iterable<string>): string {
  return Array.from(words, (word) => `'${word}'`).join(', ');
}
