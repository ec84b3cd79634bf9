import { Injectable } from '@nestjs/common';
import { Clock } from '../../config/clock.js';
import { Database } from '../../database/database.js';
import { Journal } from '../../journal/journal.js';
import { practiceLifecycle } from '../../rules/lifecycle/practice-lifecycle.js';
import { requireMove } from '../../rules/lifecycle/require-move.js';
import { practiceIn } from '../../rules/practices/practice.js';
import { overtaken } from '../../rules/refusal.js';
import { actingRole } from '../../web/acting-role.js';
import type { Actor } from '../../web/actor.js';
import { lockOwnPractice } from './lock-practice.js';
import { Practice } from './practice.entity.js';

/** Consent is taken back at any time and without a reason: the practice is public no longer. */
@Injectable()
export class WithdrawPractice {
  constructor(
    private readonly database: Database,
    private readonly journal: Journal,
    private readonly clock: Clock,
  ) {}

  async run(actor: Actor, { practiceId }: { readonly practiceId: string }): Promise<void> {
    const actorRole = actingRole(actor, ['Agent', 'LegalRepresentative']);
    await this.database.transaction(async () => {
      const row = await lockOwnPractice(this.database, actor, practiceId);
      if (!practiceIn.withdrawable.has(row.state)) {
        throw overtaken('merchants.practice.notOut', 'practice', row.state);
      }
      const by = { role: actorRole, guards: {} };
      const { to: state } = requireMove(practiceLifecycle, row.state, 'takeBack', by);
      const gone = {
        state,
        levels: {},
        consentHash: null,
        consentedBy: null,
      };
      const changedAt = this.clock.now();
      await this.database.repo(Practice).save(Object.assign(row, gone, { changedAt }));
      await this.journal.record({
        actorId: actor.accountId,
        actorRole,
        event: 'practice.withdraw',
        subjectType: 'practice',
        subjectId: row.id,
        changesPublicPages: true,
      });
    });
  }
}
