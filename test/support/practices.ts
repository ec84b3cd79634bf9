import { AddPracticePicture } from '../../src/merchants/practices/add-practice-picture.js';
import { Practice } from '../../src/merchants/practices/practice.entity.js';
import {
  type PracticeReview,
  ReviewPractice,
} from '../../src/merchants/practices/review-practice.js';
import { type PracticeToSave, SavePractice } from '../../src/merchants/practices/save-practice.js';
import { SubmitPractice } from '../../src/merchants/practices/submit-practice.js';
import { WithdrawPractice } from '../../src/merchants/practices/withdraw-practice.js';
import type { Actor } from '../../src/web/actor.js';
import { acting } from './acting.js';
import { makeMerchant } from './merchant.js';
import { smallPng } from './small-files.js';
import { TitleSteps } from './title-steps.js';
import { uploadedFile } from './uploaded-file.js';

/** A practice in the fixed shape, with figures. */
export const practiceFacts = {
  subject: 'delivery',
  headline: '当天采摘当天发货',
  doing: '与合作社约定清晨采摘，中午前打包，下午统一交快递，次日送达。',
  copying: '先从一个品种做起，按订单约定采摘时间，再逐步增加品种。',
  helped: '带动周边农户按订单采摘，损耗明显下降，农户收入增加。',
  figureLabel: '损耗率',
  figureUnit: '%',
  figures: '2024 8.5\n2025 3',
} as const;

export const allLevels = {
  doing: 'documented',
  copying: 'stated',
  helped: 'stated',
  figures: 'verified',
} as const;

/** Practices of the holder of a title, by calling the use cases. */
export class PracticeSteps {
  private constructor(
    readonly title: TitleSteps,
    /** Acts for a merchant without a title. */
    readonly stranger: Actor,
  ) {}

  static async open(): Promise<PracticeSteps> {
    const title = await TitleSteps.open();
    return new PracticeSteps(title, acting('Agent', { merchantId: await makeMerchant(title.app) }));
  }

  get app() {
    return this.title.app;
  }

  get holder() {
    return this.title.people.holder;
  }

  use<T>(token: new (...given: never[]) => T): T {
    return this.app.app.get(token);
  }

  async save(over: Partial<PracticeToSave> = {}, actor = this.holder): Promise<string> {
    const given = { practiceId: null, version: 0, ...practiceFacts, ...over };
    return (await this.use(SavePractice).run(actor, given)).practiceId;
  }

  async picture(practiceId: string, actor = this.holder): Promise<void> {
    const picture = uploadedFile('picture', '打包.png', smallPng);
    await this.use(AddPracticePicture).run(actor, { practiceId, caption: '打包台', picture });
  }

  async submit(
    practiceId: string,
    over: { version?: number; consent?: boolean } = {},
    actor = this.holder,
  ) {
    const version = await this.versionOf(practiceId);
    const given = { practiceId, version, consent: true, shown: '同意公开', ...over };
    await this.use(SubmitPractice).run(actor, given);
  }

  async review(
    practiceId: string,
    over: Partial<PracticeReview> = {},
    actor = this.title.people.registrar,
  ): Promise<void> {
    const version = await this.versionOf(practiceId);
    const given = {
      practiceId,
      version,
      decision: 'release',
      levels: allLevels,
      reason: null,
    } as const;
    await this.use(ReviewPractice).run(actor, { ...given, ...over });
  }

  withdraw(practiceId: string, actor = this.holder): Promise<void> {
    return this.use(WithdrawPractice).run(actor, { practiceId });
  }

  async submitted(): Promise<string> {
    const id = await this.save();
    await this.submit(id);
    return id;
  }

  async released(): Promise<string> {
    const id = await this.submitted();
    await this.review(id);
    return id;
  }

  async row(id: string): Promise<Practice> {
    return this.app.database.repo(Practice).findOneByOrFail({ id });
  }

  private async versionOf(id: string): Promise<number> {
    return (await this.app.database.repo(Practice).findOneBy({ id }))?.version ?? 1;
  }
}
