import { PHASES } from '../../rules/programme/phases.js';
import type { PhaseDays } from '../../rules/programme/phase-calendar.js';
import { DayField } from '../../web/forms/fields.js';
import { type RawForm, typedTexts } from '../../web/forms/parse-value.js';
import type { FieldError } from '../../web/forms/submitted.js';

export class OpeningForm {
  @DayField({ label: 'programmes.openingDay', hint: 'programmes.calendar.again.hint' })
  openingDay!: string;
}

/** The table of phases as typed; a phase with both days empty is left out of the calendar. */
export function readPhases(raw: RawForm): {
  readonly phases: readonly PhaseDays[];
  readonly errors: readonly FieldError[];
} {
  const given = PHASES.map(({ phase }) => ({
    phase,
    from: dayText(raw, `${phase}.from`),
    to: dayText(raw, `${phase}.to`),
  })).filter(({ from, to }) => from !== '' || to !== '');
  const errors = given.flatMap(({ phase, from, to }) =>
    (
      [
        ['from', from],
        ['to', to],
      ] as const
    )
      .filter(([, day]) => !isDay(day))
      .map(([end, day]) => ({
        field: `${phase}.${end}`,
        code: 'calendar.dateInvalid',
        variables: { date: day.slice(0, 40) },
      })),
  );
  const opening = given.some(({ phase }) => phase === 'Open')
    ? []
    : [{ field: 'Open.from', code: 'programmes.calendar.openMissing', variables: {} }];
  return { phases: given, errors: [...errors, ...opening] };
}

export function dayText(raw: RawForm, name: string): string {
  return (typedTexts(raw, name)[0] ?? '').normalize('NFKC').trim();
}

export function isDay(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(`${text}T00:00:00Z`));
}
