import { sha256Hex } from '../../src/rules/provenance/sha256-hex.js';
import { type ChainLink, firstHash, linkHash } from '../../src/journal/chain.js';

export interface DraftFact {
  readonly at: string;
  readonly actorId: string | null;
  readonly actorRole: string;
  readonly event: string;
  readonly subjectType: string;
  readonly subjectId: string;
  readonly programmeId?: string | null;
  readonly details?: Readonly<Record<string, unknown>>;
  /** Told the hash of the entry, for papers on which the head of the chain is printed. */
  readonly onHash?: (hash: string) => void;
}

export type JournalRow = ChainLink & { readonly previousHash: string; readonly hash: string };

/** What happened in the city so far, in any order; the chain is made once all of it is known. */
export class JournalDraft {
  private readonly facts: DraftFact[] = [];

  record(fact: DraftFact): void {
    this.facts.push(fact);
  }

  /** The entries in order of time, each bound to the one before. */
  chain(): JournalRow[] {
    let previousHash = firstHash;
    return this.facts
      .toSorted((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0))
      .map(({ onHash, programmeId = null, details = {}, ...fact }, i) => {
        const sequence = i + 1;
        const salt = sha256Hex(`${previousHash} ${sequence}`).slice(0, 32);
        const link: ChainLink = { sequence, ...fact, programmeId, details, salt };
        const hash = linkHash(previousHash, link);
        onHash?.(hash);
        const row = { ...link, previousHash, hash };
        previousHash = hash;
        return row;
      });
  }
}
