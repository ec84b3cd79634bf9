import { Injectable } from '@nestjs/common';
import { Database } from '../../database/database.js';
import { ProgrammeQueries, type RoundRow } from '../../programmes/programme.queries.js';
import { roundSheet } from '../../rules/rounds/round-sheet.js';
import { sheetMaximum } from '../../rules/scoring/category-sheets.js';
import { fraction } from '../../rules/scoring/fraction.js';
import { type SpreadWork, spreadWork } from '../../rules/scoring/spread-work.js';
import { quotedList } from '../../database/quoted-list.js';
import { applicationIn } from '../../rules/lifecycle/application-groups.js';
import { roundIn } from '../../rules/lifecycle/round-groups.js';
import { sheetIn } from '../../rules/lifecycle/score-sheet-groups.js';

interface TotalRow {
  readonly applicationId: string;
  readonly judgingNumber: string | null;
  readonly merchantName: string;
  readonly seat: number;
  readonly alternate: number;
  readonly state: 'Open' | 'Signed';
  readonly total: number | null;
}

/** An application of a round whose sheets are all signed. */
export interface RoundResult {
  readonly applicationId: string;
  readonly judgingNumber: string | null;
  readonly merchantName: string;
  readonly flag: 'open' | 'rescored' | null;
  /** What the judges gave, for nobody before the lock of the round. */
  readonly scores: {
    readonly totals: readonly { readonly seat: number; readonly total: number }[];
    readonly spread: SpreadWork | null;
  } | null;
}

/** Where judges differ too much. Nothing is computed before every sheet of the round is signed. */
@Injectable()
export class SpreadQueries {
  constructor(
    private readonly database: Database,
    private readonly programmes: ProgrammeQueries,
  ) {}

  /**
   * Every application of a round, or null while a sheet of it is unsigned or none was issued. Points
   * come only with a locked round: until then whoever asks hears flagged or not.
   */
  async results(round: RoundRow): Promise<RoundResult[] | null> {
    const rows = await this.totals(round.id);
    if (rows.length === 0 || rows.some(({ state }) => !sheetIn.signed.has(state))) return null;
    const { rules } = await this.programmes.rules(round.programmeId);
    const sheet = roundSheet(rules, round.categoryCode, round.kind);
    if (!sheet) return null;
    const byApplication = new Map<string, TotalRow[]>();
    for (const row of rows) {
      const known = byApplication.get(row.applicationId);
      if (known) known.push(row);
      else byApplication.set(row.applicationId, [row]);
    }
    const inputs = [...byApplication].map(([receiptNumber, sheets]) => ({
      receiptNumber,
      totals: sheets.map(({ total }) => fraction(total ?? 0)),
    }));
    const work = spreadWork(inputs, sheetMaximum(sheet.indicators), rules.spread);
    const flags = new Map(work.map((flag) => [flag.receiptNumber, flag]));
    const locked = roundIn.locked.has(round.state);
    return [...byApplication].map(([applicationId, own]) => {
      const spread = flags.get(applicationId) ?? null;
      const { judgingNumber, merchantName } = own[0]!;
      const totals = own.map(({ seat, total }) => ({ seat, total: total ?? 0 }));
      return {
        applicationId,
        judgingNumber,
        merchantName,
        flag: spread && (spread.rescored ? 'rescored' : 'open'),
        scores: locked ? { totals, spread } : null,
      };
    });
  }

  private totals(roundId: string): Promise<TotalRow[]> {
    return this.database.rows<TotalRow>(
      `SELECT sh.application_id, a.judging_number, m.name AS merchant_name, s.number AS seat,
              s.alternate, sh.state, sh.total
       FROM score_sheet sh
       JOIN seat s ON s.id = sh.seat_id
       JOIN application a ON a.id = sh.application_id
       JOIN merchant m ON m.id = a.merchant_id
       WHERE sh.round_id = ? AND sh.state NOT IN (${quotedList(sheetIn.voided)}) AND a.state NOT IN (${quotedList(applicationIn.left)})
       ORDER BY a.judging_number, sh.application_id, s.number, sh.id`,
      [roundId],
    );
  }
}
