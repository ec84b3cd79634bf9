import { PRESET_NOW } from '../../seeds/reference/rule-sets/preset-now.js';
import { Objection } from '../../src/awards/objections/objection.entity.js';
import type { RuleSet } from '../../src/rules/scoring/rule-set.js';
import { AwardSteps, appointed } from './award-steps.js';
import { ObjectionSteps } from './objection-steps.js';
import { ReReviewSteps } from './re-review-steps.js';

/** Two places, and a pass mark that the second merchant reaches with what the panel gave, and not without. */
const rules: RuleSet = {
  ...PRESET_NOW,
  categories: PRESET_NOW.categories
    .filter(({ code }) => code === 'G')
    .map((category) => ({ ...category, quota: 2, passMark: 4200 })),
};

/** What the office finds itself after publication. */
export const found = { channel: 'office', evidence: null } as const;

/** Objections against the second merchant of a published list, each step by calling its use case. */
export class LateObjections {
  private constructor(
    readonly award: AwardSteps,
    readonly objections: ObjectionSteps,
    readonly publicity: string,
  ) {}

  /** A list of two, published on 9 June and not conferred. */
  static async open(): Promise<LateObjections> {
    const award = await AwardSteps.open(undefined, rules);
    const publicity = await award.toPublicity();
    await award.toApproval();
    const objections = new ObjectionSteps(award, await award.publish());
    await appointed(award.app, 'Agent', { merchantId: award.entries[1]!.merchantId });
    return new LateObjections(award, objections, publicity);
  }

  get against(): string {
    return this.award.entries[1]!.applicationId;
  }

  get reReview(): ReReviewSteps {
    return new ReReviewSteps(this.objections);
  }

  async entered(over: Parameters<ObjectionSteps['enter']>[0] = found): Promise<string> {
    const { receiptNumber } = await this.objections.enter(over);
    const known = this.award.app.database.repo(Objection);
    return (await known.findOneByOrFail({ receiptNumber })).id;
  }

  /** Accepted, and the merchant has answered. */
  async heard(): Promise<string> {
    const id = await this.entered();
    await this.objections.admit(id);
    await this.objections.answer(id)();
    return id;
  }

  /** Partly upheld, with three experts who are asked for one indicator. */
  async appointed(): Promise<string> {
    const id = await this.heard();
    const reReviewers = await this.objections.experts(3);
    await this.objections.decide(id, { finding: 'upholdPartly', reReviewers });
    await this.reReview.appoint(id);
    return id;
  }

  /** Signed by all three, and not yet recorded. */
  async signed(points: number): Promise<string> {
    const id = await this.appointed();
    await this.reReview.points(id, 'G11', [points, points, points]);
    return id;
  }

  async reviewed(points: number): Promise<string> {
    const id = await this.signed(points);
    await this.objections.reReview(id);
    return id;
  }
}
