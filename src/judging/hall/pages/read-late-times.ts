import { type LateTimes, lateProblems } from '../../../rules/hall/late-clock.js';
import type { Submitted } from '../../../web/forms/submitted.js';
import type { LateTimesForm } from './hall.form.js';

/** Hour, minute and, where somebody noted it, second: `9:05`, `14:05:30`; Chinese colons too. */
const CLOCK = /^([01]?\d|2[0-3])[:\uff1a]([0-5]\d)(?:[:\uff1a]([0-5]\d))?$/;

/** The instants that were typed as Beijing times of a day. */
export function readLateTimes(form: LateTimesForm): LateTimes {
  const { kind, day, from, to } = form;
  return { kind, from: instant(day, from)!, to: to === null ? null : instant(day, to) };
}

/** The form with all that is wrong with its times. */
export function checkedLateTimes(
  form: Submitted<LateTimesForm>,
  now: string,
): Submitted<LateTimesForm> {
  if (!form.ok) return form;
  const { day, from, to, reason } = form.value;
  const unreadable = [
    ...(instant(day, from) === null ? ['from'] : []),
    ...(to !== null && instant(day, to) === null ? ['to'] : []),
  ];
  if (unreadable.length) {
    return form.with(
      ...unreadable.map((field) => ({ field, code: 'hall.late.clock', variables: {} })),
    );
  }
  const problems = lateProblems(readLateTimes(form.value), reason, now);
  return form.with(...problems.map(({ key, ...rest }) => ({ ...rest, code: key })));
}

function instant(day: string, time: string): string | null {
  const [whole, hour, minute, second = '00'] = CLOCK.exec(time) ?? [];
  if (whole === undefined) return null;
  const clock = `${hour!.padStart(2, '0')}:${minute}:${second}`;
  return new Date(`${day}T${clock}+08:00`).toISOString();
}
