import { Injectable } from '@nestjs/common';
import { Database } from '../../database/database.js';
import { roundSheet } from '../../rules/rounds/round-sheet.js';
import { sheetMaximum } from '../../rules/scoring/category-sheets.js';
import { ProgrammeQueries, type RoundRow } from '../../programmes/programme.queries.js';
import { quotedList } from '../../database/quoted-list.js';
import { applicationIn } from '../../rules/lifecycle/application-groups.js';
import { sheetIn } from '../../rules/lifecycle/score-sheet-groups.js';
import { FOUND, type PassRow, spreadOf } from './first-pass.js';

/** A round that judges must score, and what is left to do in it. */
export interface RoundWork {
  readonly round: RoundRow;
  readonly sheets: number;
  readonly unsigned: number;
  /** Applications to score a second time; known only when the first pass is signed. */
  readonly openFlags: number;
}

interface SheetTotal extends PassRow {
  readonly roundId: string;
}

/** Rounds that carry weight in categories with applications to judge: the one count of their work. */
@Injectable()
export class RoundWorks {
  constructor(
    private readonly database: Database,
    private readonly programmes: ProgrammeQueries,
  ) {}

  /**
   * Sheets of an application that has left the review keep nothing waiting. Reads committed rows, with the same number of queries for any number of rounds.
   */
  async of(programmeId: string): Promise<RoundWork[]> {
    const { rules } = await this.programmes.rules(programmeId);
    const judged = await this.database.rows<{ categoryId: string }>(
      `SELECT DISTINCT category_id FROM application
       WHERE programme_id = ? AND state IN (${quotedList(applicationIn.judged)})`,
      [programmeId],
    );
    const busy = new Set(judged.map(({ categoryId }) => categoryId));
    const sheets = await this.database.rows<SheetTotal>(
      `SELECT sh.round_id, sh.application_id, sh.state, sh.total, sh.added, f.by_range, f.by_deviation
       FROM score_sheet sh
       JOIN round r ON r.id = sh.round_id
       JOIN application a ON a.id = sh.application_id
       ${FOUND}
       WHERE r.programme_id = ? AND sh.state NOT IN (${quotedList(sheetIn.voided)}) AND a.state NOT IN (${quotedList(applicationIn.left)})
       ORDER BY sh.round_id, sh.application_id, sh.id`,
      [programmeId],
    );
    const repeats = await this.repeats(programmeId);
    const rounds = await this.programmes.rounds(programmeId);
    return rounds
      .filter(({ categoryId }) => busy.has(categoryId))
      .flatMap((round) => {
        const sheet = roundSheet(rules, round.categoryCode, round.kind);
        if (!sheet) return [];
        const own = sheets.filter(({ roundId }) => roundId === round.id);
        const again = repeats.find(({ roundId }) => roundId === round.id);
        const unsigned = own.filter(({ state }) => sheetIn.open.has(state)).length;
        const work = spreadOf(own, sheetMaximum(sheet.indicators), rules.spread) ?? [];
        const openFlags = work.filter(({ rescored }) => !rescored).length;
        return [
          {
            round,
            sheets: own.length + (again?.sheets ?? 0),
            unsigned: unsigned + (again?.unsigned ?? 0),
            openFlags,
          },
        ];
      });
  }

  /** Hidden repeats are signed as the rest, and have no part in what the rest shows. */
  private repeats(programmeId: string) {
    return this.database.rows<{ roundId: string; sheets: number; unsigned: number }>(
      `SELECT x.round_id, COUNT(*) AS sheets,
              SUM(CASE WHEN x.state IN (${quotedList(sheetIn.open)}) THEN 1 ELSE 0 END) AS unsigned
       FROM repeat_sheet x JOIN round r ON r.id = x.round_id
       JOIN application a ON a.id = x.application_id
       WHERE r.programme_id = ? AND a.state NOT IN (${quotedList(applicationIn.left)})
       GROUP BY x.round_id`,
      [programmeId],
    );
  }
}
