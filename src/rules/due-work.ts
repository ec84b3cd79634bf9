import { daysBetween } from './calendar/beijing-time.js';
import type { Role } from './lifecycle/roles.js';

/** Something that one role is next with, and by when: what the desk of the office shows of any subject. */
export interface DueWork<Kind extends string = string> {
  readonly kind: Kind;
  readonly owner: Role;
  /** Null while the working days up to it are not entered. */
  readonly dueOn: string | null;
  /** What it is about, as people call it. */
  readonly subject: string;
  /** Where it is done. */
  readonly href: string;
}

/** Days after the due day; zero while there is time. */
export function daysLate({ dueOn }: Pick<DueWork, 'dueOn'>, today: string): number {
  return dueOn === null || dueOn >= today ? 0 : daysBetween(dueOn, today);
}

/** The late work that a reader with these roles is shown: the own, and all of it to who answers for it. */
export function lateWork<Work extends DueWork>(
  work: readonly Work[],
  roles: readonly Role[],
  today: string,
): readonly Work[] {
  const answers = roles.some((role) => role === 'CityRegistrar' || role === 'Supervisor');
  return work
    .filter((one) => daysLate(one, today) > 0 && (answers || roles.includes(one.owner)))
    .toSorted((a, b) => daysLate(b, today) - daysLate(a, today));
}
