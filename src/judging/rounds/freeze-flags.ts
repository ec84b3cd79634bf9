import { Injectable } from '@nestjs/common';
import { Clock } from '../../config/clock.js';
import { Database } from '../../database/database.js';
import { newId } from '../../database/new-id.js';
import { Journal } from '../../journal/journal.js';
import { ProgrammeQueries } from '../../programmes/programme.queries.js';
import type { Round } from '../../programmes/round.entity.js';
import { isFlagged } from '../../rules/scoring/spread.js';
import { SpreadFinding } from './spread-finding.entity.js';
import { SpreadQueries } from './spread.queries.js';

/**
 * Writes down which applications are flagged as soon as the first pass is signed, each once. Runs in
 * the transaction of a caller who holds the round; does nothing while a first sheet is unsigned.
 */
@Injectable()
export class FreezeFlags {
  constructor(
    private readonly database: Database,
    private readonly journal: Journal,
    private readonly programmes: ProgrammeQueries,
    private readonly spread: SpreadQueries,
    private readonly clock: Clock,
  ) {}

  async run({ id: roundId, programmeId }: Pick<Round, 'id' | 'programmeId'>): Promise<void> {
    const round = (await this.programmes.rounds(programmeId)).find(({ id }) => id === roundId)!;
    const found = await this.spread.undecided(round);
    if (found.length === 0) return;
    const foundAt = this.clock.now();
    const rows = found.map(({ receiptNumber: applicationId, byRange, byDeviation }) => ({
      id: newId(),
      roundId,
      applicationId,
      byRange,
      byDeviation,
      foundAt,
    }));
    for (let at = 0; at < rows.length; at += 200) {
      await this.database.repo(SpreadFinding).insert(rows.slice(at, at + 200));
    }
    await this.journal.record({
      actorId: null,
      actorRole: 'System',
      event: 'round.freezeFlags',
      subjectType: 'round',
      subjectId: roundId,
      programmeId,
      details: {
        applications: found.length,
        flagged: found.filter(isFlagged).map(({ receiptNumber }) => receiptNumber),
      },
    });
  }
}
