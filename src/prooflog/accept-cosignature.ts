import { Injectable } from '@nestjs/common';
import { Database } from '../database/database.js';
import { cosignedAt } from '../rules/prooflog/cosignature.js';
import { logHeadText, readLogHead } from '../rules/prooflog/log-checkpoint.js';
import {
  KEY_TYPES,
  type Note,
  type NoteKey,
  readNote,
  signatureLine,
  signaturesOf,
} from '../rules/prooflog/signed-note.js';
import { Refusal } from '../rules/refusal.js';
import { LogCosignature } from './log-cosignature.entity.js';
import { LogWitness } from './log-witness.entity.js';
import { LogQueries } from './log.queries.js';

/**
 * Keeps what a witness cosigned. Who hands it in does not matter, the signature says whose word it is; and it
 * is not journaled, or each word about the log would make the log grow.
 */
@Injectable()
export class AcceptCosignature {
  constructor(
    private readonly database: Database,
    private readonly log: LogQueries,
  ) {}

  /** @param text a checkpoint of this log with lines of witnesses */
  async run(text: string): Promise<{ readonly accepted: readonly string[] }> {
    const note = readNote(text);
    const head = note && readLogHead(note.text);
    if (!note || !head) throw new Refusal('prooflog.cosignature.unreadable', {}, 'note');
    return this.database.transaction(async () => {
      const known = await this.log.ofSize(head.size);
      if (!known || logHeadText(known) !== note.text) {
        throw new Refusal('prooflog.cosignature.otherCheckpoint', {}, 'note');
      }
      const accepted: string[] = [];
      for (const witness of await this.database.repo(LogWitness).find({ order: { id: 'ASC' } })) {
        if (await this.keep(note, head.size, witness)) accepted.push(witness.name);
      }
      if (accepted.length === 0) throw new Refusal('prooflog.cosignature.noWitness', {}, 'note');
      return { accepted };
    });
  }

  private async keep(note: Note, size: number, witness: LogWitness): Promise<boolean> {
    const { name, publicKey } = witness;
    const key: NoteKey = { name, publicKey, type: KEY_TYPES.cosignature };
    const [mine, ...more] = signaturesOf(note, key);
    const seconds = cosignedAt(note, key);
    if (witness.retiredAt || !mine || more.length > 0 || seconds === null) return false;
    await this.database.lock(LogWitness, witness.id);
    const kept = this.database.repo(LogCosignature);
    const place = { size, witnessId: witness.id };
    if (await kept.existsBy(place)) return true;
    const line = signatureLine(key, mine.bytes);
    await kept.insert({ ...place, line, at: new Date(seconds * 1000).toISOString() });
    return true;
  }
}
