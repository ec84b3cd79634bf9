import { Injectable } from '@nestjs/common';
import { Clock } from '../../config/clock.js';
import { Database } from '../../database/database.js';
import { Journal } from '../../journal/journal.js';
import { ProgrammeQueries } from '../../programmes/programme.queries.js';
import { Round } from '../../programmes/round.entity.js';
import { hashOf } from '../../rules/provenance/sha256-hex.js';
import { Refusal, conflict, missing } from '../../rules/refusal.js';
import { anchorsFirst } from './anchors-first.js';
import { type DraftSheet, draftProblems, draftTotal } from '../../rules/rounds/draft-sheet.js';
import { roundSheet } from '../../rules/rounds/round-sheet.js';
import type { Indicator } from '../../rules/scoring/indicator.js';
import type { Actor } from '../../web/actor.js';
import { SheetQueries } from './sheet.queries.js';
import { sheetIn } from '../../rules/lifecycle/score-sheet-groups.js';
import { roundIn } from '../../rules/lifecycle/round-groups.js';
import { quotedList } from '../../database/quoted-list.js';
import { transition } from '../../rules/lifecycle/lifecycle.js';
import { scoreSheetLifecycle } from '../../rules/lifecycle/score-sheet-lifecycle.js';

export interface SavedSheet {
  readonly version: number;
  readonly savedAt: string;
}

/**
 * Saves a draft, whole, in one short transaction: the row is taken only at the version the judge
 * saw, while it and its round are open. Judges save every few seconds, so nothing is read twice.
 */
@Injectable()
export class SaveSheet {
  constructor(
    private readonly database: Database,
    private readonly journal: Journal,
    private readonly clock: Clock,
    private readonly programmes: ProgrammeQueries,
    private readonly sheets: SheetQueries,
  ) {}

  /**
   * @param read what was typed, read once the sheet's indicators are known
   * @throws Refusal of kind conflict when the sheet was saved or signed elsewhere
   */
  async run(
    actor: Actor,
    sheetId: string,
    read: (indicators: readonly Indicator[]) => DraftSheet & { readonly version: number },
  ): Promise<SavedSheet> {
    return this.database.transaction(async () => {
      const head = await this.sheets.head(actor.accountId, sheetId);
      if (!head) throw missing();
      // Whoever locks the round or changes its rules waits; other judges do not.
      const round = await this.database.share(Round, head.roundId);
      const step = transition(scoreSheetLifecycle, head.state, 'score', {
        role: 'Judge',
        guards: { roundOpen: roundIn.open.has(round.state) },
      });
      if (!step.ok) throw conflict('judging.sheet.closed');
      const { rules } = await this.programmes.rules(head.programmeId);
      if (head.anchorsOpen > 0) throw anchorsFirst(head.anchorsOpen);
      const indicators = roundSheet(rules, head.code, head.kind)?.indicators ?? [];
      const given = read(indicators);
      const [problem] = draftProblems(indicators, given);
      if (problem) {
        throw new Refusal(problem.key, problem.variables, `score-${problem.indicator}`);
      }
      const { scores, comments } = given;
      const total = draftTotal(indicators, given);
      const savedAt = this.clock.now();
      const rows = updated(
        await this.database.execute(
          `UPDATE score_sheet SET scores = ?, comments = ?, total = ?, saved_at = ?,
                  first_opened_at = COALESCE(first_opened_at, ?),
                  completed_at = COALESCE(completed_at, ?), version = version + 1
           WHERE id = ? AND version = ? AND state IN (${quotedList(sheetIn.open)})
           RETURNING version`,
          [
            JSON.stringify(scores),
            JSON.stringify(comments),
            total,
            savedAt,
            savedAt,
            total === null ? null : savedAt,
            sheetId,
            given.version,
          ],
        ),
      );
      const [row] = rows;
      if (!row) throw conflict();
      await this.journal.record({
        actorId: actor.accountId,
        actorRole: 'Judge',
        event: 'scoreSheet.score',
        subjectType: 'scoreSheet',
        subjectId: sheetId,
        programmeId: head.programmeId,
        details: { version: row.version, scores, comments: hashOf(comments) },
      });
      return { version: row.version, savedAt };
    });
  }
}

type Rows = { version: number }[];

/** PostgreSQL's driver answers an UPDATE with its rows and their number, SQLite's with the rows. */
function updated(result: unknown): Rows {
  const given = result as Rows | [Rows, number];
  return (Array.isArray(given[0]) ? given[0] : given) as Rows;
}
