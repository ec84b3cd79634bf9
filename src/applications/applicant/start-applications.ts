import { Injectable } from '@nestjs/common';
import { Clock } from '../../config/clock.js';
import { Database } from '../../database/database.js';
import { newId } from '../../database/new-id.js';
import { isUniqueViolation } from '../../database/unique-violation.js';
import { Journal } from '../../journal/journal.js';
import { Programme } from '../../programmes/programme.entity.js';
import { ProgrammeQueries } from '../../programmes/programme.queries.js';
import { applicationLifecycle } from '../../rules/lifecycle/application-lifecycle.js';
import { START, transition } from '../../rules/lifecycle/lifecycle.js';
import { Refusal, missing } from '../../rules/refusal.js';
import { lockMerchant } from '../../merchants/lock-merchant.js';
import { type Actor, merchantOf } from '../../web/actor.js';
import { Application } from '../application.entity.js';
import type { CategoryEligibility } from './check-eligibility.js';
import { EligibilityOverview } from './eligibility-overview.js';
import { merchantRole } from './merchant-role.js';

/** Opens a draft in each chosen category, with the self-check that allowed it (A01). */
@Injectable()
export class StartApplications {
  constructor(
    private readonly overview: EligibilityOverview,
    private readonly programmes: ProgrammeQueries,
    private readonly database: Database,
    private readonly journal: Journal,
    private readonly clock: Clock,
  ) {}

  /** @throws Refusal when nothing is open, nothing is chosen or a condition is not met */
  async run(
    actor: Actor,
    given: { readonly categoryIds: readonly string[] },
  ): Promise<{ applicationIds: string[] }> {
    const merchantId = merchantOf(actor);
    if (!merchantId) throw missing();
    return this.database.transaction(async () => {
      await lockMerchant(this.database, merchantId);
      const programmeId = await this.programmeOf(given.categoryIds);
      if (programmeId) await this.database.share(Programme, programmeId);
      const overview = programmeId ? await this.overview.of(merchantId, programmeId) : null;
      if (!overview) throw new Refusal('applications.new.noProgramme', {}, 'categoryIds');
      const { programme, window, register } = overview;
      const chosen = overview.categories.filter(({ categoryId }) =>
        given.categoryIds.includes(categoryId),
      );
      if (chosen.length === 0) throw new Refusal('applications.new.choose', {}, 'categoryIds');
      const role = merchantRole(actor);
      for (const category of chosen) {
        const unmet = category.findings.filter(({ met }) => !met).length;
        if (unmet > 0) {
          const variables = { category: category.code, count: unmet };
          throw new Refusal('applications.new.ineligible', variables, 'categoryIds');
        }
        const result = transition(applicationLifecycle, START, 'saveDraft', {
          role,
          guards: {
            programmeOpen: window.open,
            eligibilityCheckStored: category.findings.length > 0,
          },
        });
        if (!result.ok) throw new Refusal(result.code, result.variables, 'categoryIds');
      }
      const rows = chosen.map((category) =>
        this.draft(actor, merchantId, programme.id, register.merchant.divisionCode, category),
      );
      try {
        await this.database.transaction(async () => {
          await this.database.repo(Application).insert(rows);
          for (const [i, row] of rows.entries()) {
            await this.journal.record({
              actorId: actor.accountId,
              actorRole: role,
              event: 'application.saveDraft',
              subjectType: 'application',
              subjectId: row.id,
              programmeId: programme.id,
              details: {
                rule: 'A01',
                to: 'Draft',
                category: chosen[i]!.code,
                eligible: chosen[i]!.eligible,
              },
            });
          }
        });
      } catch (error) {
        if (isUniqueViolation(error, onePerCategory)) {
          throw new Refusal('applications.new.already', {}, 'categoryIds');
        }
        throw error;
      }
      return { applicationIds: rows.map(({ id }) => id) };
    });
  }

  /** Of the categories. Where none is named, whatever runs can say that one has to be chosen. */
  private async programmeOf(categoryIds: readonly string[]): Promise<string | undefined> {
    const named = await this.database.row<{ programmeId: string }>(
      'SELECT programme_id FROM category WHERE id = ?',
      [categoryIds[0] ?? ''],
    );
    return named?.programmeId ?? (await this.programmes.running())[0]?.id;
  }

  private draft(
    actor: Actor,
    merchantId: string,
    programmeId: string,
    divisionCode: string,
    category: CategoryEligibility,
  ) {
    const now = this.clock.now();
    return {
      id: newId(),
      programmeId,
      categoryId: category.categoryId,
      merchantId,
      divisionCode,
      state: 'Draft' as const,
      stateSince: now,
      receiptNumber: null,
      judgingNumber: null,
      snapshot: null,
      answers: { texts: {}, rows: {}, penaltySelfReport: null },
      eligibility: category.findings,
      eligibilityAt: now,
      submittedAt: null,
      correctionCount: 0,
      createdBy: actor.accountId,
      createdAt: now,
      version: 1,
    };
  }
}

const onePerCategory = {
  table: 'application',
  columns: ['merchant_id', 'category_id'],
  name: 'application_merchant_category_unique',
};
