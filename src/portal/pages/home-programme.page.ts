import { courseView } from '../../programmes/course-view.js';
import type { ProgrammeRow } from '../../programmes/programme.queries.js';
import { beijingDate, daysBetween } from '../../rules/calendar/beijing-time.js';
import { progressOf } from '../../rules/programme/course.js';
import { formatDayWeekday, formatMonthDay } from '../../text/format.js';
import type { Course } from '../../web/component-models.js';
import type { PageContext } from '../../web/page-context.js';
import { programmeIn } from '../../rules/lifecycle/programme-groups.js';

export interface HomeProgramme {
  readonly id: string;
  readonly name: string;
  readonly href: string;
  readonly phase: string;
  readonly open: boolean;
  /** The next date people wait for; whole days, because the page is kept for a day. */
  readonly next: { readonly label: string; readonly day: string; readonly left: string } | null;
  readonly course: Course;
}

export function homeProgramme(programme: ProgrammeRow, context: PageContext): HomeProgramme {
  const { t } = context;
  return {
    id: programme.slug,
    name: programme.name,
    href: `/programmes/${programme.slug}`,
    phase: t(`lifecycle.programme.${programme.state}`),
    open: programmeIn.open.has(programme.state),
    next: nextDate(programme, context),
    course: courseView(programme, context, (phase) => ({
      dates: dayRange(phase, context),
      note: null,
    })),
  };
}

/** End of the running phase; once that has passed, or between phases, the start of the next one. */
function nextDate(programme: ProgrammeRow, context: PageContext): HomeProgramme['next'] {
  const { t, lang, now } = context;
  const today = beijingDate(now);
  const running = programme.calendar.find(({ phase }) => phase === programme.state);
  const ends = running && running.to >= today;
  const next = ends
    ? running
    : programme.calendar.find(
        ({ phase, from }) => from > today && progressOf(phase, programme.state) === 'later',
      );
  if (!next) return null;
  const phase = t(`lifecycle.programme.${next.phase}`);
  const day = ends ? next.to : next.from;
  return {
    label: t(ends ? 'portal.home.ends' : 'portal.home.begins', { phase }),
    day: ends
      ? t('portal.home.untilMidnight', { day: formatDayWeekday(lang, day) })
      : formatDayWeekday(lang, day),
    left: t('portal.home.daysLeft', { days: daysBetween(today, day) }),
  };
}

function dayRange(
  { from, to }: { readonly from: string; readonly to: string },
  { t, lang }: PageContext,
): string {
  if (from === to) return formatMonthDay(lang, from);
  return t('portal.home.range', { from: formatMonthDay(lang, from), to: formatMonthDay(lang, to) });
}
