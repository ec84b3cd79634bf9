/** Latin letters as somebody types them for Chinese, blanks and apostrophes between syllables aside. */
const TYPED = /^[a-z]{2,}$/;

/**
 * The names that a text finds by their sound: whole syllables, their beginnings, or initials, anywhere
 * in the name. Computed at the search: five thousand names take a tenth of a second, and nothing stored
 * can be behind the names. The tables of sounds are read when somebody first searches so.
 */
export async function soundingLike(
  typed: string,
  names: () => Promise<readonly string[]>,
): Promise<readonly string[]> {
  const letters = lettersOf(typed);
  if (!letters) return [];
  const { match } = await import('pinyin-pro');
  const options = { precision: 'start', continuous: true, v: true } as const;
  return (await names()).filter((name) => match(name, letters, options) !== null);
}

/** Null for what cannot be pinyin, so that nothing is read for it. */
export function lettersOf(typed: string): string | null {
  const letters = typed
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll('ü', 'v')
    .replace(/[\s'’]/g, '');
  return TYPED.test(letters) ? letters : null;
}
