import { Injectable } from '@nestjs/common';
import { Clock } from '../../config/clock.js';
import { Database } from '../../database/database.js';
import { newId } from '../../database/new-id.js';
import { Journal } from '../../journal/journal.js';
import { ConflictFacts } from '../../judging/conflicts/conflict-facts.js';
import { Expert } from '../../judging/experts/expert.entity.js';
import type { ReReviewPanel } from '../../judging/re-reviews/re-review-panel.entity.js';
import { ReReviewSheet } from '../../judging/re-reviews/re-review-sheet.entity.js';
import { Notify } from '../../notifications/notify.js';
import { START } from '../../rules/lifecycle/lifecycle.js';
import { requireMove } from '../../rules/lifecycle/require-move.js';
import { scoreSheetLifecycle } from '../../rules/lifecycle/score-sheet-lifecycle.js';
import type { Actor } from '../../web/actor.js';
import { refusePair } from '../../web/acting-role.js';
import type { Objection } from './objection.entity.js';
import { ObjectionQueries } from './objection.queries.js';

interface Issue {
  readonly panel: ReReviewPanel;
  readonly objection: Objection;
  readonly experts: readonly string[];
  /** The last number that is taken. */
  readonly after: number;
}

/** A sheet for each expert; runs in the transaction of an act that holds the objection. */
@Injectable()
export class IssueReReviewSheets {
  constructor(
    private readonly database: Database,
    private readonly objections: ObjectionQueries,
    private readonly conflicts: ConflictFacts,
    private readonly notify: Notify,
    private readonly journal: Journal,
    private readonly clock: Clock,
  ) {}

  async run(actor: Actor, { panel, objection, experts, after }: Issue): Promise<void> {
    const others = await this.objections.otherExperts(panel.applicationId);
    const tied = await this.conflicts.expertsTiedTo(panel.applicationId);
    for (const [at, expertId] of experts.entries()) {
      const { to: state } = requireMove(scoreSheetLifecycle, START, 'appoint', {
        role: 'CityRegistrar',
        guards: {
          reReviewersDidNotJudge: others.some(({ id }) => id === expertId),
          noAutomaticHit: !tied.has(expertId),
        },
      });
      const { accountId } = await this.database.repo(Expert).findOneByOrFail({ id: expertId });
      // Asked at the decision already; an account may have come to be an expert's since.
      const own = objection.decidedBy === accountId;
      refusePair(own ? [{ name: 'Approver', objection: objection.id }] : [], {
        name: 'ObjectionReviewExpert',
        objection: objection.id,
      });
      const id = newId();
      const number = after + at + 1;
      await this.database.repo(ReReviewSheet).insert({
        id,
        panelId: panel.id,
        expertId,
        accountId,
        number,
        state,
        declaredAt: null,
        ground: null,
        scores: {},
        comments: {},
        findings: {},
        total: null,
        keyings: [],
        firstOpenedAt: null,
        savedAt: this.clock.now(),
        signedAt: null,
        chainHead: null,
        voidReason: null,
        version: 1,
      });
      await this.journal.record({
        actorId: actor.accountId,
        actorRole: 'CityRegistrar',
        event: 'reReviewSheet.appoint',
        subjectType: 'reReviewSheet',
        subjectId: id,
        programmeId: panel.programmeId,
        details: { number, expert: expertId, panel: panel.id },
      });
      if (panel.onPaper) continue;
      await this.notify.accounts([accountId], {
        kind: 'reReviewAppointed',
        variables: { closesOn: panel.closesOn },
        path: '/judging',
      });
    }
  }
}
