import { isSignedText, signText } from '../provenance/ed25519.js';
import { type Note, type NoteKey, signatureLine, signaturesOf } from './signed-note.js';

const TIME_LENGTH = 8;
const SIGNATURE_LENGTH = 64;
/** The end of the year 9999: a day that nobody can write is no time. */
const LATEST = 253_402_300_799;

/**
 * The line of a witness: at that time, this was the longest log it had seen, and it begins with all that
 * it saw before (C2SP tlog-cosignature, Ed25519).
 * @param time seconds since 1970
 */
export function cosign(text: string, key: NoteKey, seed: Uint8Array, time: number): string {
  const when = Buffer.alloc(TIME_LENGTH);
  when.writeBigUInt64BE(BigInt(time));
  const signature = Buffer.from(signText(cosigned(text, time), seed), 'base64url');
  return signatureLine(key, Buffer.concat([when, signature]));
}

/** When the witness cosigned the note, in seconds since 1970; null when it did not, or one of its lines is false. */
export function cosignedAt(note: Note, key: NoteKey): number | null {
  const times = signaturesOf(note, key).map(({ bytes }) => timeOf(bytes, note.text, key.publicKey));
  return times.length > 0 && times.every((time) => time !== null) ? Math.max(...times) : null;
}

function timeOf(bytes: Buffer, text: string, publicKey: string): number | null {
  if (bytes.length !== TIME_LENGTH + SIGNATURE_LENGTH) return null;
  const time = Number(bytes.readBigUInt64BE());
  const signature = bytes.subarray(TIME_LENGTH).toString('base64url');
  if (time > LATEST) return null;
  return isSignedText(cosigned(text, time), signature, publicKey) ? time : null;
}

function cosigned(text: string, time: number): string {
  return `cosignature/v1\ntime ${time}\n${text}`;
}
