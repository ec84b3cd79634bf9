import { createPrivateKey, createPublicKey, sign, verify } from 'node:crypto';

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

/** PKCS #8 and SPKI headers of Ed25519 keys (RFC 8410); 32 raw bytes follow. */
const PRIVATE_HEADER = Buffer.from('302e020100300506032b657004220420', 'hex');
const PUBLIC_HEADER = Buffer.from('302a300506032b6570032100', 'hex');

const PRINTED = /BG1\.(\d{1,9})\.([0-9a-f]{64})\.([\w-]{86})/g;

/** @param seed 32 secret bytes; the same seed is the same key */
export function signCheckpoint({ sequence, hash }: Checkpoint, seed: Uint8Array): SignedCheckpoint {
  const signature = sign(null, signed({ sequence, hash }), privateKey(seed)).toString('base64url');
  return { sequence, hash, signature };
}

/** The public key of a seed, 64 hex digits. */
export function checkpointKey(seed: Uint8Array): string {
  const spki = createPublicKey(privateKey(seed)).export({ format: 'der', type: 'spki' });
  return spki.subarray(PUBLIC_HEADER.length).toString('hex');
}

/** @param publicKey 64 hex digits */
export function isSigned(checkpoint: SignedCheckpoint, publicKey: string): boolean {
  const der = Buffer.concat([PUBLIC_HEADER, Buffer.from(publicKey, 'hex')]);
  const key = createPublicKey({ key: der, format: 'der', type: 'spki' });
  return verify(null, signed(checkpoint), key, Buffer.from(checkpoint.signature, 'base64url'));
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

function signed({ sequence, hash }: Checkpoint): Buffer {
  return Buffer.from(`biaogan checkpoint\n${sequence}\n${hash}`);
}

function privateKey(seed: Uint8Array) {
  const key = Buffer.concat([PRIVATE_HEADER, seed]);
  return createPrivateKey({ key, format: 'der', type: 'pkcs8' });
}
