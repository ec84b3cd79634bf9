import type { CalendarPhase } from '../../programmes/programme.entity.js';
import type { ProgrammeRow } from '../../programmes/programme.queries.js';
import { beijingDate, daysBetween } from '../../rules/calendar/beijing-time.js';
import { PROGRAMME_STATES } from '../../rules/lifecycle/programme-states.js';
import { formatDayWeekday, formatMonthDay } from '../../text/format.js';
import type { ProgressState, Timeline } from '../../web/component-models.js';
import type { PageContext } from '../../web/page-context.js';
import { programmeIn } from '../../rules/lifecycle/programme-groups.js';

export interface HomeProgramme {
  readonly name: string;
  readonly href: string;
  readonly phase: string;
  readonly open: boolean;
  /** The next date people wait for; whole days, because the page is kept for a day. */
  readonly next: { readonly label: string; readonly day: string; readonly left: string } | null;
  readonly timeline: Timeline;
}

export function homeProgramme(programme: ProgrammeRow, context: PageContext): HomeProgramme {
  const { t } = context;
  return {
    name: programme.name,
    href: `/programmes/${programme.slug}`,
    phase: t(`lifecycle.programme.${programme.state}`),
    open: programmeIn.open.has(programme.state),
    next: nextDate(programme, context),
    timeline: {
      label: t('portal.home.timeline'),
      flat: false,
      phases: programme.calendar.map((phase) => ({
        name: t(`lifecycle.programme.${phase.phase}`),
        dates: dayRange(phase, context),
        note: null,
        state: progress(phase.phase, programme.state),
      })),
    },
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
        ({ phase, from }) => from > today && progress(phase, programme.state) === 'later',
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

function progress(phase: string, state: string): ProgressState {
  const order: readonly string[] = PROGRAMME_STATES;
  const distance = order.indexOf(phase) - order.indexOf(state);
  return distance < 0 ? 'done' : distance === 0 ? 'current' : 'later';
}

function dayRange({ from, to }: CalendarPhase, { t, lang }: PageContext): string {
  if (from === to) return formatMonthDay(lang, from);
  return t('portal.home.range', { from: formatMonthDay(lang, from), to: formatMonthDay(lang, to) });
}
