import { Injectable } from '@nestjs/common';
import { Database } from '../../../database/database.js';
import { newId } from '../../../database/new-id.js';
import { Journal } from '../../../journal/journal.js';
import { Programme } from '../../../programmes/programme.entity.js';
import { Refusal, conflict } from '../../../rules/refusal.js';
import type { Language } from '../../../text/catalogue.js';
import type { Actor } from '../../../web/actor.js';
import { type Report, partOf, unreported } from '../../../web/imports/import-progress.js';
import type { ImportOrder } from '../../../web/imports/import-steps.js';
import { Application } from '../../application.entity.js';
import { SaveVerdicts } from '../verification/save-verdicts.js';
import { PlanVerdictImport, type VerdictPlan } from './plan-verdict-import.js';

/**
 * Gives the verdicts of a table, all of them or none. Each application goes through the very act that a page
 * of verdicts goes through, with its guards, its entry in the journal and the second reading that follows.
 */
@Injectable()
export class ImportVerdicts {
  constructor(
    private readonly database: Database,
    private readonly planImport: PlanVerdictImport,
    private readonly saveVerdicts: SaveVerdicts,
    private readonly journal: Journal,
  ) {}

  /** @throws Refusal of kind conflict when the consequences are no longer those that were shown */
  async run(
    actor: Actor,
    { content, digest, confirmed, lang }: ImportOrder & { readonly lang: Language },
    report: Report = unreported,
  ): Promise<VerdictPlan> {
    return this.database.transaction(async () => {
      const plan = await this.planImport.run(actor, content, lang, partOf(report, 0, 0.5));
      if (plan.errors.length) {
        throw new Refusal('merchants.import.hasErrors', { count: plan.errors.length }, 'file');
      }
      if (digest !== null && digest !== plan.digest) throw conflict('merchants.import.changed');
      const asked = plan.warnings.length;
      if (asked && !confirmed) {
        throw new Refusal('merchants.import.unconfirmed', { count: asked }, 'confirmed');
      }
      if (plan.files.length === 0) return plan;
      const ids = (of: 'programmeId' | 'applicationId') => [
        ...new Set(plan.files.map((file) => file[of])),
      ];
      await this.database.lockAll(Programme, ids('programmeId'));
      await this.database.lockAll(Application, ids('applicationId'));
      for (const [at, { applicationId, verdicts }] of plan.files.entries()) {
        await this.saveVerdicts.saveHeld(actor, { applicationId, verdicts });
        await report(0.5 + (0.5 * at) / plan.files.length);
      }
      await this.journal.record({
        actorId: actor.accountId,
        actorRole: 'Verifier',
        event: 'application.importVerdicts',
        subjectType: 'import',
        subjectId: newId(),
        details: { ...plan.counts, applications: plan.files.length, file: plan.hash },
      });
      return plan;
    });
  }
}
