import { Inject, Injectable } from '@nestjs/common';
import { CONFIG } from '../../config/config.module.js';
import type { Config } from '../../config/config.js';
import { Sealer } from '../../database/sealed.js';
import type { CategoryRow, ProgrammeRow } from '../../programmes/programme.queries.js';
import { eligibilityConditions } from '../../rules/eligibility/eligibility-conditions.js';
import {
  type EligibilityFacts,
  type EligibilityFinding,
  evaluateEligibility,
  isEligible,
} from '../../rules/eligibility/eligibility-rules.js';
import { DIVISION_CODES } from '../../rules/identifiers/divisions.js';
import type { CategoryRules, RuleSet } from '../../rules/scoring/rule-set.js';
import type { Register } from './register.js';
import { RegisterQueries } from './register.queries.js';
import type { SubmissionWindow } from './submission-window.js';

export interface CategoryEligibility {
  readonly categoryId: string;
  readonly code: string;
  readonly name: CategoryRules['name'];
  readonly findings: readonly EligibilityFinding[];
  readonly eligible: boolean;
}

/** The self-check of a merchant against every category of a programme, from register facts alone. */
@Injectable()
export class CheckEligibility {
  private readonly sealer: Sealer;

  constructor(
    @Inject(CONFIG) config: Config,
    private readonly registers: RegisterQueries,
  ) {
    this.sealer = new Sealer(config.secret);
  }

  async run(
    register: Register,
    programme: ProgrammeRow,
    categories: readonly Pick<CategoryRow, 'id' | 'code'>[],
    rules: RuleSet,
    window: Pick<SubmissionWindow, 'lastDay'>,
  ): Promise<readonly CategoryEligibility[]> {
    const { id } = register.merchant;
    const sealed = await this.registers.birthDateSealed(id);
    const titles = await this.registers.titles(id);
    return categories.flatMap((category) => {
      const rule = rules.categories.find(({ code }) => code === category.code);
      if (!rule) return [];
      const facts: EligibilityFacts = {
        ...factsOf(register, programme.dataYear),
        category: category.code,
        deadline: window.lastDay,
        // The day of birth is opened only for a category that asks for an age.
        birthDate: rule.eligibility.principalAge && sealed ? this.sealer.open(sealed) : null,
        titles,
      };
      const findings = evaluateEligibility(
        eligibilityConditions(rule.eligibility, DIVISION_CODES),
        facts,
      );
      const { code, name } = rule;
      return [{ categoryId: category.id, code, name, findings, eligible: isEligible(findings) }];
    });
  }
}

type RegisterFacts = Omit<EligibilityFacts, 'category' | 'deadline' | 'birthDate' | 'titles'>;

function factsOf({ merchant, shops, returns }: Register, year: number): RegisterFacts {
  const current = returns.find((one) => one.year === year);
  const open = shops.filter(({ status }) => status !== 'closed');
  return {
    year,
    // Agency sales for other owners do not count (rule C16).
    netSales: current ? current.netWan - current.agencyWan : null,
    operatingSince: shops.map(({ openedOn }) => openedOn).toSorted()[0] ?? null,
    principalShare: merchant.principalSharePct,
    isRegisteredProprietor: proprietorTypes.includes(merchant.merchantType),
    farmGoodsShare: merchant.farmGoodsSharePct,
    localOriginShare: merchant.localOriginPct,
    registeredDivision: merchant.divisionCode,
    workingDivision: merchant.divisionCode,
    shops: open.map(({ id, openedOn }) => ({
      openedOn,
      closedOn: null,
      orders: current?.shops.find(({ shopId }) => shopId === id)?.orders ?? 0,
    })),
  };
}

/** Types whose head is the registered proprietor, so that no share is asked for. */
const proprietorTypes: readonly string[] = ['soleBusiness', 'familyFarm', 'exemptPerson'];
