/** One side's word, or a word that the office has checked: merchants by id, others by credit code. */
export interface StatedTie {
  readonly by: string;
  readonly other: string;
  readonly confirmed: boolean;
}

export type TieStanding = 'confirmed' | 'both' | 'oneSide';

/**
 * What a tie is worth. One merchant's word alone is worth nothing against another; who is not on the
 * register cannot answer, so only the office can confirm that tie.
 */
export function standingOfTie(
  one: string,
  other: string,
  stated: readonly StatedTie[],
): TieStanding {
  const from = (by: string, to: string) =>
    stated.filter((tie) => tie.by === by && tie.other === to);
  const [ours, theirs] = [from(one, other), from(other, one)];
  if ([...ours, ...theirs].some(({ confirmed }) => confirmed)) return 'confirmed';
  return ours.length > 0 && theirs.length > 0 ? 'both' : 'oneSide';
}

/** The ties that count: stated by both, or confirmed by the office. Each pair once. */
export function countedTies(
  stated: readonly StatedTie[],
): readonly { readonly one: string; readonly other: string }[] {
  const said = new Set(stated.map(({ by, other }) => `${by}\n${other}`));
  const counted = stated.filter(
    ({ by, other, confirmed }) => confirmed || (by < other && said.has(`${other}\n${by}`)),
  );
  const pairs = new Map(
    counted.map(({ by, other }) => {
      const [one, two] = by < other ? [by, other] : [other, by];
      return [`${one}\n${two}`, { one, other: two }];
    }),
  );
  return [...pairs.values()];
}

/** The word of those who have applied is the one they gave with the application, and no later one. */
export function withFrozenTies(
  stated: readonly StatedTie[],
  frozen: ReadonlyMap<string, readonly string[]>,
): readonly StatedTie[] {
  return [
    ...stated.filter(({ by, confirmed }) => confirmed || !frozen.has(by)),
    ...[...frozen].flatMap(([by, others]) =>
      others.map((other) => ({ by, other, confirmed: false })),
    ),
  ];
}
