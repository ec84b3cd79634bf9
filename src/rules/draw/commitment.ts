import { createHash } from 'node:crypto';
import { RuleError } from '../rule-error.js';

export function sha256(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}

/** SHA-256 of the seed's 32 bytes, in hexadecimal: printed before the witness meeting (step 2). */
export function commitmentOf(seed: string): string {
  return sha256(Buffer.from(seedOf(seed), 'hex'));
}

/** Refuses a seed other than the one committed to (step 4). */
export function checkReveal(seed: string, commitment: string): void {
  if (!/^[0-9a-f]{64}$/i.test(commitment)) throw new RuleError('draw.commitmentFormat');
  if (commitmentOf(seed) !== commitment.toLowerCase()) {
    throw new RuleError('draw.commitmentMismatch', {
      commitment: commitment.toLowerCase(),
      found: commitmentOf(seed),
    });
  }
}

/** 64 lower-case hexadecimal digits. */
export function seedOf(seed: string): string {
  if (!/^[0-9a-f]{64}$/i.test(seed))
    throw new RuleError('draw.seedFormat', { length: seed.length });
  return seed.toLowerCase();
}
