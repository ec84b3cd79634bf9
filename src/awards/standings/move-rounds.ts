import { Injectable } from '@nestjs/common';
import { Clock } from '../../config/clock.js';
import { Database } from '../../database/database.js';
import { Journal } from '../../journal/journal.js';
import { SheetMarks } from '../../judging/sheets/sheet-marks.js';
import { lockRounds } from '../../programmes/lock-rounds.js';
import { Round } from '../../programmes/round.entity.js';
import { requireMove } from '../../rules/lifecycle/require-move.js';
import { roundLifecycle } from '../../rules/lifecycle/round-lifecycle.js';

/** Locks or reopens the rounds of a category along their lifecycle; one never opened stays planned. */
@Injectable()
export class MoveRounds {
  constructor(
    private readonly database: Database,
    private readonly journal: Journal,
    private readonly clock: Clock,
    private readonly marks: SheetMarks,
  ) {}

  async run(
    categoryId: string,
    event: 'lock' | 'unlock',
    actorId: string,
    guards: Readonly<Record<string, boolean>>,
  ): Promise<void> {
    const from = event === 'lock' ? 'Open' : 'Locked';
    for (const round of await lockRounds(this.database, { categoryId })) {
      if (round.state !== from) continue;
      const result = requireMove(roundLifecycle, from, event, { role: 'Tabulator', guards });
      round.state = result.to;
      round.lockedAt = event === 'lock' ? this.clock.now() : null;
      await this.database.repo(Round).save(round);
      if (event === 'lock') await this.marks.erase({ roundId: round.id });
      await this.journal.record({
        actorId,
        actorRole: 'Tabulator',
        event: `round.${event}`,
        subjectType: 'round',
        subjectId: round.id,
        programmeId: round.programmeId,
        details: { from, to: result.to, rule: result.row.rule },
      });
    }
  }
}
