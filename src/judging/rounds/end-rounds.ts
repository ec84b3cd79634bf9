import { Injectable } from '@nestjs/common';
import { Clock } from '../../config/clock.js';
import { Database } from '../../database/database.js';
import { Journal } from '../../journal/journal.js';
import { loadProgramme } from '../../programmes/load-programme.js';
import { lockRounds } from '../../programmes/lock-rounds.js';
import { Round } from '../../programmes/round.entity.js';
import { type TransitionRequest } from '../../rules/lifecycle/lifecycle.js';
import { requireMove } from '../../rules/lifecycle/require-move.js';
import { roundLifecycle } from '../../rules/lifecycle/round-lifecycle.js';
import { scoreSheetLifecycle } from '../../rules/lifecycle/score-sheet-lifecycle.js';
import { DropRepeats } from '../repeats/drop-repeats.js';
import { ScoreSheet } from '../sheets/score-sheet.entity.js';
import { SheetMarks } from '../sheets/sheet-marks.js';
import { programmeIn } from '../../rules/lifecycle/programme-groups.js';
import { roundIn } from '../../rules/lifecycle/round-groups.js';

/** R05, S06: a programme that ended takes its rounds and open sheets with it; what was typed is kept. */
@Injectable()
export class EndRounds {
  constructor(
    private readonly database: Database,
    private readonly journal: Journal,
    private readonly clock: Clock,
    private readonly marks: SheetMarks,
    private readonly repeats: DropRepeats,
  ) {}

  /** Within the caller's transaction. Gives the accounts of the judges who still had open sheets. */
  async run(programmeId: string, reason: string): Promise<readonly string[]> {
    const judges = new Set<string>();
    const { state } = await loadProgramme(this.database, programmeId);
    const ended = {
      role: 'System',
      guards: { programmeTerminated: programmeIn.cancelled.has(state) },
    } as const;
    for (const round of await lockRounds(this.database, { programmeId })) {
      if (roundIn.locked.has(round.state)) continue;
      const from = round.state;
      const result = requireMove(roundLifecycle, from, 'endWithProgramme', ended);
      const sheets = await this.voidOpen(round.id, reason, ended);
      for (const { accountId } of sheets) judges.add(accountId);
      await this.repeats.run(round.id, [{}], { actorId: null, role: 'System', programmeId });
      await this.marks.erase({ roundId: round.id });
      const locked = { state: result.to, lockedAt: this.clock.now() };
      await this.database.repo(Round).save(Object.assign(round, locked));
      await this.journal.record({
        actorId: null,
        actorRole: 'System',
        event: 'round.endWithProgramme',
        subjectType: 'round',
        subjectId: round.id,
        programmeId,
        details: { from, rule: result.row.rule, voided: sheets.map(({ id }) => id) },
      });
    }
    await this.database.execute(
      'DELETE FROM declaration_draft WHERE seat_id IN (SELECT id FROM seat WHERE programme_id = ?)',
      [programmeId],
    );
    return [...judges];
  }

  private async voidOpen(roundId: string, voidReason: string, ended: TransitionRequest) {
    const result = requireMove(scoreSheetLifecycle, 'Open', 'endWithProgramme', ended);
    const sheets = this.database.repo(ScoreSheet);
    const where = { roundId, state: 'Open' } as const;
    const open = await sheets.find({ where, select: { id: true, accountId: true } });
    await sheets.update(where, { state: result.to, voidReason });
    return open;
  }
}
