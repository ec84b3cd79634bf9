import type { Role } from '../rules/lifecycle/roles.js';
import { missing } from '../rules/refusal.js';
import type { Actor } from '../web/actor.js';

/**
 * The first of `roles` that the actor holds for this programme (a duty may be limited to one).
 * @throws Refusal missing: without a role the step is not there
 */
export function actingRole(actor: Actor, roles: readonly string[], programmeId?: string): Role {
  const held = actor.duties.find(
    (duty) =>
      roles.includes(duty.role) &&
      (duty.programmeId === null || programmeId === undefined || duty.programmeId === programmeId),
  );
  if (!held) throw missing();
  return held.role;
}
