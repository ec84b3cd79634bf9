import { createPrivateKey, createPublicKey, sign, verify } from 'node:crypto';

/** PKCS #8 and SPKI headers of Ed25519 keys (RFC 8410); 32 raw bytes follow. */
const PRIVATE_HEADER = Buffer.from('302e020100300506032b657004220420', 'hex');
const PUBLIC_HEADER = Buffer.from('302a300506032b6570032100', 'hex');

/**
 * Ed25519 (RFC 8032) over UTF-8 text.
 * @param seed 32 secret bytes; the same seed is the same key
 * @returns base64url, 86 characters
 */
export function signText(text: string, seed: Uint8Array): string {
  return sign(null, Buffer.from(text), privateKey(seed)).toString('base64url');
}

/** The public key of a seed, 64 hex digits. */
export function publicKeyOf(seed: Uint8Array): string {
  const spki = createPublicKey(privateKey(seed)).export({ format: 'der', type: 'spki' });
  return spki.subarray(PUBLIC_HEADER.length).toString('hex');
}

/** @param publicKey 64 hex digits */
export function isSignedText(text: string, signature: string, publicKey: string): boolean {
  const der = Buffer.concat([PUBLIC_HEADER, Buffer.from(publicKey, 'hex')]);
  const key = createPublicKey({ key: der, format: 'der', type: 'spki' });
  return verify(null, Buffer.from(text), key, Buffer.from(signature, 'base64url'));
}

function privateKey(seed: Uint8Array) {
  const key = Buffer.concat([PRIVATE_HEADER, seed]);
  return createPrivateKey({ key, format: 'der', type: 'pkcs8' });
}
