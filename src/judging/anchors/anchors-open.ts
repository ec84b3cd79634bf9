import { Injectable } from '@nestjs/common';
import { Database } from '../../database/database.js';
import { quotedList } from '../../database/quoted-list.js';
import { undoneBy } from '../../documents/anchors-undone.js';
import { AnchorQueries } from './anchor.queries.js';
import { applicationIn } from '../../rules/lifecycle/application-groups.js';
import { anchorIn } from '../../rules/lifecycle/anchor-states.js';
import { sheetIn } from '../../rules/lifecycle/score-sheet-groups.js';
import { Refusal } from '../../rules/refusal.js';
import { ANCHORS_LEAST, asksForAnchors } from '../../rules/rounds/anchors.js';
import type { RuleSet } from '../../rules/scoring/rule-set.js';

interface CategoryAnchors {
  readonly id: string;
  readonly code: string;
  readonly confirmed: number;
  readonly handedOver: number;
}

/** What of the anchors of a programme is still to be done, and by whom. Counts only. */
@Injectable()
export class AnchorsOpen {
  constructor(
    private readonly database: Database,
    private readonly queries: AnchorQueries,
  ) {}

  /** Judged categories without enough confirmed anchors, and seats that owe theirs. */
  async count(programmeId: string, rules: RuleSet): Promise<number> {
    const asked = await this.asked(programmeId, rules);
    const short = asked.filter(({ confirmed }) => confirmed < ANCHORS_LEAST).length;
    const row = await this.database.row<{ count: number }>(
      `SELECT COUNT(*) AS count FROM seat s JOIN expert e ON e.id = s.expert_id
       WHERE s.programme_id = ? AND s.vacated_at IS NULL
         AND (s.alternate = 0 OR EXISTS (SELECT 1 FROM score_sheet sh
           WHERE sh.seat_id = s.id AND sh.state NOT IN (${quotedList(sheetIn.voided)})))
         AND EXISTS (SELECT 1 FROM anchor_dossier a
           WHERE a.category_id = s.category_id AND ${undoneBy('e.account_id')})`,
      [programmeId],
    );
    return short + (row?.count ?? 0);
  }

  /** Categories for which the registrar has not handed over enough, and anchors that wait for the approver. */
  async office(
    programmeId: string,
    rules: RuleSet,
  ): Promise<{ readonly toPrepare: number; readonly toConfirm: number }> {
    const asked = await this.asked(programmeId, rules);
    return {
      toPrepare: asked.filter(({ handedOver }) => handedOver < ANCHORS_LEAST).length,
      toConfirm: asked.reduce((sum, one) => sum + one.handedOver - one.confirmed, 0),
    };
  }

  /** @throws Refusal while judges would have too few to try the scale on */
  async requireEnough(categoryId: string, code: string, rules: RuleSet): Promise<void> {
    if (!asksForAnchors(rules, code)) return;
    const count = await this.queries.confirmedIn(categoryId);
    if (count < ANCHORS_LEAST) {
      throw new Refusal('judging.anchor.tooFew', { count, least: ANCHORS_LEAST });
    }
  }

  /** Categories whose rules ask for anchors and that have applications for a panel. */
  private async asked(programmeId: string, rules: RuleSet): Promise<CategoryAnchors[]> {
    const kept = (states: Iterable<string>) =>
      `(SELECT COUNT(*) FROM anchor_dossier a WHERE a.category_id = c.id AND a.state IN (${quotedList(states)}))`;
    // What still waited when a judge began to score can no longer be confirmed.
    const begun = `EXISTS (SELECT 1 FROM anchor_sheet x JOIN anchor_dossier a ON a.id = x.anchor_id
      WHERE a.category_id = c.id)`;
    const rows = await this.database.rows<CategoryAnchors>(
      `SELECT c.id, c.code, ${kept(anchorIn.confirmed)} AS confirmed,
         CASE WHEN ${begun} THEN ${kept(anchorIn.confirmed)} ELSE ${kept(anchorIn.handedOver)} END AS handed_over
       FROM category c WHERE c.programme_id = ? AND EXISTS (SELECT 1 FROM application p
         WHERE p.category_id = c.id AND p.state IN (${quotedList(applicationIn.beforeJudges)}))`,
      [programmeId],
    );
    return rows.filter(({ code }) => asksForAnchors(rules, code));
  }
}
