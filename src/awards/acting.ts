import { type Duty, type DutyName, forbiddenPair } from '../rules/lifecycle/forbidden-pairs.js';
import type { Role } from '../rules/lifecycle/roles.js';
import { Refusal, missing } from '../rules/refusal.js';
import { type Actor, holds } from '../web/actor.js';

/** The first of these roles that the actor holds; without one the thing is not there for them. */
export function actingAs(actor: Actor, ...roles: readonly Role[]): Role {
  const role = roles.find((one) => holds(actor, one));
  if (!role) throw missing();
  return role;
}

/** The second person of an act is another one than the first (rule book §4). */
export function requireSecondPerson(actor: Actor, firstBy: string, act: string): void {
  if (actor.accountId !== firstBy) return;
  refusePair([{ name: 'FirstPerson', act }], { name: 'SecondPerson', act });
}

/** Forbidden pairs at execution: what the account holds or did in this programme against what it does now. */
export function requireNoForbiddenPair(
  actor: Actor,
  programmeId: string,
  name: DutyName,
  done: readonly DutyName[] = [],
): void {
  const existing: Duty[] = [
    ...actor.duties.map(({ role, programmeId: of }) => ({
      name: role,
      ...(of ? { programme: of } : {}),
    })),
    ...done.map((one) => ({ name: one, programme: programmeId })),
  ];
  refusePair(existing, { name, programme: programmeId });
}

function refusePair(existing: readonly Duty[], proposed: Duty): void {
  const violation = forbiddenPair(existing, proposed);
  if (violation) throw new Refusal(violation.code);
}
