import { Injectable } from '@nestjs/common';
import { Clock } from '../../config/clock.js';
import { Database } from '../../database/database.js';
import { newId } from '../../database/new-id.js';
import { Journal } from '../../journal/journal.js';
import { beijingDate, yearOf } from '../../rules/calendar/beijing-time.js';
import { START } from '../../rules/lifecycle/lifecycle.js';
import { practiceLifecycle } from '../../rules/lifecycle/practice-lifecycle.js';
import { requireMove } from '../../rules/lifecycle/require-move.js';
import {
  type PracticeSubject,
  type PracticeTexts,
  practiceIn,
  practiceProblems,
  readFigures,
} from '../../rules/practices/practice.js';
import { Refusal, missing, overtaken } from '../../rules/refusal.js';
import { actingRole } from '../../web/acting-role.js';
import { type Actor, merchantOf } from '../../web/actor.js';
import { lockMerchant } from '../lock-merchant.js';
import { refuseFirst } from '../refuse-first.js';
import { requireVersion } from './lock-practice.js';
import { Practice } from './practice.entity.js';
import { PracticeQueries } from './practice.queries.js';

export interface PracticeToSave extends PracticeTexts {
  /** Null for a new one. */
  readonly practiceId: string | null;
  readonly version: number;
  readonly subject: PracticeSubject;
}

/** The holder of a title writes, or corrects, what others may copy; nothing of it is public by that. */
@Injectable()
export class SavePractice {
  constructor(
    private readonly database: Database,
    private readonly practices: PracticeQueries,
    private readonly journal: Journal,
    private readonly clock: Clock,
  ) {}

  async run(actor: Actor, given: PracticeToSave): Promise<{ practiceId: string }> {
    const actorRole = actingRole(actor, ['Agent', 'LegalRepresentative']);
    const merchantId = merchantOf(actor);
    if (!merchantId) throw missing();
    const now = this.clock.now();
    const { practiceId, version, subject, figures, ...texts } = given;
    const read = readFigures(figures ?? '');
    const rows = read.ok ? [...read.rows] : [];
    return this.database.transaction(async () => {
      await lockMerchant(this.database, merchantId);
      const repo = this.database.repo(Practice);
      const known = practiceId
        ? await repo.findOneBy({ id: practiceId, merchantId })
        : newPractice();
      if (!known) throw missing();
      if (practiceId) {
        requireVersion(known, version);
        if (!practiceIn.editable.has(known.state)) {
          throw overtaken('merchants.practice.fixed', 'practice', known.state);
        }
      }
      const titleHeld = await this.practices.holdsTitle(merchantId);
      const by = { role: actorRole, guards: { titleHeld } };
      const words = { titleHeld: () => new Refusal('merchants.practice.noTitle') };
      const { to: state } = practiceId
        ? requireMove(practiceLifecycle, known.state, 'revise', by, words)
        : requireMove(practiceLifecycle, START, 'write', by, words);
      const taken = await this.practices.takenSubjects(merchantId, practiceId);
      refuseFirst(practiceProblems(given, yearOf(beijingDate(now)), taken));
      const saved = await repo.save(
        Object.assign(known, texts, {
          merchantId,
          subject,
          figures: rows,
          state,
          levels: {},
          changedAt: now,
        }),
      );
      await this.journal.record({
        actorId: actor.accountId,
        actorRole,
        event: 'practice.save',
        subjectType: 'practice',
        subjectId: saved.id,
        details: { subject },
      });
      return { practiceId: saved.id };
    });
  }
}

function newPractice(): Practice {
  return Object.assign(new Practice(), {
    id: newId(),
    pictures: [],
    consentHash: null,
    consentedBy: null,
    submittedAt: null,
    reviewedBy: null,
    reviewedAt: null,
    returnReason: null,
  });
}
