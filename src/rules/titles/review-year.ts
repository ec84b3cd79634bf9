import { addDays, yearOf } from '../calendar/beijing-time.js';
import { titleIn } from '../lifecycle/title-groups.js';
import type { TitleState } from '../lifecycle/title-lifecycle.js';

/**
 * The year whose returns are reviewed on a day. A return is due two months after its year has ended:
 * the review opens on the first of March, when whoever has not filed is late.
 */
export function yearUnderReview(today: string): number {
  const year = yearOf(today);
  return today >= reviewOpensOn(year - 1) ? year - 1 : year - 2;
}

/** The first day on which titles are reviewed for a year. */
function reviewOpensOn(year: number): string {
  return `${year + 1}-03-01`;
}

/** Whoever holds a title files the return of a year before its review opens. */
export function returnDueOn(year: number): string {
  return addDays(reviewOpensOn(year), -1);
}

export interface ReviewedTitle {
  readonly state: TitleState;
  readonly validFrom: string;
  readonly validTo: string;
  /** The newest year for which a yearly review was opened. */
  readonly reviewedYear: number | null;
}

/** A title has to be reviewed for a year in which it was held, while it holds. */
export function awaitsReviewOf(title: ReviewedTitle, today: string): boolean {
  const year = yearUnderReview(today);
  return (
    titleIn.alive.has(title.state) &&
    title.validTo >= today &&
    yearOf(title.validFrom) <= year &&
    (title.reviewedYear ?? 0) < year
  );
}

/** Only a title in force opens one by itself; one that is warned is reviewed when the warning is over. */
export function opensReview(title: ReviewedTitle, today: string): boolean {
  return titleIn.active.has(title.state) && awaitsReviewOf(title, today);
}
