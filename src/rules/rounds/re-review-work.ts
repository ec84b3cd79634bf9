import type { DueWork } from '../due-work.js';

/** A re-review that no lock has counted yet. */
export interface ReReviewWorkFacts {
  readonly objectionId: string;
  readonly categoryId: string;
  readonly subject: string;
  readonly closesOn: string;
  readonly onPaper: boolean;
  /** Names of the experts who have not signed. */
  readonly waiting: readonly string[];
  /** An expert has left whose place nobody has taken. */
  readonly gone: boolean;
  readonly recorded: boolean;
}

export type ReReviewWorkKind =
  'signReReview' | 'keyReReview' | 'replaceReReviewer' | 'recordReReview' | 'lockReReview';

/** Who is next with each re-review; all of it is due on the day that the office gave the experts. */
export function reReviewWork(
  facts: readonly ReReviewWorkFacts[],
): readonly DueWork<ReReviewWorkKind>[] {
  return facts.flatMap(workOf);
}

function workOf(facts: ReReviewWorkFacts): readonly DueWork<ReReviewWorkKind>[] {
  const { objectionId, subject, closesOn: dueOn, onPaper, waiting, gone, recorded } = facts;
  const href = `/office/objections/${objectionId}/re-review`;
  const experts = waiting.map((name): DueWork<ReReviewWorkKind> => {
    const one = { dueOn, subject: `${subject} ${name}` };
    return onPaper
      ? { ...one, kind: 'keyReReview', owner: 'Tabulator', href: '/office/re-review-sheets' }
      : { ...one, kind: 'signReReview', owner: 'Judge', href };
  });
  const office = { dueOn, subject, href } as const;
  if (gone) return [...experts, { ...office, kind: 'replaceReReviewer', owner: 'CityRegistrar' }];
  if (experts.length) return experts;
  if (!recorded) return [{ ...office, kind: 'recordReReview', owner: 'CityRegistrar' }];
  const standings = `/office/standings/${facts.categoryId}`;
  return [{ ...office, href: standings, kind: 'lockReReview', owner: 'Tabulator' }];
}

/** A sheet is to fall that a lock has counted (R4). */
export interface UnlockWorkFacts {
  readonly categoryId: string;
  readonly subject: string;
  readonly proposedOn: string;
  /** Two tabulators have asked for it. */
  readonly agreed: boolean;
}

/** Who is next with the unlock, which waits from the day of the proposal. */
export function unlockWork(
  facts: readonly UnlockWorkFacts[],
): readonly DueWork<'unlockReReview'>[] {
  return facts.map(({ categoryId, subject, proposedOn, agreed }) => ({
    kind: 'unlockReReview',
    owner: agreed ? 'Supervisor' : 'Tabulator',
    dueOn: proposedOn,
    subject,
    href: `/office/standings/${categoryId}`,
  }));
}
