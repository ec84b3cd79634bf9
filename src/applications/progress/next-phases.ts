import type { ProgrammeRow } from '../../programmes/programme.queries.js';
import { beijingDate } from '../../rules/calendar/beijing-time.js';
import { formatDay } from '../../text/format.js';
import type { SummaryList } from '../../web/component-models.js';
import type { PageContext } from '../../web/page-context.js';

/** More than these would be read by nobody. */
const MOST = 6;

/** The phases of a programme that run or are still to come, with their days. */
export function nextPhases({ calendar }: ProgrammeRow, { t, lang, now }: PageContext): SummaryList {
  const today = beijingDate(now);
  return {
    rows: calendar
      .filter(({ to }) => to >= today)
      .slice(0, MOST)
      .map(({ phase, from, to }) => ({
        term: t(`lifecycle.programme.${phase}`),
        value: t(from <= today ? 'applications.progress.until' : 'applications.progress.range', {
          from: formatDay(lang, from),
          to: formatDay(lang, to),
        }),
        action: null,
      })),
  };
}
