import { Injectable } from '@nestjs/common';
import { Clock } from '../../config/clock.js';
import { Database } from '../../database/database.js';
import { newId } from '../../database/new-id.js';
import { Journal } from '../../journal/journal.js';
import { signalId } from '../../rules/diagnostics/signal-id.js';
import { hashOf } from '../../rules/provenance/sha256-hex.js';
import { missing } from '../../rules/refusal.js';
import type { Actor } from '../../web/actor.js';
import { ReadDiagnostics } from './read-diagnostics.js';
import { SignalNote, type SignalOutcome } from './signal-note.entity.js';

/** The supervisor writes down what came of a signal. It decides nothing: no score and no seat moves. */
@Injectable()
export class RecordSignalNote {
  constructor(
    private readonly database: Database,
    private readonly diagnostics: ReadDiagnostics,
    private readonly journal: Journal,
    private readonly clock: Clock,
  ) {}

  async run(
    actor: Actor,
    input: {
      readonly categoryId: string;
      readonly signal: string;
      readonly outcome: SignalOutcome;
      readonly note: string;
    },
  ): Promise<void> {
    const { categoryId, signal, outcome, note } = input;
    return this.database.transaction(async () => {
      const found = (await this.diagnostics.run(categoryId)).flatMap(({ round, examination }) =>
        (examination?.signals ?? [])
          .filter((one) => signalId(round.id, one) === signal)
          .map((one) => ({ round, kind: one.kind, seatId: one.judge })),
      )[0];
      if (!found) throw missing();
      const { round, kind, seatId } = found;
      await this.database.repo(SignalNote).insert({
        id: newId(),
        roundId: round.id,
        signal,
        kind,
        seatId,
        outcome,
        note,
        notedBy: actor.accountId,
        notedAt: this.clock.now(),
      });
      await this.journal.record({
        actorId: actor.accountId,
        actorRole: 'Supervisor',
        event: 'signal.note',
        subjectType: 'round',
        subjectId: round.id,
        programmeId: round.programmeId,
        details: { signal, signalKind: kind, seatId, outcome, note: hashOf(note) },
      });
    });
  }
}
