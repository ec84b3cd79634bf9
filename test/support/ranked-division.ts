import { HandOverRanking } from '../../src/applications/office/division/ranking/hand-over-ranking.js';
import type { SeenRanking } from '../../src/applications/office/division/ranking/change-ranking.js';
import { ReturnRanking } from '../../src/applications/office/division/ranking/return-ranking.js';
import { SaveRanking } from '../../src/applications/office/division/ranking/save-ranking.js';
import { SignRanking } from '../../src/applications/office/division/ranking/sign-ranking.js';
import type { RuleSet } from '../../src/rules/scoring/rule-set.js';
import { acting } from './acting.js';
import { makeOpinion, seal, twoPlaces } from './office-review.js';
import { divisionPerson, merchantPerson } from './people.js';
import { type TestProgramme, loadWorkingDays, makeProgramme } from './programme.js';
import { makeSubmitted } from './submitted-application.js';
import type { TestApp } from './test-app.js';

export const reviewer = acting('DivisionReviewer', { divisionCode: '330802' });
export const approver = acting('DivisionApprover', { divisionCode: '330802' });

/** Two applications with an opinion each in one division, and all that can be done with their order. */
export class RankedDivision {
  private constructor(
    private readonly app: TestApp,
    readonly programme: TestProgramme,
    readonly ids: readonly string[],
  ) {}

  static async make(app: TestApp, rules: RuleSet = twoPlaces): Promise<RankedDivision> {
    await loadWorkingDays(app);
    const programme = await makeProgramme(app, 'DivisionReview', rules);
    await divisionPerson(app, 'DivisionReviewer', '330802');
    await divisionPerson(app, 'DivisionApprover', '330802');
    const ids: string[] = [];
    for (const rank of [1, 2]) {
      const { id, merchantId } = await makeSubmitted(app, programme, {
        state: 'InDivisionReview',
      });
      ids.push(id);
      await makeOpinion(app, { applicationId: id, categoryId: programme.categoryIds.G!, rank });
      await merchantPerson(app, merchantId);
    }
    return new RankedDivision(app, programme, ids);
  }

  save(version = 0, over: Partial<SeenRanking> = {}, actor = reviewer) {
    return this.app.app.get(SaveRanking).run(actor, this.seen(version, over));
  }

  handOver(version = 0, over: Partial<SeenRanking> = {}) {
    return this.app.app.get(HandOverRanking).run(reviewer, this.seen(version, over));
  }

  sendBack(version = 1, over: Partial<SeenRanking> = {}, actor = approver) {
    const seen = this.seen(version, over);
    return this.app.app.get(ReturnRanking).run(actor, seen, '请把带动就业多的排在前面。');
  }

  sign(version = 1, over: Partial<SeenRanking> = {}, scan: typeof seal | null = seal) {
    return this.app.app.get(SignRanking).run(approver, this.seen(version, over), scan);
  }

  private seen(version: number, over: Partial<SeenRanking>): SeenRanking {
    return { categoryId: this.programme.categoryIds.G!, order: this.ids, version, ...over };
  }
}
