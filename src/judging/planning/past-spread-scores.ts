import { Injectable, type OnModuleInit } from '@nestjs/common';
import { groupBy } from '../../applications/group-by.js';
import { Database } from '../../database/database.js';
import { quotedList } from '../../database/quoted-list.js';
import { type PastRoundTotals, PastSpread } from '../../programmes/past-spread.js';
import { ProgrammeQueries } from '../../programmes/programme.queries.js';
import { sheetIn } from '../../rules/lifecycle/score-sheet-groups.js';
import { roundSheet } from '../../rules/rounds/round-sheet.js';
import { sheetMaximum } from '../../rules/scoring/category-sheets.js';
import { fraction } from '../../rules/scoring/fraction.js';
import { PlanningQueries } from './planning.queries.js';

/** What the spread rule is tried on before it is frozen: the first scores of a locked material round. */
@Injectable()
export class PastSpreadScores implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly programmes: ProgrammeQueries,
    private readonly planning: PlanningQueries,
    private readonly past: PastSpread,
  ) {}

  onModuleInit(): void {
    this.past.answerBy((...question) => this.of(...question));
  }

  private async of(category: string, beforeYear: number): Promise<PastRoundTotals | null> {
    const round = await this.planning.pastRound(category, beforeYear);
    if (!round) return null;
    const { rules } = await this.programmes.rules(round.programmeId);
    const rows = await this.database.rows<{ applicationId: string; total: number }>(
      `SELECT application_id, total FROM score_sheet
       WHERE round_id = ? AND added = 0 AND state IN (${quotedList(sheetIn.signed)}) ORDER BY id`,
      [round.id],
    );
    const sheet = roundSheet(rules, category, 'material');
    return {
      programme: round.programmeName,
      sheetMaximum: sheetMaximum(sheet?.indicators ?? []),
      inputs: [...groupBy(rows, ({ applicationId }) => applicationId)].map(
        ([receiptNumber, sheets]) => ({
          receiptNumber,
          totals: sheets.map(({ total }) => fraction(total)),
        }),
      ),
    };
  }
}
