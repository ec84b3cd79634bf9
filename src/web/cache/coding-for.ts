/** The coding of the two that a reader takes, the smaller one first. */
export function codingFor(accepted: string | undefined): 'br' | 'gzip' | null {
  const taken = accepted ?? '';
  return taken.includes('br') ? 'br' : taken.includes('gzip') ? 'gzip' : null;
}
