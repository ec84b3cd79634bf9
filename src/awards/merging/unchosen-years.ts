/** Years of which both records have figures and nobody has said whose are kept. */
export function unchosenYears(
  returns: readonly { readonly year: number }[],
  chosen: Readonly<Record<string, string | undefined>>,
): readonly number[] {
  return returns
    .map(({ year }) => year)
    .filter((year) => !['kept', 'merged'].includes(chosen[String(year)] ?? ''));
}
