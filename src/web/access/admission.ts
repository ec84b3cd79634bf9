import { NotFoundException } from '@nestjs/common';
import type { Actor } from '../actor.js';
import { PasswordChangeNeeded } from '../errors/password-change-needed.js';
import { SignInNeeded } from '../errors/sign-in-needed.js';
import { type Policy, allows } from './policies.js';

const passwordPage = '/account/password';

/**
 * What stands against opening a route, or null. A missing right looks like a missing page, so that
 * nobody learns what exists; a route without a policy is nobody's.
 */
export function refusalOf(
  policy: Policy | undefined,
  actor: Actor | null,
  path: string,
): Error | null {
  if (actor?.mustChangePassword && policy !== 'public' && !path.startsWith(passwordPage)) {
    return new PasswordChangeNeeded();
  }
  if (policy && allows(policy, actor)) return null;
  return policy && !actor ? new SignInNeeded() : new NotFoundException();
}
