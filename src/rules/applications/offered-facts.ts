/** One thing that another application of the same merchant says, under the key it has there and here. */
export interface KnownFact {
  readonly kind: 'figure' | 'rows' | 'text' | 'penalty';
  readonly key: string;
  readonly value: string;
  /** The figures and the word on penalties of one year say nothing of another. */
  readonly yearly: boolean;
}

export interface Wanted {
  readonly kind: KnownFact['kind'];
  readonly key: string;
}

export interface OfferedFact extends KnownFact {
  /** Index of the application it comes from. */
  readonly source: number;
}

/**
 * What may be offered for the empty places of a draft: the first source that says something wins, and what
 * belongs to a year is taken from applications of the same year only. Nothing is copied by itself.
 */
export function offeredFacts(
  empty: readonly Wanted[],
  sources: readonly { readonly sameYear: boolean; readonly facts: readonly KnownFact[] }[],
): readonly OfferedFact[] {
  return empty.flatMap(({ kind, key }) => {
    for (const [source, { sameYear, facts }] of sources.entries()) {
      const fact = facts.find((one) => one.kind === kind && one.key === key && one.value !== '');
      if (fact && (sameYear || !fact.yearly)) return [{ ...fact, source }];
    }
    return [];
  });
}
