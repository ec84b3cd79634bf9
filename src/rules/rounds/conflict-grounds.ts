/** Hard bars at once; soft waits for the office's decision. */
export type GroundKind = 'hard' | 'soft';

/**
 * The catalogue of relations ①–⑦ as a judge answers it. `4h` and `5h` are the cases inside a soft
 * ground that bar all the same: competitor in the same category, operator of the applicant's shops.
 */
export const CONFLICT_GROUND_KINDS = {
  '1': 'hard',
  '2': 'hard',
  '3': 'hard',
  '4': 'soft',
  '4h': 'hard',
  '5': 'soft',
  '5h': 'hard',
  '6': 'hard',
  '7': 'soft',
} as const satisfies Readonly<Record<string, GroundKind>>;

export type GroundNumber = keyof typeof CONFLICT_GROUND_KINDS;
export const GROUND_NUMBERS: readonly GroundNumber[] = [
  '1',
  '2',
  '3',
  '4',
  '4h',
  '5',
  '5h',
  '6',
  '7',
];

export interface ConflictAnswer {
  /** Null for "none". */
  readonly ground: GroundNumber | null;
  /** Further grounds of the same relation. */
  readonly more?: readonly GroundNumber[];
  readonly explanation: string | null;
}

/** One answer of several grounds: what bars stands first, for that is what is shown where one is. */
export function answerOf(
  grounds: readonly GroundNumber[],
  explanation: string | null,
  rules: Parameters<typeof groundKind>[1] = {},
): ConflictAnswer {
  const ordered = GROUND_NUMBERS.filter((one) => grounds.includes(one)).toSorted(
    (a, b) => weightOf(b, rules) - weightOf(a, rules),
  );
  const [ground = null, ...more] = ordered;
  return { ground, more, explanation };
}

export function groundsOf({ ground, more = [] }: ConflictAnswer): readonly GroundNumber[] {
  return ground === null ? [] : [ground, ...more];
}

function weightOf(ground: GroundNumber, rules: Parameters<typeof groundKind>[1]): number {
  return groundKind(ground, rules) === 'hard' ? 1 : 0;
}

/** Whether a relation bars at once, by the rules of the programme or else by the catalogue. */
export function groundKind(
  ground: GroundNumber,
  { groundKinds }: { readonly groundKinds?: Readonly<Partial<Record<GroundNumber, GroundKind>>> },
): GroundKind {
  return groundKinds?.[ground] ?? CONFLICT_GROUND_KINDS[ground];
}

/**
 * What an answer does: a hard ground bars, a soft one waits for the office, and so does a "none"
 * against an automatic hit, because a person must look at both texts.
 */
export function stateOfAnswer(
  answer: ConflictAnswer,
  hits: readonly string[],
  rules: Parameters<typeof groundKind>[1],
): 'none' | 'hardBar' | 'awaitingOffice' {
  const grounds = groundsOf(answer);
  if (grounds.length === 0) return hits.length ? 'awaitingOffice' : 'none';
  return grounds.some((one) => groundKind(one, rules) === 'hard') ? 'hardBar' : 'awaitingOffice';
}

const EXPLANATION_LEAST = 4;
const EXPLANATION_MOST = 500;

/** Locale key of what is wrong with the explanation, or null; a relation and a denied hit need one. */
export function explanationProblem(
  answer: ConflictAnswer,
  hits: readonly string[],
): 'judging.declaration.explain' | 'judging.declaration.explainLong' | null {
  const length = Array.from(answer.explanation ?? '').length;
  if (length > EXPLANATION_MOST) return 'judging.declaration.explainLong';
  const needed = answer.ground !== null || hits.length > 0;
  return needed && length < EXPLANATION_LEAST ? 'judging.declaration.explain' : null;
}
