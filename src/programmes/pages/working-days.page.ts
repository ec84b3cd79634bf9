import { beijingDate } from '../../rules/calendar/beijing-time.js';
import { formatDayWeekday, formatInstant } from '../../text/format.js';
import { allows } from '../../web/access/policies.js';
import type {
  ErrorSummary,
  FieldDate,
  FieldNumber,
  FieldText,
  FieldTextarea,
} from '../../web/field-models.js';
import { typedTexts } from '../../web/forms/parse-value.js';
import { type Submitted, unsentForm } from '../../web/forms/submitted.js';
import type { PageContext, Translate } from '../../web/page-context.js';
import type { PageFrame } from '../../web/views/page.js';
import { formatDayList } from '../day-list.js';
import type { WorkingDayYearRow } from '../working-days.js';
import type { CalendarPreview } from '../calendar-preview.js';
import { type CalendarMoves, calendarMoves } from './calendar-moves.model.js';
import type { Difference } from './attempt.js';
import { officeCrumbs } from '../office-crumbs.js';
import { type CalendarMonth, yearMonths } from './year-months.js';
import { type DemoClockForm, WorkingDayYearForm, type YearForm } from './working-days.form.js';

declare module '../../web/views/page.js' {
  interface PageModels {
    'programmes/working-days': WorkingDaysPage;
    'programmes/working-day-year': WorkingDayYearPage;
    'programmes/demo-clock': DemoClockPage;
  }
}

export interface WorkingDaysPage extends PageFrame {
  readonly years: readonly {
    readonly year: string;
    readonly holidays: string;
    readonly makeUpDays: string;
    readonly source: string;
    readonly changed: string;
  }[];
  readonly mayEdit: boolean;
  readonly summary: ErrorSummary;
  readonly year: FieldNumber;
}

export interface WorkingDayYearPage extends PageFrame {
  readonly year: string;
  readonly version: number;
  readonly summary: ErrorSummary;
  readonly differences: readonly Difference[];
  readonly holidays: FieldTextarea;
  readonly makeUpDays: FieldTextarea;
  readonly source: FieldText;
  /** Asked for only where a posted period moves. */
  readonly decision: FieldTextarea | null;
  readonly saveLabel: string;
  /** Null before anything was checked. */
  readonly moves: CalendarMoves | null;
  readonly weekdays: readonly string[];
  /** The year as it is stored; empty before it is loaded. */
  readonly months: readonly CalendarMonth[];
}

export interface DemoClockPage extends PageFrame {
  readonly today: string;
  readonly summary: ErrorSummary;
  readonly day: FieldDate;
}

const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7] as const;

export function workingDaysPage(years: readonly WorkingDayYearRow[], form: Submitted<YearForm>) {
  return (context: PageContext): WorkingDaysPage => {
    const { t, lang, actor } = context;
    const drawn = context.draw(form);
    const title = t('programmes.workingDays.title');
    return {
      title,
      breadcrumbs: officeCrumbs(context, null, title),
      years: years.map((row) => ({
        year: String(row.year),
        holidays: String(row.holidays.length),
        makeUpDays: String(row.makeUpDays.length),
        source: row.source,
        changed: formatInstant(lang, row.changedAt),
      })),
      mayEdit: allows('programme.prepare', actor),
      summary: drawn.summary,
      year: drawn.number('year'),
    };
  };
}

export function workingDayYearPage(
  year: number,
  stored: WorkingDayYearRow | null,
  /** What was sent, or null to show what is stored. */
  sent: Submitted<WorkingDayYearForm> | null,
  conflicting: boolean,
  preview: CalendarPreview | null,
) {
  return (context: PageContext): WorkingDayYearPage => {
    const { t } = context;
    const form = sent ?? unsentForm(WorkingDayYearForm, storedYear(stored, t));
    const drawn = context.draw(form);
    const title = t('programmes.workingDays.ofYear', { year: String(year) });
    return {
      title,
      breadcrumbs: [
        { label: t('navigation.office'), href: '/office' },
        { label: t('programmes.workingDays.title'), href: '/office/working-days' },
        { label: title, href: null },
      ],
      year: String(year),
      version: stored?.version ?? 0,
      summary: drawn.summary,
      differences: conflicting
        ? Object.entries(storedYear(stored, t)).flatMap(([name, theirs]) => {
            const mine = typedTexts(form.typed, name)[0] ?? '';
            return mine === theirs
              ? []
              : [{ label: t(`programmes.workingDays.${name}`), theirs, mine }];
          })
        : [],
      holidays: drawn.textarea('holidays'),
      makeUpDays: drawn.textarea('makeUpDays'),
      decision: asksDecision(preview, form) ? drawn.textarea('decision') : null,
      saveLabel: t(preview?.moved.length ? 'programmes.moves.save' : 'forms.save'),
      moves: preview && calendarMoves(preview, context),
      source: drawn.text('source', 'full'),
      weekdays: WEEKDAYS.map((day) => t(`programmes.workingDays.weekday.${day}`)),
      months: stored
        ? yearMonths(year, new Set(stored.holidays), new Set(stored.makeUpDays), context)
        : [],
    };
  };
}

function asksDecision(
  preview: CalendarPreview | null,
  form: Submitted<WorkingDayYearForm>,
): boolean {
  const posted = preview?.moved.some(({ kind }) => kind === 'notice') ?? false;
  return posted || form.errors.some(({ field }) => field === 'decision');
}

function storedYear(row: WorkingDayYearRow | null, t: Translate): Record<string, string> {
  return {
    holidays: formatDayList(row?.holidays ?? [], t),
    makeUpDays: formatDayList(row?.makeUpDays ?? [], t),
    source: row?.source ?? '',
  };
}

export function demoClockPage(form: Submitted<DemoClockForm>) {
  return (context: PageContext): DemoClockPage => {
    const { t, lang, now } = context;
    const drawn = context.draw(form);
    const title = t('programmes.demoClock.title');
    return {
      title,
      breadcrumbs: officeCrumbs(context, null, title),
      today: formatDayWeekday(lang, beijingDate(now)),
      summary: drawn.summary,
      day: drawn.date('day'),
    };
  };
}
