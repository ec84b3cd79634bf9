import { Injectable } from '@nestjs/common';
import { Clock } from '../../config/clock.js';
import { type ProgrammeRow, ProgrammeQueries } from '../../programmes/programme.queries.js';
import type { RuleSet } from '../../rules/scoring/rule-set.js';
import { ApplicantQueries } from './applicant.queries.js';
import { type CategoryEligibility, CheckEligibility } from './check-eligibility.js';
import type { Register } from './register.js';
import { RegisterQueries } from './register.queries.js';
import { type SubmissionWindow, submissionWindow } from './submission-window.js';

export interface Overview {
  readonly programme: ProgrammeRow;
  readonly window: SubmissionWindow;
  readonly register: Register;
  readonly rules: RuleSet;
  readonly categories: readonly CategoryEligibility[];
  /** Category ids in which the merchant has an application already. */
  readonly taken: readonly string[];
  /** Merchants it says it is tied to: at entry a notice, the ranking decides. */
  readonly related: readonly string[];
}

/** A running edition as one merchant meets it: each category with its self-check. */
@Injectable()
export class EligibilityOverview {
  constructor(
    private readonly programmes: ProgrammeQueries,
    private readonly queries: ApplicantQueries,
    private readonly registers: RegisterQueries,
    private readonly check: CheckEligibility,
    private readonly clock: Clock,
  ) {}

  /** Every edition that runs, those that can be applied to first; one may begin before the last has ended. */
  async all(merchantId: string): Promise<readonly Overview[]> {
    const found: Overview[] = [];
    for (const programme of await this.programmes.running()) {
      const overview = await this.see(merchantId, programme);
      if (overview) found.push(overview);
    }
    return found.toSorted((a, b) => Number(b.window.open) - Number(a.window.open));
  }

  /** Null where it does not run. */
  async of(merchantId: string, programmeId: string): Promise<Overview | null> {
    const running = await this.programmes.running();
    const programme = running.find(({ id }) => id === programmeId);
    return programme ? this.see(merchantId, programme) : null;
  }

  private async see(merchantId: string, programme: ProgrammeRow): Promise<Overview | null> {
    if (!programme.ruleVersionId) return null;
    const register = await this.registers.of(merchantId);
    const extensions = await this.queries.extensions(programme.id);
    const covers = { divisionCode: register.merchant.divisionCode, applicationId: null };
    const window = submissionWindow(programme, extensions, covers, this.clock.now());
    if (!window) return null;
    const { rules } = await this.programmes.rules(programme.id);
    const rows = await this.programmes.categories(programme.id);
    const own = await this.queries.ofMerchant(merchantId);
    return {
      programme,
      window,
      register,
      rules,
      categories: await this.check.run(register, programme, rows, rules, window),
      taken: own.map(({ categoryId }) => categoryId),
      related: await this.registers.statedNames(merchantId),
    };
  }
}
