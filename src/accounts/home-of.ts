import type { Policy } from '../web/access/policies.js';
import { allows } from '../web/access/policies.js';
import type { Actor } from '../web/actor.js';

const homes: readonly (readonly [Policy, string])[] = [
  ['judge', '/judging'],
  ['division', '/division'],
  ['office', '/office'],
  ['supervise', '/supervision'],
  ['journal.read', '/supervision/journal'],
  ['administer', '/admin'],
];

/** Where a person's work lies after signing in; an account without a duty yet belongs to a merchant. */
export function homeOf(actor: Actor | null): string {
  return homes.find(([policy]) => allows(policy, actor))?.[1] ?? '/my';
}
