import type { Role } from '../rules/lifecycle/roles.js';

/** A role in force, and over what. */
export interface HeldDuty {
  readonly role: Role;
  readonly divisionCode: string | null;
  readonly merchantId: string | null;
  readonly programmeId: string | null;
}

/** Who acts: a signed-in account with the duties it holds now. */
export interface Actor {
  readonly accountId: string;
  readonly name: string;
  readonly kind: 'merchant' | 'office' | 'judge';
  readonly mustChangePassword: boolean;
  /** Messages not yet read; only counted for the person whose request it is. */
  readonly unreadMessages?: number;
  readonly duties: readonly HeldDuty[];
}

export function holds(actor: Actor | null, ...roles: readonly Role[]): boolean {
  return actor !== null && actor.duties.some((duty) => roles.includes(duty.role));
}

/** The merchant this account acts for; null for office, judges and before the record exists. */
export function merchantOf(actor: Actor): string | null {
  return actor.duties.find((duty) => duty.merchantId)?.merchantId ?? null;
}

/** The division whose office this account works in. */
export function divisionOf(actor: Actor): string | null {
  return actor.duties.find((duty) => duty.divisionCode)?.divisionCode ?? null;
}
