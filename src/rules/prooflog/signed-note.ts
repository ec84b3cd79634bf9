import { createHash } from 'node:crypto';
import { isSignedText, signText } from '../provenance/ed25519.js';

/** What a key of a note signs: the note itself, or that the log at this time ended there (C2SP signed-note). */
export const KEY_TYPES = { note: 1, cosignature: 4 } as const;

export interface NoteKey {
  /** Who signs, such as `example.com/log`; without spaces and plus signs. */
  readonly name: string;
  readonly type: (typeof KEY_TYPES)[keyof typeof KEY_TYPES];
  /** Ed25519, 64 hex digits. */
  readonly publicKey: string;
}

export interface NoteSignature {
  readonly name: string;
  /** The first four bytes of the line, 8 hex digits. */
  readonly keyId: string;
  readonly bytes: Buffer;
}

export interface Note {
  /** With the line feed at its end. */
  readonly text: string;
  readonly signatures: readonly NoteSignature[];
}

const MOST_SIGNATURES = 100;
const NAME = /^[^\s+]+$/u;

export function isKeyName(name: string): boolean {
  return NAME.test(name) && name.length <= 200;
}

/** Eight hex digits that tell keys of one name apart. */
export function keyId({ name, type, publicKey }: NoteKey): string {
  const hash = createHash('sha256').update(`${name}\n`).update(Uint8Array.of(type));
  return hash.update(Buffer.from(publicKey, 'hex')).digest('hex').slice(0, 8);
}

/** As it is handed to whoever verifies: `<name>+<key id>+<base64>`. */
export function verifierKey(key: NoteKey): string {
  const material = Buffer.concat([Uint8Array.of(key.type), Buffer.from(key.publicKey, 'hex')]);
  return `${key.name}+${keyId(key)}+${material.toString('base64')}`;
}

/** Null when it is not a key of a kind known here, or its id is another one. */
export function readVerifierKey(text: string): NoteKey | null {
  const [, name, id, base64] = /^([^\s+]+)\+([0-9a-f]{8})\+([\w+/]+={0,2})$/u.exec(text) ?? [];
  const material = fromBase64(base64 ?? '');
  if (!name || !isKeyName(name) || material?.length !== 33) return null;
  const type = Object.values(KEY_TYPES).find((one) => one === material[0]);
  if (type === undefined) return null;
  const key = { name, type, publicKey: material.subarray(1).toString('hex') };
  return keyId(key) === id ? key : null;
}

export function signatureLine(key: NoteKey, signature: Uint8Array): string {
  const bytes = Buffer.concat([Buffer.from(keyId(key), 'hex'), signature]);
  return `— ${key.name} ${bytes.toString('base64')}\n`;
}

/** The line of a key of type `note`. */
export function signNote(text: string, key: NoteKey, seed: Uint8Array): string {
  return signatureLine(key, Buffer.from(signText(text, seed), 'base64url'));
}

/** A text with its lines, taken apart and not yet verified; null when it is no note. */
export function readNote(note: string): Note | null {
  // Only line feeds are allowed of what is below a space.
  // oxlint-disable-next-line no-control-regex
  if (/[\u0000-\u0009\u000b-\u001f\ufffd]/.test(note)) return null;
  const border = note.lastIndexOf('\n\n');
  if (border < 0 || !note.endsWith('\n')) return null;
  const lines = note.slice(border + 2, -1).split('\n');
  if (lines.length > MOST_SIGNATURES) return null;
  const signatures = lines.map(readSignature);
  const whole = signatures.every((one) => one !== null);
  return whole ? { text: note.slice(0, border + 1), signatures } : null;
}

function readSignature(line: string): NoteSignature | null {
  const [, name, base64] = /^— (\S+) ([\w+/]+={0,2})$/u.exec(line) ?? [];
  const bytes = fromBase64(base64 ?? '');
  if (!name || !isKeyName(name) || !bytes || bytes.length < 5) return null;
  return { name, keyId: bytes.subarray(0, 4).toString('hex'), bytes: bytes.subarray(4) };
}

/** The signatures of one key; a note may carry none, or others of the same name. */
export function signaturesOf({ signatures }: Note, key: NoteKey): readonly NoteSignature[] {
  const id = keyId(key);
  return signatures.filter((one) => one.name === key.name && one.keyId === id);
}

/** Whether the key signed the note; one false line of it spoils the note. */
export function isNoteSigned(note: Note, key: NoteKey): boolean {
  const mine = signaturesOf(note, key);
  return (
    mine.length > 0 &&
    mine.every(({ bytes }) => isSignedText(note.text, bytes.toString('base64url'), key.publicKey))
  );
}

/** Standard base64 as it has to be spelled; null otherwise. */
export function fromBase64(text: string): Buffer | null {
  const bytes = Buffer.from(text, 'base64');
  return text !== '' && bytes.toString('base64') === text ? bytes : null;
}
