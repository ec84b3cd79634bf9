import type { CalendarFile } from '../../paper/calendar-file.js';
import { type Extension, withExtensions } from '../../rules/programme/phase-deadline.js';
import { type Language, translate } from '../../text/catalogue.js';
import { formatDay } from '../../text/format.js';
import type { ProgrammeRow } from '../programme.queries.js';

/** The last day of every phase as orders for all have moved it; those for one are nobody else's business. */
export function deadlineCalendar(
  { id, name, calendar }: Pick<ProgrammeRow, 'id' | 'name' | 'calendar'>,
  extensions: readonly Extension[],
  lang: Language,
): CalendarFile {
  return {
    name,
    days: withExtensions(calendar, extensions).map(({ phase, from, to }) => ({
      id: `${id}-${phase}@biaogan`,
      sequence: extensions.filter((one) => one.phase === phase && one.scope === 'all').length,
      day: to,
      title: translate(lang, 'paper.calendar.deadline', {
        phase: translate(lang, `lifecycle.programme.${phase}`),
      }),
      text: translate(lang, 'paper.calendar.text', {
        programme: name,
        from: formatDay(lang, from),
        to: formatDay(lang, to),
      }),
    })),
  };
}
