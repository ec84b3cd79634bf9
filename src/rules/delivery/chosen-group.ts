/** Whom the office writes to, of the applicants of one programme; an empty choice leaves nobody out. */
export interface ChosenGroup {
  readonly category: string | null;
  readonly divisionCode: string | null;
  readonly stage: LetterStage;
}

/**
 * Groups by what the applicants know themselves. A group by an outcome that is not public would tell it.
 */
export const LETTER_STAGES = ['draft', 'submitted', 'correcting', 'everybody'] as const;
export type LetterStage = (typeof LETTER_STAGES)[number];
