import { beijingDate } from '../../rules/calendar/beijing-time.js';
import { PHASES } from '../../rules/programme/phases.js';
import type { ErrorSummary, FieldDate } from '../../web/field-models.js';
import { type RawForm, typedTexts } from '../../web/forms/parse-value.js';
import type { FieldError, Submitted } from '../../web/forms/submitted.js';
import type { PageContext } from '../../web/page-context.js';
import type { PageFrame } from '../../web/views/page.js';
import type { ProgrammeRow } from '../programme.queries.js';
import type { Difference } from './attempt.js';
import type { OpeningForm } from './calendar.form.js';
import { formatDay } from '../../text/format.js';
import { officeCrumbs } from '../office-crumbs.js';

declare module '../../web/views/page.js' {
  interface PageModels {
    'programmes/calendar': CalendarPage;
  }
}

export interface CalendarPage extends PageFrame {
  readonly id: string;
  readonly version: number;
  readonly summary: ErrorSummary;
  readonly differences: readonly Difference[];
  /** What cannot be kept any more; null while everything lies ahead. */
  readonly past: string | null;
  readonly openingDay: FieldDate;
  readonly lines: readonly {
    readonly phase: string;
    readonly label: string;
    readonly from: string;
    readonly to: string;
    readonly fromLabel: string;
    readonly toLabel: string;
    readonly limits: string;
    readonly workingDays: string;
    readonly error: string | null;
  }[];
}

export interface CalendarState {
  readonly opening: Submitted<OpeningForm>;
  /** What was typed into the table, or null when the stored days are shown. */
  readonly typed: RawForm | null;
  readonly errors: readonly FieldError[];
  readonly conflicting: boolean;
}

export function calendarPage(programme: ProgrammeRow, state: CalendarState) {
  return (context: PageContext): CalendarPage => {
    const { t } = context;
    const drawn = context.draw(state.opening);
    const title = t('programmes.calendar.title');
    const day = (phase: string, end: 'from' | 'to') =>
      state.typed
        ? (typedTexts(state.typed, `${phase}.${end}`)[0] ?? '')
        : stored(programme, phase, end);
    return {
      title,
      breadcrumbs: officeCrumbs(context, programme, title),
      id: programme.id,
      version: programme.version,
      summary: {
        errors: [
          ...drawn.summary.errors,
          ...state.errors.map(({ field, code, variables }) => ({
            name: field || 'openingDay',
            text: t('programmes.calendar.error', {
              phase: phaseLabel(field.split('.')[0] ?? '', t),
              text: t(code, variables),
            }),
          })),
        ],
      },
      differences: state.conflicting
        ? PHASES.flatMap(({ phase }) =>
            (['from', 'to'] as const)
              .map((end) => ({
                label: t(`programmes.calendar.${end}Of`, { phase: phaseLabel(phase, t) }),
                theirs: stored(programme, phase, end),
                mine: day(phase, end),
              }))
              .filter(({ theirs, mine }) => theirs !== mine),
          )
        : [],
      past: pastSentence(programme, context),
      openingDay: drawn.date('openingDay'),
      lines: PHASES.map(({ phase, least, most }) => {
        const label = phaseLabel(phase, t);
        const planned = programme.calendar.find((one) => one.phase === phase);
        const error = state.errors.find(({ field }) => field.split('.')[0] === phase);
        return {
          phase,
          label,
          from: day(phase, 'from'),
          to: day(phase, 'to'),
          fromLabel: t('programmes.calendar.fromOf', { phase: label }),
          toLabel: t('programmes.calendar.toOf', { phase: label }),
          limits: limitText(least, most, t),
          workingDays: planned && !state.typed ? String(planned.workingDays) : '',
          error: error ? t(error.code, error.variables) : null,
        };
      }),
    };
  };
}

/** A plan whose opening is over: the call could be posted no more, so nobody would announce it. */
function pastSentence({ calendar }: ProgrammeRow, { t, lang, now }: PageContext): string | null {
  const today = beijingDate(now);
  const open = calendar.find(({ phase }) => phase === 'Open');
  if (!open || open.from >= today) return null;
  const days = { from: formatDay(lang, open.from), to: formatDay(lang, open.to) };
  return t(open.to < today ? 'programmes.calendar.over' : 'programmes.calendar.begun', days);
}

function stored(programme: ProgrammeRow, phase: string, end: 'from' | 'to'): string {
  return programme.calendar.find((one) => one.phase === phase)?.[end] ?? '';
}

function phaseLabel(phase: string, t: PageContext['t']): string {
  return PHASES.some((one) => one.phase === phase)
    ? t(`lifecycle.programme.${phase}`)
    : t('programmes.calendar.title');
}

function limitText(least: number | null, most: number | null, t: PageContext['t']): string {
  if (most !== null) return t('programmes.calendar.between', { least: least ?? 1, most });
  return least !== null && least > 1 ? t('programmes.calendar.atLeast', { least }) : '';
}
