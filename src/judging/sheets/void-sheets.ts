import { Injectable } from '@nestjs/common';
import { Database } from '../../database/database.js';
import { Journal } from '../../journal/journal.js';
import { Round } from '../../programmes/round.entity.js';
import { ScoreSheet } from './score-sheet.entity.js';
import { sheetIn } from '../../rules/lifecycle/score-sheet-groups.js';
import { roundIn } from '../../rules/lifecycle/round-groups.js';

export interface Voiding {
  readonly actorId: string;
  readonly role: 'CityRegistrar' | 'Judge';
  readonly reason: string;
  readonly seatId: string;
  /** Left out when every sheet of the seat falls. */
  readonly applicationId?: string;
}

/**
 * Marks sheets as void in rounds that are not locked (R1, R2): kept with scores, reason and time,
 * outside every calculation. Runs in the caller's transaction.
 */
@Injectable()
export class VoidSheets {
  constructor(
    private readonly database: Database,
    private readonly journal: Journal,
  ) {}

  /** The rounds in which a sheet fell. */
  async run(given: Voiding): Promise<readonly Round[]> {
    const { seatId, applicationId } = given;
    const sheets = await this.database
      .repo(ScoreSheet)
      .findBy({ seatId, ...(applicationId ? { applicationId } : {}) });
    const touched = new Map<string, Round>();
    for (const sheet of sheets) {
      if (sheetIn.voided.has(sheet.state)) continue;
      const round = await this.database.repo(Round).findOneByOrFail({ id: sheet.roundId });
      if (!roundIn.open.has(round.state)) continue;
      touched.set(round.id, round);
      const was = sheet.state;
      Object.assign(sheet, { state: 'Voided', voidReason: given.reason });
      await this.database.repo(ScoreSheet).save(sheet);
      await this.journal.record({
        actorId: given.actorId,
        actorRole: given.role,
        event: 'scoreSheet.void',
        subjectType: 'scoreSheet',
        subjectId: sheet.id,
        programmeId: round.programmeId,
        details: { round: round.id, was, total: sheet.total },
      });
    }
    return [...touched.values()];
  }
}
