import { addDays, dayOfWeek } from '../../rules/calendar/beijing-time.js';
import type { PageContext } from '../../web/page-context.js';

/** One day on a printed year: which kind it is, and the character that says so without colour. */
export interface CalendarDay {
  readonly number: string;
  readonly kind: 'work' | 'rest' | 'holiday' | 'makeUp';
  readonly mark: string | null;
}

export interface CalendarMonth {
  readonly name: string;
  /** Weeks from Monday; null before the first and after the last day. */
  readonly weeks: readonly (readonly (CalendarDay | null)[])[];
}

/** The twelve months of a year with its holidays and make-up days, for reading over. */
export function yearMonths(
  year: number,
  holidays: ReadonlySet<string>,
  makeUpDays: ReadonlySet<string>,
  { t }: Pick<PageContext, 't'>,
): readonly CalendarMonth[] {
  const kindOf = (day: string): CalendarDay['kind'] => {
    if (makeUpDays.has(day)) return 'makeUp';
    if (holidays.has(day)) return 'holiday';
    return isWeekend(day) ? 'rest' : 'work';
  };
  return Array.from({ length: 12 }, (_, at) => {
    const month = `${year}-${String(at + 1).padStart(2, '0')}`;
    const cells: (CalendarDay | null)[] = Array.from(
      { length: (dayOfWeek(`${month}-01`) + 6) % 7 },
      () => null,
    );
    for (let day = `${month}-01`; day.startsWith(month); day = addDays(day, 1)) {
      const kind = kindOf(day);
      const marked = kind === 'holiday' || kind === 'makeUp';
      cells.push({
        number: String(Number(day.slice(8))),
        kind,
        mark: marked ? t(`programmes.workingDays.mark.${kind}`) : null,
      });
    }
    while (cells.length % 7) cells.push(null);
    return {
      name: t('programmes.workingDays.month', { month: at + 1 }),
      weeks: Array.from({ length: cells.length / 7 }, (__, week) =>
        cells.slice(week * 7, week * 7 + 7),
      ),
    };
  });
}

function isWeekend(day: string): boolean {
  return [0, 6].includes(dayOfWeek(day));
}
