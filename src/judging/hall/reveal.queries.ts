import { Injectable } from '@nestjs/common';
import { groupBy } from '../../applications/group-by.js';
import { Database } from '../../database/database.js';
import { quotedList } from '../../database/quoted-list.js';
import { type RevealFacts, type ShownScores, shownScores } from '../../rules/hall/score-reveal.js';
import { conflictIn } from '../../rules/lifecycle/conflict-states.js';
import { removalIn } from '../../rules/lifecycle/removal-states.js';
import { roundIn } from '../../rules/lifecycle/round-groups.js';
import type { ScoreSheetState } from '../../rules/lifecycle/score-sheet-lifecycle.js';
import { sheetIn } from '../../rules/lifecycle/score-sheet-groups.js';
import type { RuleSet } from '../../rules/scoring/rule-set.js';

export interface RevealRow extends RevealFacts {
  readonly applicationId: string;
  readonly judgingNumber: string | null;
  readonly revealedAt: string | null;
  /** The sheets that are not void. */
  readonly sheets: readonly string[];
}

/** What hangs on the board: whose place, and the points that its judges gave. */
export interface ShownReveal extends ShownScores {
  readonly id: string;
  readonly place: number;
}

interface SheetRow {
  readonly id: string;
  readonly applicationId: string;
  readonly judgingNumber: string | null;
  readonly state: ScoreSheetState;
  readonly revealedAt: string | null;
}

/** Who may be revealed in the hall, and what was. Points are read of what a chair has shown, and of nothing else. */
@Injectable()
export class RevealQueries {
  constructor(private readonly database: Database) {}

  /** Every application of a round with sheets that are not void. */
  async facts(roundId: string): Promise<RevealRow[]> {
    const rows = await this.database.rows<SheetRow>(
      `SELECT sh.id, sh.application_id, a.judging_number, sh.state, v.revealed_at
       FROM score_sheet sh JOIN application a ON a.id = sh.application_id
       LEFT JOIN score_reveal v ON v.round_id = sh.round_id AND v.application_id = sh.application_id
       WHERE sh.round_id = ? AND sh.state NOT IN (${quotedList(sheetIn.voided)})
       ORDER BY sh.application_id, sh.id`,
      [roundId],
    );
    const unsettled = await this.unsettled(roundId);
    return [...groupBy(rows, ({ applicationId }) => applicationId)].map(([applicationId, own]) => {
      const { judgingNumber, revealedAt } = own[0]!;
      const signed = own.filter(({ state }) => sheetIn.signed.has(state)).length;
      return {
        applicationId,
        judgingNumber,
        revealedAt,
        revealed: revealedAt !== null,
        signed,
        unsigned: own.length - signed,
        unsettled: unsettled(applicationId),
        sheets: own.map(({ id }) => id),
      };
    });
  }

  /**
   * The last reveal of an open round, until the next merchant begins to speak; null where one of the sheets
   * that were shown has fallen since.
   */
  async shown(
    roundId: string,
    { trimTable }: Pick<RuleSet, 'trimTable'>,
  ): Promise<ShownReveal | null> {
    const last = await this.database.row<{
      id: string;
      applicationId: string;
      sheets: string;
      place: number;
    }>(
      `SELECT v.id, v.application_id, v.sheets, t.place
       FROM score_reveal v JOIN round r ON r.id = v.round_id
       JOIN defence_turn t ON t.application_id = v.application_id
         AND t.order_id = (SELECT o.id FROM defence_order o WHERE o.round_id = v.round_id
                           ORDER BY o.number DESC LIMIT 1)
       WHERE v.round_id = ? AND r.state IN (${quotedList(roundIn.open)}) AND r.closed_at IS NULL
         AND v.revealed_at = (SELECT MAX(l.revealed_at) FROM score_reveal l WHERE l.round_id = v.round_id)
         AND NOT EXISTS (SELECT 1 FROM clock_act k JOIN defence_turn n ON n.id = k.turn_id
                         JOIN defence_order q ON q.id = n.order_id
                         WHERE q.round_id = v.round_id AND k.kind = 'start' AND k.at > v.revealed_at)
       ORDER BY v.id DESC LIMIT 1`,
      [roundId],
    );
    if (!last) return null;
    const rows = await this.database.rows<{ id: string; seat: number; total: number }>(
      `SELECT sh.id, s.number AS seat, sh.total FROM score_sheet sh JOIN seat s ON s.id = sh.seat_id
       WHERE sh.round_id = ? AND sh.application_id = ? AND sh.state IN (${quotedList(sheetIn.signed)})
       ORDER BY sh.id`,
      [roundId, last.applicationId],
    );
    const sheets = (JSON.parse(last.sheets) as string[]).toSorted();
    const same =
      rows
        .map(({ id }) => id)
        .toSorted()
        .join() === sheets.join();
    const scores = same ? shownScores(rows, trimTable) : null;
    return scores && { id: last.id, place: last.place, ...scores };
  }

  /** Whether other sheets may come or go for an application: a relation, a removal, a seat without a judge. */
  private async unsettled(roundId: string): Promise<(applicationId: string) => boolean> {
    const rows = await this.database.rows<{ applicationId: string | null }>(
      `SELECT d.application_id FROM conflict_declaration d
       JOIN seat s ON s.id = d.seat_id JOIN round r ON r.category_id = s.category_id
       WHERE r.id = ? AND s.vacated_at IS NULL AND s.alternate = 0
         AND d.state IN (${quotedList(conflictIn.unsettled)})
       UNION
       SELECT m.application_id FROM removal m JOIN round r ON r.category_id = m.category_id
       WHERE r.id = ? AND m.seat_id IS NOT NULL AND m.state IN (${quotedList(removalIn.proposed)})
       UNION
       SELECT sh.application_id FROM seat s JOIN score_sheet sh ON sh.seat_id = s.id
       WHERE sh.round_id = ? AND s.vacated_at IS NOT NULL
         AND sh.state IN (${quotedList(sheetIn.voided)})
         AND NOT EXISTS (SELECT 1 FROM seat n JOIN score_sheet ns ON ns.seat_id = n.id
                         WHERE n.category_id = s.category_id AND n.number = s.number AND n.id <> s.id
                           AND ns.round_id = sh.round_id AND ns.application_id = sh.application_id)
         AND NOT EXISTS (SELECT 1 FROM seat n JOIN conflict_declaration d ON d.seat_id = n.id
                         WHERE n.category_id = s.category_id AND n.number = s.number AND n.id <> s.id
                           AND n.vacated_at IS NULL AND d.application_id = sh.application_id
                           AND d.state IN (${quotedList(conflictIn.barred)}))`,
      [roundId, roundId, roundId],
    );
    const all = new Set(rows.map(({ applicationId }) => applicationId));
    // A judge who is to leave the panel leaves every application.
    return (applicationId) => all.has(null) || all.has(applicationId);
  }
}
