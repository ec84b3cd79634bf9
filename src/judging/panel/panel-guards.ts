import { Injectable } from '@nestjs/common';
import { Database } from '../../database/database.js';
import { PanelQueries, type SeatRow } from './panel.queries.js';
import { applicationIn } from '../../rules/lifecycle/application-groups.js';
import { quotedList } from '../../database/quoted-list.js';
import { conflictIn } from '../../rules/lifecycle/conflict-states.js';

/** Facts about a programme's panels that the steps of judging depend on. */
@Injectable()
export class PanelGuards {
  constructor(
    private readonly database: Database,
    private readonly panels: PanelQueries,
  ) {}

  async occupied(programmeId: string): Promise<SeatRow[]> {
    const seats = await this.panels.seatsOfProgramme(programmeId);
    return seats.filter(({ vacatedAt }) => !vacatedAt);
  }

  /** Member seats whose judge has not declared; an alternate may declare later. */
  async undeclared(programmeId: string): Promise<SeatRow[]> {
    const judged = await this.judgedCategories(programmeId);
    return (await this.occupied(programmeId)).filter(
      (seat) => seat.alternate === 0 && !seat.declaredAt && judged.has(seat.categoryId),
    );
  }

  /** Relations that wait for the office, of seats still held. */
  async undecided(programmeId: string): Promise<number> {
    const row = await this.database.row<{ count: number }>(
      `SELECT COUNT(*) AS count FROM conflict_declaration d JOIN seat s ON s.id = d.seat_id
       WHERE s.programme_id = ? AND s.vacated_at IS NULL AND d.state IN (${quotedList(conflictIn.unsettled)})`,
      [programmeId],
    );
    return row?.count ?? 0;
  }

  private async judgedCategories(programmeId: string): Promise<Set<string>> {
    const rows = await this.database.rows<{ categoryId: string }>(
      `SELECT DISTINCT category_id FROM application
       WHERE programme_id = ? AND state IN (${quotedList(applicationIn.beforeJudges)})`,
      [programmeId],
    );
    return new Set(rows.map(({ categoryId }) => categoryId));
  }
}
