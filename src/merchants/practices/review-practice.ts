import { Injectable } from '@nestjs/common';
import { Clock } from '../../config/clock.js';
import { Database } from '../../database/database.js';
import { Journal } from '../../journal/journal.js';
import { Notify } from '../../notifications/notify.js';
import {
  type ClaimLevels,
  PRACTICE_CLAIMS,
  type PracticeClaim,
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

/** The office releases a practice with its word on each claim, or returns it with a reason, later too. */
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
      const levels = releases ? levelsOf(row, given.levels) : {};
      if (!releases && !given.reason) {
        throw new Refusal('merchants.practice.reasonMissing', {}, 'reason');
      }
      const reviewedAt = this.clock.now();
      const state = releases ? 'Released' : 'Returned';
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

/** A level for every claim that is made; without figures there is none for them. */
function levelsOf(row: Practice, given: ClaimLevels): ClaimLevels {
  const claims = PRACTICE_CLAIMS.filter((one) => one !== 'figures' || row.figures.length > 0);
  const missing = claims.find((claim) => !given[claim]);
  if (missing) throw new Refusal('merchants.practice.levelMissing', {}, missing);
  return Object.fromEntries(claims.map((claim: PracticeClaim) => [claim, given[claim]]));
}
