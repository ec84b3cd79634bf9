import { Injectable } from '@nestjs/common';
import type { PastTotals } from '../rules/planning/expected-flags.js';
import type { CategoryCode } from '../rules/scoring/rule-set.js';

/** First scores of the newest earlier programme that judged the category. */
export interface PastRoundTotals extends PastTotals {
  readonly programme: string;
}

type Answer = (category: CategoryCode, beforeYear: number) => Promise<PastRoundTotals | null>;

/** Scores lie in a room above this one, which answers for them. */
@Injectable()
export class PastSpread {
  private answer: Answer = () => Promise.resolve(null);

  answerBy(answer: Answer): void {
    this.answer = answer;
  }

  of(category: CategoryCode, beforeYear: number): Promise<PastRoundTotals | null> {
    return this.answer(category, beforeYear);
  }
}
