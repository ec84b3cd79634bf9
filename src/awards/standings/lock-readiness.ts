import { Injectable } from '@nestjs/common';
import { Database } from '../../database/database.js';
import { DefenceRecordQueries } from '../../judging/defence/defence-record.queries.js';
import { rankCategory } from '../../rules/ranking/rank-category.js';
import { Refusal } from '../../rules/refusal.js';
import type { RuleErrorVariables } from '../../rules/rule-error.js';
import type { TooFewSheets } from '../../rules/scoring/score-application.js';
import type { Gathered } from './gather-inputs.js';
import { quotedList } from '../../database/quoted-list.js';
import { applicationIn } from '../../rules/lifecycle/application-groups.js';
import { programmeIn } from '../../rules/lifecycle/programme-groups.js';
import { roundIn } from '../../rules/lifecycle/round-groups.js';
import { roundKindOf } from '../../rules/rounds/round-sheet.js';
import { SpreadQueries } from '../../judging/rounds/spread.queries.js';
import { ProgrammeQueries } from '../../programmes/programme.queries.js';
import type { RoundKind } from '../../programmes/round.entity.js';
import { OpenReReviews } from '../objections/open-re-reviews.js';
import { removalIn } from '../../rules/lifecycle/removal-states.js';
import { sheetIn } from '../../rules/lifecycle/score-sheet-groups.js';

/** One thing that keeps a category from being locked; `code` is a locale key. */
export interface LockObstacle {
  readonly code: string;
  readonly variables: RuleErrorVariables;
  /** Where each thing that is missing is put right. */
  readonly links?: readonly { readonly href: string; readonly label: string }[];
}

/** What must be put right before the scores of a category may be fixed (rules P09 to P12). */
@Injectable()
export class LockReadiness {
  constructor(
    private readonly database: Database,
    private readonly defence: DefenceRecordQueries,
    private readonly reReviews: OpenReReviews,
    private readonly programmes: ProgrammeQueries,
    private readonly spread: SpreadQueries,
  ) {}

  async obstacles(gathered: Gathered): Promise<LockObstacle[]> {
    const found: LockObstacle[] = [];
    const { programme, applications } = gathered;
    const early =
      programmeIn.scoresLocked.has(programme.state) ||
      programmeIn.deliberating.has(programme.state);
    if (!early && !gathered.replaces) {
      const { state } = programme;
      found.push({ code: 'awards.lock.notYet', variables: { lifecycle: 'programme', state } });
    }
    if (applications.length === 0) found.push({ code: 'awards.lock.empty', variables: {} });
    const open = await this.database.row<{ count: number }>(
      `SELECT COUNT(*) AS count FROM score_sheet s JOIN round r ON r.id = s.round_id
       JOIN application a ON a.id = s.application_id
       WHERE r.category_id = ? AND s.state IN (${quotedList(sheetIn.open)}) AND a.state NOT IN (${quotedList(applicationIn.left)})`,
      [gathered.categoryId],
    );
    if (open?.count) found.push({ code: 'awards.lock.unsigned', variables: { count: open.count } });
    const removals = await this.database.row<{ count: number }>(
      `SELECT COUNT(*) AS count FROM removal
       WHERE category_id = ? AND state IN (${quotedList(removalIn.proposed)})`,
      [gathered.categoryId],
    );
    if (removals?.count) {
      found.push({ code: 'awards.lock.removalOpen', variables: { count: removals.count } });
    }
    const unrecorded = await this.reReviews.unrecorded(gathered.categoryId);
    if (unrecorded.length) {
      found.push({
        code: 'awards.lock.reReviewOpen',
        variables: { receipts: unrecorded.map(({ receiptNumber }) => receiptNumber).join(' ') },
        links: unrecorded.map(({ id, receiptNumber }) => ({
          href: `/office/objections/${id}/re-review`,
          label: receiptNumber,
        })),
      });
    }
    const unheard = await this.defence.unconfirmed(
      gathered.categoryId,
      gathered.inputs.category,
      gathered.rules.rules,
    );
    if (unheard.length) {
      found.push({
        code: 'awards.lock.defenceOpen',
        variables: { merchants: unheard.map(({ merchantName }) => merchantName).join(' ') },
        links: unheard.map(({ roundId, applicationId, merchantName }) => ({
          href: `/office/rounds/${roundId}/defence-records/${applicationId}`,
          label: merchantName,
        })),
      });
    }
    const { incomplete } = rankCategory(
      gathered.rules.rules,
      gathered.inputs.category,
      gathered.inputs.applications,
      gathered.inputs.ballots,
    );
    return [...found, ...(await this.tooFew(gathered.categoryId, incomplete))];
  }

  /** Receipt numbers of applications that are flagged and not scored again. */
  async openSpreads({ programme, categoryId, applications }: Gathered): Promise<string[]> {
    const rounds = await this.programmes.rounds(programme.id);
    const open = new Set<string>();
    for (const round of rounds.filter((one) => one.categoryId === categoryId)) {
      for (const { applicationId, flag } of (await this.spread.results(round)) ?? []) {
        if (flag && flag !== 'rescored') open.add(applicationId);
      }
    }
    return applications.flatMap(({ id, receiptNumber }) => (open.has(id) ? [receiptNumber] : []));
  }

  /** Nobody can sign before a round is opened: said once, and not of every application. */
  private async tooFew(
    categoryId: string,
    incomplete: readonly TooFewSheets[],
  ): Promise<LockObstacle[]> {
    const opened = await this.database.rows<{ kind: RoundKind }>(
      `SELECT kind FROM round WHERE category_id = ? AND state IN (${quotedList(roundIn.sheetsOut)})`,
      [categoryId],
    );
    const begun = new Set(opened.map(({ kind }) => kind));
    const waiting = ({ tooFewSheets: { sheet } }: TooFewSheets) => !begun.has(roundKindOf(sheet));
    const sheets = new Set(
      incomplete.filter(waiting).map(({ tooFewSheets }) => tooFewSheets.sheet),
    );
    return [
      ...[...sheets].map((sheet) => ({ code: 'awards.lock.notOpened', variables: { sheet } })),
      ...incomplete
        .filter((one) => !waiting(one))
        .map(({ receiptNumber: receipt, tooFewSheets }) => ({
          code: 'awards.lock.tooFewSheets',
          variables: { receipt, ...tooFewSheets },
        })),
    ];
  }
}

/** A programme in another phase has gone on, or back, meanwhile; everything else is yet to be done. */
export function refusedBy({ code, variables }: LockObstacle): Refusal {
  return new Refusal(code, variables, null, 'lifecycle' in variables ? 'conflict' : 'invalid');
}
