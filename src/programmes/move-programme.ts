import { Injectable } from '@nestjs/common';
import { Clock } from '../config/clock.js';
import { Database } from '../database/database.js';
import { Journal } from '../journal/journal.js';
import { requireMove } from '../rules/lifecycle/require-move.js';
import { type ProgrammeEvent, programmeLifecycle } from '../rules/lifecycle/programme-lifecycle.js';
import type { Actor as Role } from '../rules/lifecycle/roles.js';
import { Programme } from './programme.entity.js';

export interface ProgrammeMove {
  readonly programmeId: string;
  readonly event: ProgrammeEvent;
  readonly actorId: string | null;
  readonly role: Role;
  /** What the caller found out about each guard of the row; an unnamed guard is unmet. */
  readonly guards: Readonly<Record<string, boolean>>;
  readonly details?: Readonly<Record<string, unknown>>;
}

/** Moves a programme along its lifecycle table, in the caller's transaction, with a journal entry. */
@Injectable()
export class MoveProgramme {
  constructor(
    private readonly database: Database,
    private readonly journal: Journal,
    private readonly clock: Clock,
  ) {}

  async run(move: ProgrammeMove): Promise<Programme> {
    return this.database.transaction(async () => {
      const programme = await this.database.lock(Programme, move.programmeId);
      const result = requireMove(programmeLifecycle, programme.state as never, move.event, move);
      const from = programme.state;
      programme.state = result.to;
      programme.stateSince = this.clock.now();
      await this.database.repo(Programme).save(programme);
      await this.journal.record({
        actorId: move.actorId,
        actorRole: move.role,
        event: `programme.${move.event}`,
        subjectType: 'programme',
        subjectId: programme.id,
        programmeId: programme.id,
        details: { from, to: result.to, rule: result.row.rule, ...move.details },
        changesPublicPages: true,
      });
      return programme;
    });
  }
}
