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
  /** Today's open entry at the window, of a clerk who types in what somebody brought on paper. */
  readonly window?: OpenWindowEntry;
  /** Who really sits there, while a clerk fills in the pages of the merchant who came. */
  readonly clerk?: Actor;
}

export interface OpenWindowEntry {
  readonly id: string;
  readonly receiptNumber: string;
  /** The id that a merchant who is not in the register yet will have there. */
  readonly merchantId: string;
  /** Null until the merchant is registered. */
  readonly merchantName: string | null;
}

/**
 * The clerk as the merchant's agent, for the merchant's own pages (rule K5): the same forms, the same
 * checks. Anybody else stays who they are.
 */
export function atWindow(actor: Actor): Actor {
  const { window } = actor;
  if (!window) return actor;
  const { merchantId } = window;
  const agent = { role: 'Agent', divisionCode: null, merchantId, programmeId: null } as const;
  return {
    ...actor,
    kind: 'merchant',
    duties: window.merchantName === null ? [] : [agent],
    clerk: actor,
  };
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
