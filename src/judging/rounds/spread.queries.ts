import { Injectable } from '@nestjs/common';
import { Database } from '../../database/database.js';
import { ProgrammeQueries, type RoundRow } from '../../programmes/programme.queries.js';
import { roundSheet } from '../../rules/rounds/round-sheet.js';
import { sheetMaximum } from '../../rules/scoring/category-sheets.js';
import { type SpreadFlag, spreadMeasures } from '../../rules/scoring/spread.js';
import type { SpreadWork } from '../../rules/scoring/spread-work.js';
import { groupBy } from '../../applications/group-by.js';
import { quotedList } from '../../database/quoted-list.js';
import { applicationIn } from '../../rules/lifecycle/application-groups.js';
import { roundIn } from '../../rules/lifecycle/round-groups.js';
import { sheetIn } from '../../rules/lifecycle/score-sheet-groups.js';
import { FOUND, type PassRow, recordsOf, spreadOf } from './first-pass.js';

interface TotalRow extends PassRow {
  readonly judgingNumber: string | null;
  readonly merchantName: string;
  readonly seat: number;
  readonly alternate: number;
}

/** An application of a round whose first pass is signed. */
export interface RoundResult {
  readonly applicationId: string;
  readonly judgingNumber: string | null;
  readonly merchantName: string;
  readonly flag: 'open' | 'asked' | 'rescored' | null;
  /** What the judges gave, for nobody before the lock of the round. */
  readonly scores: {
    readonly totals: readonly { readonly seat: number; readonly total: number }[];
    readonly spread: SpreadWork | null;
  } | null;
}

/** Where judges differ too much. Nothing is computed before every first sheet of a round is signed. */
@Injectable()
export class SpreadQueries {
  constructor(
    private readonly database: Database,
    private readonly programmes: ProgrammeQueries,
  ) {}

  /**
   * Every application of a round, or null while a first sheet of it is unsigned or none was issued. Points
   * come only with a locked round: until then whoever asks hears flagged or not.
   */
  async results(round: RoundRow): Promise<RoundResult[] | null> {
    const rows = await this.totals(round.id);
    const { rules } = await this.programmes.rules(round.programmeId);
    const sheet = roundSheet(rules, round.categoryCode, round.kind);
    if (!sheet) return null;
    const work = spreadOf(rows, sheetMaximum(sheet.indicators), rules.spread);
    if (!work) return null;
    const byApplication = groupBy(rows, ({ applicationId }) => applicationId);
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
        flag: spread && standingOf(spread),
        scores: locked ? { totals, spread } : null,
      };
    });
  }

  /** How the tests come out for those of which nothing is written down yet, once the first pass is signed. */
  async undecided(round: RoundRow): Promise<readonly SpreadFlag[]> {
    const rows = await this.totals(round.id);
    if (rows.every(({ byRange }) => byRange !== null)) return [];
    const { rules } = await this.programmes.rules(round.programmeId);
    const sheet = roundSheet(rules, round.categoryCode, round.kind);
    const most = sheetMaximum(sheet?.indicators ?? []);
    if (!spreadOf(rows, most, rules.spread)) return [];
    const records = recordsOf(rows);
    const open = new Set(records.flatMap((one) => (one.found ? [] : [one.receiptNumber])));
    return spreadMeasures(records, most, rules.spread).filter((one) => open.has(one.receiptNumber));
  }

  private totals(roundId: string): Promise<TotalRow[]> {
    return this.database.rows<TotalRow>(
      `SELECT sh.application_id, a.judging_number, m.name AS merchant_name, s.number AS seat,
              s.alternate, sh.state, sh.total, sh.added, f.by_range, f.by_deviation
       FROM score_sheet sh
       ${FOUND}
       JOIN seat s ON s.id = sh.seat_id
       JOIN application a ON a.id = sh.application_id
       JOIN merchant m ON m.id = a.merchant_id
       WHERE sh.round_id = ? AND sh.state NOT IN (${quotedList(sheetIn.voided)}) AND a.state NOT IN (${quotedList(applicationIn.left)})
       ORDER BY a.judging_number, sh.application_id, s.number, sh.id`,
      [roundId],
    );
  }
}

function standingOf({ asked, rescored }: SpreadWork): 'open' | 'asked' | 'rescored' {
  if (rescored) return 'rescored';
  return asked ? 'asked' : 'open';
}
