import { Injectable } from '@nestjs/common';
import { Database } from '../../database/database.js';
import type { Rating } from '../../rules/calibration/rating.js';
import { roundSheet } from '../../rules/rounds/round-sheet.js';
import { sheetMaximum } from '../../rules/scoring/category-sheets.js';
import { ProgrammeQueries } from '../../programmes/programme.queries.js';
import { sheetIn } from '../../rules/lifecycle/score-sheet-groups.js';
import { roundIn } from '../../rules/lifecycle/round-groups.js';
import { quotedList } from '../../database/quoted-list.js';

/** The newest earlier round of the same category whose scores are locked. */
export interface PastRound {
  readonly id: string;
  readonly programmeId: string;
  readonly programmeName: string;
  readonly categoryCode: string;
  readonly applications: number;
  readonly judges: number;
  readonly sheets: number;
}

@Injectable()
export class PlanningQueries {
  constructor(
    private readonly database: Database,
    private readonly programmes: ProgrammeQueries,
  ) {}

  /** Null where the category was never judged before. */
  pastRound(categoryCode: string, beforeYear: number): Promise<PastRound | null> {
    return this.database.row<PastRound>(
      `SELECT r.id, r.programme_id, p.name AS programme_name, c.code AS category_code,
              COUNT(DISTINCT s.application_id) AS applications, COUNT(DISTINCT s.seat_id) AS judges,
              COUNT(*) AS sheets
       FROM round r JOIN category c ON c.id = r.category_id JOIN programme p ON p.id = r.programme_id
       JOIN score_sheet s ON s.round_id = r.id AND s.state IN (${quotedList(sheetIn.signed)})
       WHERE c.code = ? AND r.kind = 'material' AND r.state IN (${quotedList(roundIn.locked)}) AND p.year < ?
       GROUP BY r.id, r.programme_id, p.name, p.year, c.code
       ORDER BY p.year DESC, r.id LIMIT 1`,
      [categoryCode, beforeYear],
    );
  }

  /** Totals in points, without names: an application and a judge are their rows' ids. */
  async pastScores(round: PastRound): Promise<{ ratings: Rating[]; highest: number }> {
    const [{ rules }, rows] = await Promise.all([
      this.programmes.rules(round.programmeId),
      this.database.rows<{ seatId: string; applicationId: string; total: number }>(
        `SELECT seat_id, application_id, total FROM score_sheet
         WHERE round_id = ? AND state IN (${quotedList(sheetIn.signed)}) ORDER BY id`,
        [round.id],
      ),
    ]);
    const sheet = roundSheet(rules, round.categoryCode, 'material');
    return {
      highest: sheetMaximum(sheet?.indicators ?? []) / 100,
      ratings: rows.map(({ seatId, applicationId, total }) => ({
        judge: seatId,
        entry: applicationId,
        score: total / 100,
      })),
    };
  }
}
