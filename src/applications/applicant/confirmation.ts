import { type Actor, holds } from '../../web/actor.js';
import type { ApplicationFile } from './application-file.js';

/** Under this name the signed statement of a representative without an account is kept. */
export const CONFIRMATION = 'confirmation';

/**
 * How the representative's confirmation (A02, A25) is given: by the representative's own account;
 * or, when the merchant has no such account, by an uploaded statement with the handwritten signature.
 * Null while it is missing: an agent then asks the representative. At the window (rule K5) the signed
 * statement always counts, because the person has come with paper.
 */
export function confirmationOf(
  actor: Actor,
  { evidence, representatives }: Pick<ApplicationFile, 'evidence' | 'representatives'>,
): 'account' | 'statement' | null {
  if (holds(actor, 'LegalRepresentative')) return 'account';
  if (representatives.length > 0 && !actor.clerk) return null;
  return evidence.some(({ indicator }) => indicator === CONFIRMATION) ? 'statement' : null;
}
