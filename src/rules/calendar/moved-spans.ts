import { RuleError } from '../rule-error.js';
import { addDays } from './beijing-time.js';
import {
  type WorkingDayCalendar,
  addWorkingDays,
  countWorkingDays,
} from './working-day-calendar.js';

export const SPAN_KINDS = [
  'phase',
  'notice',
  'correction',
  'statement',
  'statementAnswer',
  'reexaminationAnswer',
  'objectionAccept',
  'objectionDecide',
  'titleReview',
  'titleWarning',
  'titleStatement',
  'titleCure',
  'titleRevocation',
  'plaque',
  'titleChange',
] as const;
export type SpanKind = (typeof SPAN_KINDS)[number];

/** What becomes of a term when the working days change: a told last day stays, a counted one follows. */
export type SpanEffect = 'phase' | 'notice' | 'told' | 'counted';

const COUNTED: ReadonlySet<SpanKind> = new Set(['titleCure', 'titleRevocation', 'titleChange']);

export function spanEffect(kind: SpanKind): SpanEffect {
  if (kind === 'phase' || kind === 'notice') return kind;
  return COUNTED.has(kind) ? 'counted' : 'told';
}

/** A term that runs in working days; the day it is counted from is not one of them. */
export interface RunningSpan {
  readonly kind: SpanKind;
  /** Whose term it is: a programme, a notice, a merchant. */
  readonly title: string;
  /** Of the programme, for its phases. */
  readonly phase?: string;
  readonly from: string;
  readonly lastDay: string;
}

export interface MovedSpan extends RunningSpan {
  /** Working days as they count now, and by the other calendar to the same last day. */
  readonly days: number;
  readonly daysAfter: number;
  /** The last day that as many working days would have by the other calendar; null beyond its years. */
  readonly would: string | null;
}

/** Terms that another calendar counts otherwise. What has been told to people keeps its day all the same. */
export function movedSpans(
  before: WorkingDayCalendar,
  after: WorkingDayCalendar,
  spans: readonly RunningSpan[],
): readonly MovedSpan[] {
  return spans.flatMap((span) => {
    const first = addDays(span.from, 1);
    // A term that ends on the day it begins has no working day, and counting it is refused.
    const days = orNull(() => countWorkingDays(before, first, span.lastDay));
    const daysAfter = orNull(() => countWorkingDays(after, first, span.lastDay));
    if (days === null || daysAfter === null) return [];
    const [was, would] = [before, after].map((calendar) =>
      orNull(() => addWorkingDays(calendar, span.from, days)),
    );
    const moves = days !== daysAfter || was !== would;
    return moves ? [{ ...span, days, daysAfter, would: would ?? null }] : [];
  });
}

function orNull<T>(work: () => T): T | null {
  try {
    return work();
  } catch (error) {
    if (error instanceof RuleError) return null;
    throw error;
  }
}
