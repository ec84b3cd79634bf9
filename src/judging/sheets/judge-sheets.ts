import { Injectable } from '@nestjs/common';
import { Database } from '../../database/database.js';
import { ProgrammeQueries } from '../../programmes/programme.queries.js';
import type { RoundKind } from '../../programmes/round.entity.js';
import { roundSheet } from '../../rules/rounds/round-sheet.js';
import type { SheetCode } from '../../rules/scoring/indicator.js';
import type { JudgeSheet } from '../../rules/scoring/judge-sheet.js';
import { sheetIn } from '../../rules/lifecycle/score-sheet-groups.js';
import { quotedList } from '../../database/quoted-list.js';

interface SignedRow {
  readonly applicationId: string;
  readonly seat: number;
  readonly kind: RoundKind;
  readonly code: string;
  readonly programmeId: string;
  readonly scores: string;
}

/** Signed, valid sheets for the computation; voided and unsigned ones do not exist here. */
@Injectable()
export class JudgeSheets {
  constructor(
    private readonly database: Database,
    private readonly programmes: ProgrammeQueries,
  ) {}

  /** Application id → its sheets of every round of the category, by round and seat. */
  async load(categoryId: string): Promise<ReadonlyMap<string, readonly JudgeSheet[]>> {
    const rows = await this.database.rows<SignedRow>(
      `SELECT sh.application_id, s.number AS seat, r.kind, c.code, r.programme_id, sh.scores
       FROM score_sheet sh
       JOIN round r ON r.id = sh.round_id
       JOIN category c ON c.id = r.category_id
       JOIN seat s ON s.id = sh.seat_id
       WHERE r.category_id = ? AND sh.state IN (${quotedList(sheetIn.signed)})
       ORDER BY sh.application_id, r.kind DESC, s.number, sh.id`,
      [categoryId],
    );
    const [first] = rows;
    const sheets = new Map<string, JudgeSheet[]>();
    if (!first) return sheets;
    const { rules } = await this.programmes.rules(first.programmeId);
    const codes = new Map<RoundKind, SheetCode | undefined>(
      (['material', 'defence'] as const).map((kind) => [
        kind,
        roundSheet(rules, first.code, kind)?.code,
      ]),
    );
    for (const { applicationId, seat, kind, scores } of rows) {
      const sheet = codes.get(kind);
      if (!sheet) continue;
      const one = { seat, sheet, scores: JSON.parse(scores) as Record<string, number> };
      const known = sheets.get(applicationId);
      if (known) known.push(one);
      else sheets.set(applicationId, [one]);
    }
    return sheets;
  }
}
