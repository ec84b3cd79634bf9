import type { WorkingDayCalendar } from '../calendar/working-day-calendar.js';
import type { DueWork } from '../due-work.js';
import { LIMITS } from '../programme/limits.js';
import { countedOn } from '../titles/title-work.js';

/** A discovery after publication (R5) that has been decided against the merchant, and nothing followed yet. */
export interface DecidedLate {
  readonly objectionId: string;
  readonly programmeId: string;
  readonly subject: string;
  /** The day of the decision, or on which the result of the re-review went on record. */
  readonly decidedOn: string;
  /** The title that stands on the place; null before the conferment. */
  readonly titleId: string | null;
}

type Work = DueWork<'revokeAfterPublication' | 'cancelAfterPublication'>;

/** A title is revoked by its own process; without one the approver cancels, and the list is corrected. */
export function afterPublicationWork(
  found: readonly DecidedLate[],
  calendar: WorkingDayCalendar,
): readonly Work[] {
  return found.map(({ subject, decidedOn, titleId, programmeId }): Work => {
    const dueOn = countedOn(calendar, decidedOn, LIMITS.titleRevoke);
    if (titleId === null) {
      const href = `/office/lists/${programmeId}`;
      return { kind: 'cancelAfterPublication', owner: 'Approver', dueOn, subject, href };
    }
    const href = `/office/titles/${titleId}`;
    return { kind: 'revokeAfterPublication', owner: 'CityRegistrar', dueOn, subject, href };
  });
}
