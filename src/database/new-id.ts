import { randomBytes } from 'node:crypto';

const alphabet = '0123456789abcdefghjkmnpqrstvwxyz';

/** 16 characters of base 32 (80 bits): unique without a counter and impossible to guess. */
export function newId(bytes: Uint8Array = randomBytes(16)): string {
  let id = '';
  for (const byte of bytes) id += alphabet[byte & 31];
  return id;
}
