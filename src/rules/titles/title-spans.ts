import type { RunningSpan } from '../calendar/moved-spans.js';
import { type WorkingDayCalendar, addWorkingDays } from '../calendar/working-day-calendar.js';
import { LIMITS } from '../programme/limits.js';
import { RuleError } from '../rule-error.js';

interface Of {
  readonly subject: string;
}

/** Terms about titles that are not over; days as they are stored, the rest is counted from them. */
export interface TitleSpanFacts {
  readonly reviews: readonly (Of & { readonly openedOn: string; readonly dueOn: string })[];
  readonly warnings: readonly (Of & {
    readonly warnedOn: string;
    readonly termEndsOn: string;
    readonly cureFiledOn: string | null;
  })[];
  readonly revocations: readonly (Of & {
    readonly proposedOn: string;
    readonly statementDueOn: string;
    readonly statedOn: string | null;
    readonly decided: boolean;
    readonly postedOn: string | null;
    readonly plaqueDueOn: string | null;
    readonly plaqueReturnedOn: string | null;
  })[];
  readonly changes: readonly (Of & { readonly reportedOn: string })[];
}

/** What was told to a holder keeps its last day; what the office owes is counted when it is looked at. */
export function titleSpans(
  facts: TitleSpanFacts,
  calendar: WorkingDayCalendar,
  today: string,
): readonly RunningSpan[] {
  const counted = (kind: RunningSpan['kind'], title: string, from: string, days: number) => {
    const lastDay = lastDayOf(calendar, from, days);
    return lastDay === null ? [] : [{ kind, title, from, lastDay }];
  };
  const spans: RunningSpan[] = [
    ...facts.reviews.map(
      ({ subject: title, openedOn: from, dueOn: lastDay }) =>
        ({ kind: 'titleReview', title, from, lastDay }) as const,
    ),
    ...facts.warnings.flatMap(({ subject: title, warnedOn: from, termEndsOn, cureFiledOn }) =>
      cureFiledOn === null
        ? [{ kind: 'titleWarning', title, from, lastDay: termEndsOn } as const]
        : counted('titleCure', title, cureFiledOn, LIMITS.titleRestore),
    ),
    ...facts.revocations.flatMap((one): readonly RunningSpan[] => {
      const { subject: title, proposedOn: from, statementDueOn, statedOn, decided } = one;
      if (!decided && statedOn === null && statementDueOn >= today) {
        return [{ kind: 'titleStatement', title, from, lastDay: statementDueOn }];
      }
      const heardOn = statedOn ?? statementDueOn;
      if (!decided) return counted('titleRevocation', title, heardOn, LIMITS.titleRevoke);
      const { postedOn, plaqueDueOn, plaqueReturnedOn } = one;
      if (postedOn === null || plaqueDueOn === null || plaqueReturnedOn !== null) return [];
      return [{ kind: 'plaque', title, from: postedOn, lastDay: plaqueDueOn }];
    }),
    ...facts.changes.flatMap(({ subject, reportedOn }) =>
      counted('titleChange', subject, reportedOn, LIMITS.changeHandle),
    ),
  ];
  return spans.filter(({ lastDay }) => lastDay >= today);
}

/** A span over a year without its working days is not guessed. */
function lastDayOf(calendar: WorkingDayCalendar, from: string, days: number): string | null {
  try {
    return addWorkingDays(calendar, from, days);
  } catch (error) {
    if (error instanceof RuleError) return null;
    throw error;
  }
}
