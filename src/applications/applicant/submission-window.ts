import { beijingDate, endOfBeijingDay } from '../../rules/calendar/beijing-time.js';
import { acceptsUntil } from '../../rules/programme/upload-grace.js';
import type { ProgrammeRow } from '../../programmes/programme.queries.js';
import type { PhaseDays } from '../../rules/programme/phase-calendar.js';
import type { OpenExtension } from '../../rules/programme/phase-deadline.js';
import { programmeIn } from '../../rules/lifecycle/programme-groups.js';

export interface SubmissionWindow {
  readonly firstDay: string;
  readonly lastDay: string;
  /** ISO instant of 24:00 Beijing time of the last day: the first moment that is too late. */
  readonly closesAt: string;
  /** The same, or up to 30 minutes later where an upload began before it (rule K3). */
  readonly acceptsUntil: string;
  readonly open: boolean;
  readonly extended: boolean;
}

/**
 * The window in which one application may be submitted, by the server's clock (rules K1, K2, K4):
 * the calendar's, or the latest extension order that covers the application.
 * @param covers an application of null is one that is not begun yet
 * @param begun starts of uploads to this application
 */
export function submissionWindow(
  {
    calendar,
    state,
  }: { readonly calendar: readonly PhaseDays[]; readonly state: ProgrammeRow['state'] },
  extensions: readonly OpenExtension[],
  covers: { readonly divisionCode: string; readonly applicationId: string | null },
  now: string,
  begun: readonly string[] = [],
): SubmissionWindow | null {
  const phase = calendar.find((one) => one.phase === 'Open');
  if (!phase) return null;
  const mine = extensions.filter(
    ({ scope, scopeId, newDrafts }) =>
      (covers.applicationId !== null || newDrafts) &&
      (scope === 'all' ||
        (scope === 'division' && scopeId === covers.divisionCode) ||
        (scope === 'application' && scopeId === covers.applicationId)),
  );
  const lastDay = [phase.to, ...mine.map(({ newLastDay }) => newLastDay)].toSorted().at(-1)!;
  const closesAt = endOfBeijingDay(lastDay);
  const extended = lastDay !== phase.to;
  const until = acceptsUntil(closesAt, begun);
  const longer = extended || until > closesAt;
  // Both outlive the general deadline, so their applicant may come while the others are reviewed.
  const taken = programmeIn.open.has(state) || (longer && programmeIn.divisionReview.has(state));
  return {
    firstDay: phase.from,
    lastDay,
    closesAt,
    acceptsUntil: until,
    open: taken && beijingDate(now) >= phase.from && now < until,
    extended,
  };
}
