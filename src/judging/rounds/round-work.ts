import { Injectable } from '@nestjs/common';
import { Database } from '../../database/database.js';
import { roundSheet } from '../../rules/rounds/round-sheet.js';
import { sheetMaximum } from '../../rules/scoring/category-sheets.js';
import { fraction } from '../../rules/scoring/fraction.js';
import type { RuleSet } from '../../rules/scoring/rule-set.js';
import { spreadWork } from '../../rules/scoring/spread-work.js';
import { ProgrammeQueries, type RoundRow } from '../../programmes/programme.queries.js';
import { quotedList } from '../../database/quoted-list.js';
import { applicationIn } from '../../rules/lifecycle/application-groups.js';
import { sheetIn } from '../../rules/lifecycle/score-sheet-groups.js';

/** A round that judges must score, and what is left to do in it. */
export interface RoundWork {
  readonly round: RoundRow;
  readonly sheets: number;
  readonly unsigned: number;
  /** Applications to score a second time; known only when every sheet is signed. */
  readonly openFlags: number;
}

interface SheetTotal {
  readonly roundId: string;
  readonly applicationId: string;
  readonly state: 'Open' | 'Signed';
  readonly total: number | null;
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
      `SELECT s.round_id, s.application_id, s.state, s.total FROM score_sheet s
       JOIN round r ON r.id = s.round_id
       JOIN application a ON a.id = s.application_id
       WHERE r.programme_id = ? AND s.state NOT IN (${quotedList(sheetIn.voided)}) AND a.state NOT IN (${quotedList(applicationIn.left)})
       ORDER BY s.round_id, s.application_id, s.id`,
      [programmeId],
    );
    const rounds = await this.programmes.rounds(programmeId);
    return rounds
      .filter(({ categoryId }) => busy.has(categoryId))
      .flatMap((round) => {
        const sheet = roundSheet(rules, round.categoryCode, round.kind);
        if (!sheet) return [];
        const own = sheets.filter(({ roundId }) => roundId === round.id);
        const unsigned = own.filter(({ state }) => sheetIn.open.has(state)).length;
        const most = sheetMaximum(sheet.indicators);
        const openFlags = unsigned > 0 ? 0 : flagged(own, most, rules);
        return [{ round, sheets: own.length, unsigned, openFlags }];
      });
  }
}

function flagged(sheets: readonly SheetTotal[], most: number, rules: RuleSet): number {
  const totals = new Map<string, number[]>();
  for (const { applicationId, total } of sheets) {
    const known = totals.get(applicationId);
    if (known) known.push(total ?? 0);
    else totals.set(applicationId, [total ?? 0]);
  }
  const inputs = [...totals].map(([receiptNumber, list]) => ({
    receiptNumber,
    totals: list.map((total) => fraction(total)),
  }));
  return spreadWork(inputs, most, rules.spread).filter(({ rescored }) => !rescored).length;
}
