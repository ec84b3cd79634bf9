import { publicKeyOf } from '../provenance/ed25519.js';
import { KEY_TYPES, type NoteKey, fromBase64, keyId } from './signed-note.js';

/** A key with what is secret of it. */
export interface SignerKey extends NoteKey {
  /** 32 bytes. */
  readonly seed: Buffer;
}

/** As it is kept in a file: `PRIVATE+KEY+<name>+<id>+<base64>`. */
export function signerKeyText({ seed, ...key }: SignerKey): string {
  const material = Buffer.concat([Uint8Array.of(key.type), seed]);
  return `PRIVATE+KEY+${key.name}+${keyId(key)}+${material.toString('base64')}`;
}

/** Null when it is no key of a witness. */
export function readSignerKey(text: string): SignerKey | null {
  const found = /^PRIVATE\+KEY\+([^\s+]+)\+([0-9a-f]{8})\+([\w+/]+={0,2})$/u.exec(text.trim());
  const material = fromBase64(found?.[3] ?? '');
  if (!found || material?.length !== 33 || material[0] !== KEY_TYPES.cosignature) return null;
  const key = witnessKey(found[1]!, material.subarray(1));
  return keyId(key) === found[2] ? key : null;
}

/** @param seed 32 random bytes */
export function witnessKey(name: string, seed: Buffer): SignerKey {
  return { name, type: KEY_TYPES.cosignature, publicKey: publicKeyOf(seed), seed };
}
