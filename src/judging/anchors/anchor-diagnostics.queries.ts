import { Injectable } from '@nestjs/common';
import { Database } from '../../database/database.js';
import { quotedList } from '../../database/quoted-list.js';
import { anchorSheetIn } from '../../rules/lifecycle/anchor-states.js';
import { roundIn } from '../../rules/lifecycle/round-groups.js';
import {
  type DeviationSummary,
  anchorDeviations,
  summariseDeviations,
} from '../../rules/rounds/anchors.js';

export interface JudgeOnAnchors extends DeviationSummary {
  readonly number: number;
  readonly judgeName: string;
  readonly anchors: number;
}

/** How far judges were from the reference. Where the material round is not locked there is nothing to read. */
@Injectable()
export class AnchorDiagnosticsQueries {
  constructor(private readonly database: Database) {}

  /** By seat of a category; an indicator of an anchor is one value. */
  async ofCategory(categoryId: string): Promise<JudgeOnAnchors[]> {
    const rows = await this.database.rows<{
      seatId: string;
      number: number;
      judgeName: string;
      scores: string;
      points: string;
    }>(
      `SELECT s.id AS seat_id, s.number, e.name AS judge_name, x.scores, a.points
       FROM anchor_sheet x JOIN anchor_dossier a ON a.id = x.anchor_id
       JOIN expert e ON e.account_id = x.account_id
       JOIN seat s ON s.expert_id = e.id AND s.category_id = a.category_id
       JOIN round r ON r.category_id = a.category_id AND r.kind = 'material'
       WHERE a.category_id = ? AND r.state IN (${quotedList(roundIn.locked)})
         AND x.state IN (${quotedList(anchorSheetIn.given)})
       ORDER BY s.number, s.seated_at, s.id, a.number`,
      [categoryId],
    );
    const seats = new Map<string, (typeof rows)[number][]>();
    for (const row of rows) seats.set(row.seatId, [...(seats.get(row.seatId) ?? []), row]);
    return [...seats.values()].flatMap((own) => {
      const { number, judgeName } = own[0]!;
      const values = own.flatMap(({ scores, points }) =>
        Object.values(anchorDeviations(pointsIn(scores), pointsIn(points))),
      );
      const summary = summariseDeviations(values);
      return summary ? [{ number, judgeName, anchors: own.length, ...summary }] : [];
    });
  }
}

const pointsIn = (stored: string) => JSON.parse(stored) as Readonly<Record<string, number>>;
