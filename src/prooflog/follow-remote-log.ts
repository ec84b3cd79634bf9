import { cosign } from '../rules/prooflog/cosignature.js';
import { followLog, openCheckpoint, tilesToFollow } from '../rules/prooflog/follow-log.js';
import { type NoteKey, readNote } from '../rules/prooflog/signed-note.js';
import type { SignerKey } from '../rules/prooflog/signer-key.js';
import type { RemoteLog } from './remote-log.js';
import type { WitnessState } from './witness-state.js';

export type WitnessRound =
  | {
      readonly state: 'first' | 'same' | 'grown';
      readonly size: number;
      /** The size that was seen before; null the first time. */
      readonly older: number | null;
      /** Why the office did not take the cosignature; null when it did. */
      readonly notTaken: string | null;
    }
  | { readonly state: 'signature' | 'tiles' | 'branch'; readonly evidence: string };

/** One look of a witness at a log: verified, remembered, cosigned and handed in, in this order. */
export class FollowRemoteLog {
  constructor(
    private readonly log: RemoteLog,
    private readonly state: WitnessState,
    private readonly logKey: NoteKey,
    private readonly mine: SignerKey,
  ) {}

  async run(now: Date): Promise<WitnessRound> {
    const note = await this.log.checkpoint();
    const head = openCheckpoint(note, this.logKey);
    if (!head) return this.refuse('signature', note, now);
    const kept = this.state.checkpoint;
    const seen = kept === null ? null : openCheckpoint(kept, this.logKey);
    // A kept checkpoint of another key is no reason to begin anew.
    if (kept !== null && !seen) return this.refuse('signature', note, now);
    const tiles = await this.log.tiles(tilesToFollow(seen, head));
    const { state } = followLog(seen, head, tiles);
    if (state === 'tiles' || state === 'branch') return this.refuse(state, note, now);
    const shrunk = seen !== null && head.size < seen.size;
    const notTaken = shrunk ? null : await this.sign(note, now);
    return { state, size: head.size, older: seen?.size ?? null, notTaken };
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

  private refuse(state: 'signature' | 'tiles' | 'branch', note: string, now: Date): WitnessRound {
    const seen = this.state.checkpoint ?? '-\n';
    return { state, evidence: this.state.keepEvidence(`${seen}\n=====\n\n${note}`, now) };
  }
}
