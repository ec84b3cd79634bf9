import { type ConflictState, conflictIn } from '../lifecycle/conflict-states.js';

/** An answer of a judge on one application, as far as it says whether the judge competes. */
export interface AnsweredApplication {
  readonly ground: string | null;
  readonly hits: readonly string[];
  readonly state: ConflictState;
}

/** The ground of a competitor in the same category, which bars. */
const COMPETES = '4h';

const namesake = ({ hits }: Pick<AnsweredApplication, 'hits'>) => hits.includes('H4');

/**
 * Whoever belongs to one applicant competes with all the others of the category. That is asked once, on
 * the application of the namesake: admitted there, it bars the judge from the rest.
 */
export function withCompetitors<T extends AnsweredApplication>(
  answers: readonly T[],
): readonly T[] {
  const admits = (one: T) => namesake(one) && conflictIn.barred.has(one.state);
  if (!answers.some(admits)) return answers;
  return answers.map((one) =>
    conflictIn.barred.has(one.state)
      ? one
      : { ...one, ground: one.ground ?? COMPETES, state: 'hardBar' },
  );
}

/** Decided once as well: who is found to be the namesake is kept from every application of the seat. */
export function barsTheOthers(
  decided: Pick<AnsweredApplication, 'hits'>,
  decision: ConflictState,
): boolean {
  return namesake(decided) && conflictIn.barred.has(decision);
}

/** While the office has not decided whether a judge competes, the judge gets no sheet at all. */
export function mayCompete(answers: readonly AnsweredApplication[]): boolean {
  return answers.some((one) => namesake(one) && conflictIn.awaitingOffice.has(one.state));
}
