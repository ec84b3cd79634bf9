import { Injectable } from '@nestjs/common';
import { groupBy } from '../applications/group-by.js';
import { Database } from '../database/database.js';
import type { RoundKind } from '../programmes/round.entity.js';
import type { JudgeSheet } from '../rules/scoring/judge-sheet.js';

/** Signed sheets of a category as the scoring rules take them; open and voided ones never enter. */
@Injectable()
export class JudgeSheets {
  constructor(private readonly database: Database) {}

  async load(categoryId: string): Promise<ReadonlyMap<string, readonly JudgeSheet[]>> {
    const rows = await this.database.rows<SheetRow>(
      `SELECT s.application_id, e.number AS seat, r.kind, c.code AS category_code, s.scores
       FROM score_sheet s JOIN round r ON r.id = s.round_id JOIN seat e ON e.id = s.seat_id
       JOIN category c ON c.id = r.category_id
       WHERE r.category_id = ? AND s.state = 'Signed'
       ORDER BY s.application_id, r.kind, e.number, s.id`,
      [categoryId],
    );
    const sheets = groupBy(rows, (row) => row.applicationId);
    return new Map(
      [...sheets].map(([id, own]) => [
        id,
        own.map(({ seat, kind, categoryCode, scores }) => ({
          seat,
          // Y has no defence of its own weight: its defence round scores a part of the rubric.
          sheet:
            kind === 'material' ? kind : categoryCode === 'Y' ? ('insideDefence' as const) : kind,
          scores: JSON.parse(scores) as Record<string, number>,
        })),
      ]),
    );
  }
}

interface SheetRow {
  readonly applicationId: string;
  readonly seat: number;
  readonly kind: RoundKind;
  readonly categoryCode: string;
  readonly scores: string;
}
