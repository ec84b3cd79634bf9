import { type Duty, forbiddenPair } from '../rules/lifecycle/forbidden-pairs.js';
import type { Role } from '../rules/lifecycle/roles.js';
import { Refusal, missing } from '../rules/refusal.js';
import type { Actor } from './actor.js';

/**
 * The first of these roles that the actor may act in: held for this programme (a duty may be limited
 * to one), and beside no other duty that forbids it there. The pairs are asked when a role is granted
 * and here again, because a duty may have come another way or for another programme. An act that first
 * has to find its programme asks without one, and once more when it knows it.
 * @throws Refusal missing without a role: then the thing is not there; or the forbidden pair
 */
export function actingRole(actor: Actor, roles: readonly string[], programmeId?: string): Role {
  const held = actor.duties.filter((duty) => reaches(duty, programmeId));
  const role = roles
    .map((one) => held.find((duty) => duty.role === one)?.role)
    .find((one) => one !== undefined);
  if (!role) throw missing();
  if (programmeId !== undefined) {
    refusePair(held.map(asPairDuty), { name: role, programme: programmeId });
  }
  return role;
}

/**
 * The second person of an act is another one than the first (rule book §4).
 * @param first account of the first person; null when there was none
 */
export function requireSecondPerson(
  { accountId }: Pick<Actor, 'accountId'>,
  first: string | null,
  act: string,
): void {
  if (first !== accountId) return;
  refusePair([{ name: 'FirstPerson', act }], { name: 'SecondPerson', act });
}

/** What somebody holds, as the forbidden pairs see it. */
export function asPairDuty({
  role,
  programmeId,
}: {
  readonly role: string;
  readonly programmeId: string | null;
}): Duty {
  return { name: role as Role, ...(programmeId && { programme: programmeId }) };
}

/**
 * @param field where the form says it; none for an act
 * @throws Refusal that names the pair, when one of `existing` must not meet the proposed duty
 */
export function refusePair(
  existing: readonly Duty[],
  proposed: Duty,
  field: string | null = null,
): void {
  const violation = forbiddenPair(existing, proposed);
  if (violation) throw new Refusal(violation.code, {}, field);
}

function reaches({ programmeId: of }: Actor['duties'][number], programmeId?: string): boolean {
  return of === null || programmeId === undefined || of === programmeId;
}
