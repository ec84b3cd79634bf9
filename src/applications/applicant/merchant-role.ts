import { type Actor, holds } from '../../web/actor.js';

/** The weightier of a merchant account's roles: a representative who also fills in may confirm. */
export function merchantRole(actor: Actor): 'Agent' | 'LegalRepresentative' {
  return holds(actor, 'LegalRepresentative') ? 'LegalRepresentative' : 'Agent';
}
