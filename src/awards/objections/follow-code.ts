import { createHash, randomBytes } from 'node:crypto';
import { parseVerifyCode, verifyCodeFrom } from '../../rules/identifiers/verify-code.js';

/** What an objector writes down, or prints, to come back without an account. */
export interface FollowCode {
  readonly receiptNumber: string;
  readonly followCode: string;
}

export function newFollowCode(): string {
  return verifyCodeFrom(randomBytes(32));
}

/** Ten characters of a set of 31 are 49 bits: with the rate limit a plain hash keeps them safe. */
export function followHash(code: string): string {
  return createHash('sha256').update(code).digest('hex');
}

/** The same of a code as people type it; of what is none a hash that nothing has. */
export function typedFollowHash(typed: string): string {
  return followHash(parseVerifyCode(typed) ?? '');
}
