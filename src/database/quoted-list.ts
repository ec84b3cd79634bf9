/** Words of our own tables as the inside of an SQL `IN (…)`; never for what a person typed. */
export function quotedList(words: readonly string[]): string {
  return words.map((word) => `'${word}'`).join(', ');
}
