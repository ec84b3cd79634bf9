import { isSignedText, signText } from './ed25519.js';

/** The journal up to one entry, as it was sent out: whoever kept it can hold the journal to it. */
export interface Checkpoint {
  readonly sequence: number;
  /** Hash of that entry, 64 hex digits; it depends on every entry before. */
  readonly hash: string;
}

export interface SignedCheckpoint extends Checkpoint {
  /** Ed25519 (RFC 8032), base64url, 86 characters. */
  readonly signature: string;
}

const PRINTED = /BG1\.(\d{1,9})\.([0-9a-f]{64})\.([\w-]{86})/g;

/** @param seed 32 secret bytes; the same seed is the same key */
export function signCheckpoint({ sequence, hash }: Checkpoint, seed: Uint8Array): SignedCheckpoint {
  return { sequence, hash, signature: signText(signed({ sequence, hash }), seed) };
}

/** @param publicKey 64 hex digits */
export function isSigned(checkpoint: SignedCheckpoint, publicKey: string): boolean {
  return isSignedText(signed(checkpoint), checkpoint.signature, publicKey);
}

/** One word that is mailed, printed and pasted back: `BG1.<sequence>.<hash>.<signature>`. */
export function checkpointText({ sequence, hash, signature }: SignedCheckpoint): string {
  return `BG1.${sequence}.${hash}.${signature}`;
}

/** Every checkpoint in a text, however its lines were wrapped on the way (also as quoted-printable). */
export function readCheckpoints(text: string): SignedCheckpoint[] {
  const joined = text.replaceAll(/=\r?\n/g, '').replaceAll(/\s+/g, '');
  return [...joined.matchAll(PRINTED)].map(([, sequence, hash, signature]) => ({
    sequence: Number(sequence),
    hash: hash!,
    signature: signature!,
  }));
}

function signed({ sequence, hash }: Checkpoint): string {
  return `biaogan checkpoint\n${sequence}\n${hash}`;
}
