import { newId } from '../../src/database/new-id.js';
import type { Role } from '../../src/rules/lifecycle/roles.js';
import type { Actor, HeldDuty } from '../../src/web/actor.js';

/** Somebody who holds one duty, for calling a use case without signing in. */
export function acting(
  role: Role,
  over: Partial<HeldDuty> & { readonly accountId?: string } = {},
): Actor {
  const { accountId = newId(), ...limits } = over;
  const merchant = role === 'Agent' || role === 'LegalRepresentative';
  const kind = role === 'Judge' || role === 'Chair' ? 'judge' : merchant ? 'merchant' : 'office';
  return {
    accountId,
    name: role,
    kind,
    mustChangePassword: false,
    duties: [{ role, divisionCode: null, merchantId: null, programmeId: null, ...limits }],
  };
}
