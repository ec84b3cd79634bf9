import { Injectable } from '@nestjs/common';
import type { RulesTrial } from '../rules/ranking/try-rules.js';
import type { CategoryCode, RuleSet } from '../rules/scoring/rule-set.js';

/** What rules would have made of the last finished programme that had the category. */
export interface LastYearTrial {
  readonly programme: string;
  readonly category: CategoryCode;
  readonly trial: RulesTrial;
  readonly names: ReadonlyMap<string, string>;
}

type Answer = (
  programmeId: string,
  category: CategoryCode,
  rules: RuleSet,
) => Promise<LastYearTrial | null>;

/** Scores lie in a room above this one, which answers for them. */
@Injectable()
export class LastYear {
  private answer: Answer = () => Promise.resolve(null);

  answerBy(answer: Answer): void {
    this.answer = answer;
  }

  /** Of each of the categories that has been finished before. */
  async try(
    programmeId: string,
    categories: readonly CategoryCode[],
    rules: RuleSet,
  ): Promise<readonly LastYearTrial[]> {
    const found: LastYearTrial[] = [];
    for (const category of categories) {
      const trial = await this.answer(programmeId, category, rules);
      if (trial) found.push(trial);
    }
    return found;
  }
}
