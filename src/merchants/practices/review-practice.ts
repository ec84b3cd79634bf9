import { Injectable } from '@nestjs/common';
import { Clock } from '../../config/clock.js';
import { Database } from '../../database/database.js';
import { Journal } from '../../journal/journal.js';
import { Notify } from '../../notifications/notify.js';
import { practiceLifecycle } from '../../rules/lifecycle/practice-lifecycle.js';
import { requireMove } from '../../rules/lifecycle/require-move.js';
import {
  type ClaimLevels,
  claimsOf,
  missingLevels,
  practiceIn,
} from '../../rules/practices/practice.js';
import { Refusal, overtaken } from '../../rules/refusal.js';
import { actingRole } from '../../web/acting-role.js';
import type { Actor } from '../../web/actor.js';
import { lockPractice, requireVersion } from './lock-practice.js';
import { Practice } from './practice.entity.js';

export interface PracticeReview {
  readonly practiceId: string;
  readonly version: number;
  readonly decision: 'release' | 'return';
  /** How far each claim is proved; needed for a release. */
  readonly levels: ClaimLevels;
  /** Needed for a return. */
  readonly reason: string | null;
}

/**
 * The office releases a practice with its word on each claim, or returns it with a reason, later too. Of
 * words that are missing the first is said here; the page asks for all of them before.
 */
@Injectable()
export class ReviewPractice {
  constructor(
    private readonly database: Database,
    private readonly notify: Notify,
    private readonly journal: Journal,
    private readonly clock: Clock,
  ) {}

  async run(actor: Actor, given: PracticeReview): Promise<void> {
    const actorRole = actingRole(actor, ['CityRegistrar']);
    await this.database.transaction(async () => {
      const row = await lockPractice(this.database, given.practiceId);
      const releases = given.decision === 'release';
      // What is public already can only be taken back.
      const may = releases ? practiceIn.submitted : practiceIn.withdrawable;
      if (!may.has(row.state)) throw overtaken('merchants.practice.decided', 'practice', row.state);
      requireVersion(row, given.version);
      const role = actorRole;
      const reasonMissing = () => new Refusal('merchants.practice.reasonMissing', {}, 'reason');
      const [unweighed] = missingLevels(row, given.levels);
      const { to: state } = releases
        ? requireMove(
            practiceLifecycle,
            row.state,
            'release',
            { role, guards: { everyClaimWeighed: unweighed === undefined } },
            { everyClaimWeighed: () => new Refusal(unweighed!.code, {}, unweighed!.field) },
          )
        : requireMove(
            practiceLifecycle,
            row.state,
            'giveBack',
            { role, guards: { reasonGiven: (given.reason ?? '') !== '' } },
            { reasonGiven: reasonMissing },
          );
      const claims = claimsOf(row).map((claim) => [claim, given.levels[claim]]);
      const levels: ClaimLevels = releases ? Object.fromEntries(claims) : {};
      const reviewedAt = this.clock.now();
      const returnReason = releases ? null : given.reason;
      await this.database.repo(Practice).save(
        Object.assign(row, {
          state,
          levels,
          returnReason,
          reviewedAt,
          reviewedBy: actor.accountId,
        }),
      );
      await this.journal.record({
        actorId: actor.accountId,
        actorRole,
        event: releases ? 'practice.release' : 'practice.return',
        subjectType: 'practice',
        subjectId: row.id,
        details: releases ? { levels } : { reason: given.reason },
        changesPublicPages: true,
      });
      await this.notify.merchant(row.merchantId, {
        kind: releases ? 'practice.released' : 'practice.returned',
        variables: { headline: row.headline },
        path: `/my/practices/${row.id}`,
      });
    });
  }
}
