import { Injectable } from '@nestjs/common';
import { Database } from '../../database/database.js';
import { quotedList } from '../../database/quoted-list.js';
import {
  type RepeatDrift,
  type ScoredTwice,
  driftByIndicator,
  repeatDrift,
} from '../../rules/diagnostics/repeat-drift.js';
import { roundIn } from '../../rules/lifecycle/round-groups.js';
import { sheetIn } from '../../rules/lifecycle/score-sheet-groups.js';

export interface JudgeTwice extends RepeatDrift {
  readonly number: number;
  readonly judgeName: string;
}

export interface RepeatsOfCategory {
  readonly judges: readonly JudgeTwice[];
  readonly indicators: readonly (RepeatDrift & { readonly code: string })[];
}

/** What a hidden repeat shows of its judge. Where the round is not locked there is nothing to read. */
@Injectable()
export class RepeatDriftQueries {
  constructor(private readonly database: Database) {}

  async ofCategory(categoryId: string): Promise<RepeatsOfCategory> {
    const rows = await this.database.rows<{
      number: number;
      judgeName: string;
      firstScores: string;
      firstAt: string | null;
      scores: string;
      at: string | null;
    }>(
      `SELECT s.number, e.name AS judge_name, sh.scores AS first_scores, sh.completed_at AS first_at,
              x.scores, x.completed_at AS at
       FROM repeat_sheet x
       JOIN round r ON r.id = x.round_id
       JOIN score_sheet sh ON sh.round_id = x.round_id AND sh.seat_id = x.seat_id
         AND sh.application_id = x.application_id
       JOIN seat s ON s.id = x.seat_id JOIN expert e ON e.id = s.expert_id
       WHERE r.category_id = ? AND r.state IN (${quotedList(roundIn.locked)})
         AND x.state IN (${quotedList(sheetIn.signed)}) AND sh.state IN (${quotedList(sheetIn.signed)})
       ORDER BY s.number, x.id`,
      [categoryId],
    );
    const twice = rows.map((row): ScoredTwice => {
      const [first, repeat] = [pointsIn(row.firstScores), pointsIn(row.scores)];
      // Nobody has to follow the order of the list.
      const repeatedFirst = (row.at ?? '') < (row.firstAt ?? '');
      return repeatedFirst ? { earlier: repeat, later: first } : { earlier: first, later: repeat };
    });
    const judges = rows.flatMap(({ number, judgeName }, i) => {
      const drift = repeatDrift(twice[i]!);
      return drift ? [{ number, judgeName, ...drift }] : [];
    });
    const codes = [...new Set(twice.flatMap(({ earlier }) => Object.keys(earlier)))].toSorted();
    return { judges, indicators: driftByIndicator(codes, twice) };
  }
}

const pointsIn = (stored: string) => JSON.parse(stored) as Readonly<Record<string, number>>;
