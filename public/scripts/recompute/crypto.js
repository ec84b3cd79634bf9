// Stands in for `node:crypto` where the rules run in a browser: only there is no other way to hash at once.
import { sha256 } from '@noble/hashes/sha2';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils';

export function createHash(name) {
  if (name !== 'sha256') throw new Error(`no ${name} in a browser`);
  const hash = sha256.create();
  return {
    update(text) {
      hash.update(utf8ToBytes(text));
      return this;
    },
    digest: () => bytesToHex(hash.digest()),
  };
}
