import type { Role } from '../../../rules/lifecycle/roles.js';
import { missing } from '../../../rules/refusal.js';
import type { Actor } from '../../../web/actor.js';

/** The division in which the person holds one of the roles; without one nothing is there for them. */
export function divisionFor(actor: Actor, ...roles: readonly Role[]): string {
  const duty = actor.duties.find((held) => roles.includes(held.role) && held.divisionCode !== null);
  if (!duty?.divisionCode) throw missing();
  return duty.divisionCode;
}
