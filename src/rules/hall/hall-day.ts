import { scryptSync } from 'node:crypto';
import { isSignedText } from '../provenance/ed25519.js';
import { hashOf } from '../provenance/sha256-hex.js';
import { RuleError } from '../rule-error.js';
import type { RuleSet } from '../scoring/rule-set.js';
import type { DefenceOrderRecord } from './defence-order.js';

const FORMAT = 'biaogan hall 1';

/** Everything that a laptop needs to lead the defence of one round without a network. Nothing in it is secret. */
export interface HallDay {
  /** Of the file; its result names it. */
  readonly id: string;
  /** ISO instant of the server. */
  readonly madeAt: string;
  readonly roundId: string;
  readonly programme: {
    readonly id: string;
    readonly slug: string;
    readonly name: string;
    readonly year: number;
    readonly dataYear: number;
  };
  readonly category: { readonly code: string; readonly zh: string; readonly en: string };
  /** The time of a speech is among them. */
  readonly rules: RuleSet;
  readonly order: DefenceOrderRecord;
  readonly turns: readonly HallDayTurn[];
  /** Who may keep the day. */
  readonly keepers: readonly {
    readonly id: string;
    readonly name: string;
    readonly role: string;
  }[];
  /** Public half of the key that the result is signed with; the other half follows from the code alone. */
  readonly resultKey: string;
}

export interface HallDayTurn {
  readonly place: number;
  readonly label: string;
  readonly merchant: string;
  readonly receipt: string;
}

export interface SealedHallDay {
  readonly format: typeof FORMAT;
  readonly day: HallDay;
  readonly hash: string;
  /** Public key of the server and what it signed the hash with. */
  readonly key: string;
  readonly signature: string;
}

/** The hash of a day, and the words over it that the server signs. */
export function hallDayHash(day: HallDay): string {
  return hashOf(day);
}

export function hallSealText(hash: string): string {
  return `biaogan hall file\n${hash}`;
}

/** @param seal what the server gave for `hallSealText` */
export function sealHallDay(
  day: HallDay,
  seal: { readonly key: string; readonly signature: string },
): SealedHallDay {
  return { format: FORMAT, day, hash: hallDayHash(day), ...seal };
}

/**
 * Reads a hall file as it came from the server.
 * @throws RuleError `hall.file.notOne`, `hall.file.changed`
 */
export function readHallDay(text: string): SealedHallDay {
  const file = parsed(text);
  if (file?.format !== FORMAT) throw new RuleError('hall.file.notOne');
  if (!isSealed(file)) throw new RuleError('hall.file.changed');
  return file;
}

/**
 * The secret half of the key of a result. The code has some 66 bits and leaves the office by word of
 * mouth only, so the file may lie about.
 */
export function resultSeed(code: string, fileId: string): Buffer {
  return scryptSync(code.trim(), `biaogan hall ${fileId}`, 32);
}

function isSealed({ day, hash, key, signature }: SealedHallDay): boolean {
  try {
    return hallDayHash(day) === hash && isSignedText(hallSealText(hash), signature, key);
  } catch {
    return false;
  }
}

function parsed(text: string): SealedHallDay | null {
  try {
    return JSON.parse(text) as SealedHallDay | null;
  } catch {
    return null;
  }
}
