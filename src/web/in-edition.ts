/** Words with the edition they belong to, which rows carry where more than one runs. */
export function inEdition(words: string, { edition }: { readonly edition: string | null }): string {
  return edition ? `${words} · ${edition}` : words;
}
