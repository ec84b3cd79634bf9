import { cosign } from '../rules/prooflog/cosignature.js';
import { followLog, openCheckpoint, tilesToFollow } from '../rules/prooflog/follow-log.js';
import type { LogHead } from '../rules/prooflog/log-checkpoint.js';
import { type NoteKey, readNote } from '../rules/prooflog/signed-note.js';
import type { SignerKey } from '../rules/prooflog/signer-key.js';
import type { Tiles } from '../rules/prooflog/tiles.js';
import type { RemoteLog } from './remote-log.js';
import type { WitnessState } from './witness-state.js';

export type WitnessRound =
  | {
      /** `behind`: shorter than what was seen, as a cache shows it or a log that was set back. */
      readonly state: 'first' | 'same' | 'grown' | 'behind';
      readonly size: number;
      /** The size that was seen before; null the first time. */
      readonly older: number | null;
      /** Why the office did not take the cosignature; null when it did. */
      readonly notTaken: string | null;
    }
  | { readonly state: 'signature' | 'tiles' | 'branch' | 'twoPasts'; readonly evidence: string };

/** One look of a witness at a log: verified, remembered, cosigned and handed in, in this order. */
export class FollowRemoteLog {
  constructor(
    private readonly log: RemoteLog,
    private readonly state: WitnessState,
    private readonly logKey: NoteKey,
    private readonly mine: SignerKey,
  ) {}

  async run(now: Date): Promise<WitnessRound> {
    // Two pasts are never one again: whoever looks into it takes the evidence away.
    const twoPasts = this.state.twoPasts;
    if (twoPasts) return { state: 'twoPasts', evidence: twoPasts };
    const note = await this.log.checkpoint();
    const head = openCheckpoint(note, this.logKey);
    if (!head) return this.refuse('signature', note);
    const kept = this.state.checkpoint;
    const seen = kept === null ? null : openCheckpoint(kept, this.logKey);
    // A kept checkpoint of another key is no reason to begin anew.
    if (kept !== null && !seen) return this.refuse('signature', note);
    // Both are signed: no file is needed to see it.
    if (seen?.size === head.size && !seen.root.equals(head.root))
      return this.refuse('branch', note);
    const { state } = followLog(seen, head, await this.tiles(seen, head, note));
    if (state === 'tiles' || state === 'branch') return this.refuse(state, note);
    if (seen && head.size < seen.size) {
      return { state: 'behind', size: head.size, older: seen.size, notTaken: null };
    }
    const notTaken = await this.sign(note, now);
    return { state, size: head.size, older: seen?.size ?? null, notTaken };
  }

  /** What was signed is kept where its files are not to be had: they may never be. */
  private async tiles(seen: LogHead | null, head: LogHead, note: string): Promise<Tiles> {
    try {
      return await this.log.tiles(tilesToFollow(seen, head));
    } catch (error) {
      if (seen) this.state.keepEvidence('unproved', evidenceOf(this.state.checkpoint, note));
      throw error;
    }
  }

  /** Handed in each time: the office keeps one for each checkpoint, and may have missed the last. */
  private async sign(note: string, now: Date): Promise<string | null> {
    this.state.keepCheckpoint(note);
    const { text } = readNote(note)!;
    const line = cosign(text, this.mine, this.mine.seed, Math.floor(now.getTime() / 1000));
    const [office = ''] = note.slice(text.length + 1).split(/(?<=\n)/);
    const cosigned = `${text}\n${office}${line}`;
    this.state.keepCosigned(cosigned);
    return this.log.handIn(cosigned);
  }

  private refuse(state: 'signature' | 'tiles' | 'branch', note: string): WitnessRound {
    const text = evidenceOf(this.state.checkpoint, note);
    return { state, evidence: this.state.keepEvidence(state, text) };
  }
}

function evidenceOf(seen: string | null, note: string): string {
  return `${seen ?? '-\n'}\n=====\n\n${note}`;
}
