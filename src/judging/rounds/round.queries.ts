import { Injectable } from '@nestjs/common';
import { Database } from '../../database/database.js';
import { ProgrammeQueries, type RoundRow } from '../../programmes/programme.queries.js';
import type { RoundKind } from '../../programmes/round.entity.js';
import { missing } from '../../rules/refusal.js';

@Injectable()
export class RoundQueries {
  constructor(
    private readonly database: Database,
    private readonly programmes: ProgrammeQueries,
  ) {}

  /** A round with the words of its category. */
  async row(roundId: string): Promise<RoundRow> {
    const { programmeId } = await this.byId(roundId);
    const rounds = await this.programmes.rounds(programmeId);
    return rounds.find(({ id }) => id === roundId)!;
  }

  async byId(roundId: string): Promise<{ programmeId: string; kind: RoundKind }> {
    const row = await this.database.row<{ programmeId: string; kind: RoundKind }>(
      'SELECT programme_id, kind FROM round WHERE id = ?',
      [roundId],
    );
    if (!row) throw missing();
    return row;
  }
}
