import { Injectable } from '@nestjs/common';
import { Clock } from '../../../config/clock.js';
import { Database } from '../../../database/database.js';
import { newId } from '../../../database/new-id.js';
import { Notify } from '../../../notifications/notify.js';
import { ProgrammeQueries } from '../../../programmes/programme.queries.js';
import { Refusal, overtaken } from '../../../rules/refusal.js';
import { reducedFigures } from '../../../rules/scoring/reduced-figures.js';
import type { Actor } from '../../../web/actor.js';
import { Figure } from '../../figure.entity.js';
import { figuresOf } from '../../figures-of.js';
import { MoveApplication } from '../../move-application.js';
import { DutySeparation } from '../duty-separation.js';
import { type ApplicationFile, ApplicationFileQueries } from '../file/application-file.queries.js';
import { categoryRules } from '../file/category-rules.js';
import { assertPhase } from '../review-phase.js';
import { checklistKeys } from './checklist.js';
import { openFigures } from './open-figures.js';
import { applicationIn } from '../../../rules/lifecycle/application-groups.js';
import { lockWithProgramme } from '../../lock-with-programme.js';

/** A12: the verification ends; what it alone can know (indicator G19) is set now. */
@Injectable()
export class CompleteVerification {
  constructor(
    private readonly database: Database,
    private readonly programmes: ProgrammeQueries,
    private readonly files: ApplicationFileQueries,
    private readonly separation: DutySeparation,
    private readonly moveApplication: MoveApplication,
    private readonly notify: Notify,
    private readonly clock: Clock,
  ) {}

  async run(actor: Actor, applicationId: string): Promise<void> {
    return this.database.transaction(async () => {
      await lockWithProgramme(this.database, applicationId);
      const file = await this.files.file(applicationId, null);
      assertPhase('verification', file.head.programmeState);
      if (!applicationIn.inVerification.has(file.head.state))
        throw overtaken('review.verification.closed', 'application', file.head.state);
      await this.separation.assert(actor, 'Verifier', file.head);
      const { rules } = await this.programmes.rules(file.head.programmeId);
      const open = openFigures(file, rules);
      if (open.length > 0) throw new Refusal('review.verification.open', { count: open.length });
      if (file.figures.some((one) => one.verdict !== null && one.secondReaderId === null)) {
        throw new Refusal('review.verification.unread');
      }
      const { system } = checklistKeys(categoryRules(rules, file.head.categoryCode));
      const observed = observedItems(file);
      const now = this.clock.now();
      const figures = this.database.repo(Figure);
      // A rubric without observed items has none to write.
      if (system.length) {
        await figures.delete(system.map((key) => ({ applicationId, key })));
        await figures.insert(
          system.map((key) => ({
            id: newId(),
            applicationId,
            key,
            claimed: null,
            verified: observed[key.split('.').at(-1) as keyof typeof observed] ? '1' : '0',
            verdict: 'Accepted' as const,
            reason: null,
            verifierId: null,
            verifiedAt: now,
            secondReaderId: null,
            secondReadAt: null,
            version: 1,
          })),
        );
      }
      await this.moveApplication.run({
        applicationId,
        event: 'verify',
        actorId: actor.accountId,
        role: 'Verifier',
        guards: { everyFigureHasVerdict: open.length === 0 },
        details: { ...observed },
      });
      await this.notify.merchant(file.head.merchantId, {
        kind: 'applicationVerified',
        path: `/my/applications/${applicationId}`,
      });
    });
  }
}

/** Complete on first filing; no figure reduced by more than 5 % (rubrics G19). */
export function observedItems(file: ApplicationFile) {
  const shops = file.snapshot.shops ?? [];
  const claimed = figuresOf(file.figures, shops, 'claimed');
  const verified = figuresOf(file.figures, shops, 'verified');
  return {
    completeFirst: file.head.correctionCount === 0,
    notReduced: reducedFigures(claimed, verified).length === 0,
  };
}
