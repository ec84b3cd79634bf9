import { createHash } from 'node:crypto';
import { canonicalJson } from '../rules/provenance/canonical-json.js';

export interface ChainLink {
  readonly sequence: number;
  readonly at: string;
  readonly actorId: string | null;
  readonly actorRole: string;
  readonly event: string;
  readonly subjectType: string;
  readonly subjectId: string;
  readonly programmeId: string | null;
  readonly details: Readonly<Record<string, unknown>>;
  /**
   * Random, never shown: without it a hash of few possible contents, such as scores, could be guessed.
   * Null in entries that are older than the salt.
   */
  readonly salt: string | null;
}

export const firstHash = '0'.repeat(64);

/** What the hash of an entry is made of: the hash before and the canonical JSON of the link, joined by a line feed. */
export function linkText(previousHash: string, link: ChainLink): string {
  const { sequence, at, actorId, actorRole, event, subjectType, subjectId, programmeId } = link;
  const { details, salt } = link;
  const text = canonicalJson({
    sequence,
    at,
    actorId,
    actorRole,
    event,
    subjectType,
    subjectId,
    programmeId,
    details,
    salt: salt ?? undefined,
  });
  return `${previousHash}\n${text}`;
}

/** SHA-256 in hex (after Haber and Stornetta, 1991). */
export function linkHash(previousHash: string, link: ChainLink): string {
  return createHash('sha256').update(linkText(previousHash, link)).digest('hex');
}
