import { Injectable } from '@nestjs/common';
import { Clock } from '../config/clock.js';
import { Database } from '../database/database.js';
import { newId } from '../database/new-id.js';
import { Journal } from '../journal/journal.js';
import { KEY_TYPES, readVerifierKey } from '../rules/prooflog/signed-note.js';
import { Refusal } from '../rules/refusal.js';
import { LogWitness } from './log-witness.entity.js';

/** Whose cosignatures are shown: added and retired by whoever runs the server, on record. */
@Injectable()
export class TrustWitness {
  constructor(
    private readonly database: Database,
    private readonly journal: Journal,
    private readonly clock: Clock,
  ) {}

  async add(verifierKey: string): Promise<{ readonly id: string; readonly name: string }> {
    const key = readVerifierKey(verifierKey);
    if (key?.type !== KEY_TYPES.cosignature) throw new Refusal('prooflog.witness.notAKey');
    const { name, publicKey } = key;
    return this.database.transaction(async () => {
      await this.journal.hold();
      const witnesses = this.database.repo(LogWitness);
      const known = await witnesses.findOneBy({ publicKey });
      if (known && !known.retiredAt) throw new Refusal('prooflog.witness.known');
      const id = known?.id ?? newId();
      const addedAt = known?.addedAt ?? this.clock.now();
      await witnesses.save({ id, name, publicKey, addedAt, retiredAt: null });
      await this.record('logWitness.add', id, { name, publicKey });
      return { id, name };
    });
  }

  async retire(verifierKey: string): Promise<{ readonly id: string; readonly name: string }> {
    const publicKey = readVerifierKey(verifierKey)?.publicKey;
    return this.database.transaction(async () => {
      await this.journal.hold();
      const witnesses = this.database.repo(LogWitness);
      const known = publicKey ? await witnesses.findOneBy({ publicKey }) : null;
      if (!known || known.retiredAt) throw new Refusal('prooflog.witness.unknown');
      await witnesses.update(known.id, { retiredAt: this.clock.now() });
      await this.record('logWitness.retire', known.id, { name: known.name });
      return known;
    });
  }

  private record(event: string, subjectId: string, details: Record<string, unknown>) {
    return this.journal.record({
      actorId: null,
      actorRole: 'SystemAdmin',
      event,
      subjectType: 'logWitness',
      subjectId,
      details,
    });
  }
}
