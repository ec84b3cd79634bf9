import { createHash } from 'node:crypto';

/** Tells one password from the next, and nothing about either. @param passwordHash as stored */
export function passwordMark(passwordHash: string): string {
  return createHash('sha256').update(passwordHash).digest('hex').slice(0, 32);
}
