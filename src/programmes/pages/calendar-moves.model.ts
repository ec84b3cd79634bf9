import { PHASES } from '../../rules/programme/phases.js';
import { spanEffect } from '../../rules/calendar/moved-spans.js';
import { formatDay } from '../../text/format.js';
import type { PageContext } from '../../web/page-context.js';
import type { CalendarPreview } from '../calendar-preview.js';

export interface CalendarMoves {
  readonly digest: string;
  readonly lead: string;
  readonly rows: readonly {
    readonly term: string;
    readonly title: string;
    readonly before: string;
    readonly would: string;
    readonly effect: string;
  }[];
}

/** Every running term that a changed calendar counts otherwise, with its day now and what it would be. */
export function calendarMoves(
  { moved, digest }: CalendarPreview,
  { t, lang }: PageContext,
): CalendarMoves {
  return {
    digest,
    lead: t('programmes.moves.lead', { count: moved.length }),
    rows: moved.map(({ kind, title, phase, lastDay, days, daysAfter, would }) => ({
      term: PHASES.some((one) => one.phase === phase)
        ? t(`lifecycle.programme.${phase ?? ''}`)
        : t(`programmes.moves.kind.${kind}`),
      title,
      before: t('programmes.moves.until', { day: formatDay(lang, lastDay), days }),
      would: would
        ? t('programmes.moves.until', { day: formatDay(lang, would), days })
        : t('programmes.moves.beyond'),
      effect: t(`programmes.moves.effect.${spanEffect(kind)}`, { days: daysAfter }),
    })),
  };
}
