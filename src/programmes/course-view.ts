import { beijingDate } from '../rules/calendar/beijing-time.js';
import type { ProgrammeState } from '../rules/lifecycle/programme-states.js';
import { courseOf, progressOf } from '../rules/programme/course.js';
import { formatMonthDay } from '../text/format.js';
import type { Course } from '../web/component-models.js';
import type { PageContext } from '../web/page-context.js';

interface Phase {
  readonly phase: string;
  readonly from: string;
  readonly to: string;
}

/** Lengths that the styles know, in weeks. */
const MOST_WEEKS = 20;

/**
 * The strip of stages with all phases behind it.
 * @param dates how the page prints the days of a phase, and what it says beside them
 */
export function courseView(
  { calendar, state }: { readonly calendar: readonly Phase[]; readonly state: ProgrammeState },
  { t, lang, now }: PageContext,
  dates: (phase: Phase, place: number) => { readonly dates: string; readonly note: string | null },
): Course {
  return {
    label: t('design.course'),
    stages: courseOf(calendar, state, beijingDate(now)).map((one) => ({
      name: t(`design.course.${one.stage}`),
      dates: t('design.course.days', {
        from: formatMonthDay(lang, one.from),
        to: formatMonthDay(lang, one.to),
      }),
      weeks: Math.min(MOST_WEEKS, Math.max(1, Math.round(one.days / 7))),
      needle: one.reached === null ? null : `at-${Math.floor(one.reached * 10)}`,
      state: one.progress,
    })),
    phases: calendar.map((phase, place) => ({
      name: t(`lifecycle.programme.${phase.phase}`),
      ...dates(phase, place),
      state: progressOf(phase.phase, state),
    })),
  };
}
