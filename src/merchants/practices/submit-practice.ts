import { Injectable } from '@nestjs/common';
import { Clock } from '../../config/clock.js';
import { Database } from '../../database/database.js';
import { Journal } from '../../journal/journal.js';
import { Notify } from '../../notifications/notify.js';
import { practiceLifecycle } from '../../rules/lifecycle/practice-lifecycle.js';
import { requireMove } from '../../rules/lifecycle/require-move.js';
import { practiceIn } from '../../rules/practices/practice.js';
import { sha256Hex } from '../../rules/provenance/sha256-hex.js';
import { Refusal, overtaken } from '../../rules/refusal.js';
import { actingRole } from '../../web/acting-role.js';
import type { Actor } from '../../web/actor.js';
import { lockOwnPractice, requireVersion } from './lock-practice.js';
import { Practice } from './practice.entity.js';

export interface PracticeSubmission {
  readonly practiceId: string;
  readonly version: number;
  readonly consent: boolean;
  /** The consent as it was shown. */
  readonly shown: string;
}

/** With the merchant's consent to what will be public, a practice goes to the office. */
@Injectable()
export class SubmitPractice {
  constructor(
    private readonly database: Database,
    private readonly notify: Notify,
    private readonly journal: Journal,
    private readonly clock: Clock,
  ) {}

  async run(actor: Actor, given: PracticeSubmission): Promise<void> {
    const actorRole = actingRole(actor, ['Agent', 'LegalRepresentative']);
    await this.database.transaction(async () => {
      const row = await lockOwnPractice(this.database, actor, given.practiceId);
      if (!practiceIn.editable.has(row.state)) {
        throw overtaken('merchants.practice.fixed', 'practice', row.state);
      }
      requireVersion(row, given.version);
      const { to: state } = requireMove(
        practiceLifecycle,
        row.state,
        'offer',
        { role: actorRole, guards: { publicationConsented: given.consent } },
        {
          publicationConsented: () =>
            new Refusal('merchants.practice.consentMissing', {}, 'consent'),
        },
      );
      const submittedAt = this.clock.now();
      const consentHash = sha256Hex(given.shown);
      const consent = { consentHash, consentedBy: actor.accountId };
      const reset = { returnReason: null, levels: {}, state };
      await this.database
        .repo(Practice)
        .save(Object.assign(row, { ...consent, ...reset, submittedAt }));
      await this.journal.record({
        actorId: actor.accountId,
        actorRole,
        event: 'practice.submit',
        subjectType: 'practice',
        subjectId: row.id,
        details: { consent: consentHash },
      });
      await this.notify.role('CityRegistrar', {
        kind: 'practice.submitted',
        variables: { headline: row.headline },
        path: `/office/practices/${row.id}`,
      });
    });
  }
}
