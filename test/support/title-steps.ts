import { AnnualReturn } from '../../src/merchants/annual-return.entity.js';
import { NoticeDraft } from '../../src/awards/notices/notice-draft.entity.js';
import { PostNotice } from '../../src/awards/notices/post-notice.js';
import { Title } from '../../src/awards/titles/title.entity.js';
import { type ReviewCheck, CheckReviews } from '../../src/awards/titles/reviews/check-reviews.js';
import { OpenReview } from '../../src/awards/titles/reviews/open-review.js';
import { OpenYearlyReviews } from '../../src/awards/titles/reviews/open-yearly-reviews.js';
import { AnnulRevocation } from '../../src/awards/titles/revocations/annul-revocation.js';
import { DecideRevocation } from '../../src/awards/titles/revocations/decide-revocation.js';
import { ProposeRevocation } from '../../src/awards/titles/revocations/propose-revocation.js';
import { WarnTitle } from '../../src/awards/titles/warnings/warn-title.js';
import { FileCure } from '../../src/awards/titles/warnings/file-cure.js';
import { newId } from '../../src/database/new-id.js';
import { LegalBasis } from '../../src/programmes/legal-basis.entity.js';
import { WorkingDayYear } from '../../src/programmes/working-day-year.entity.js';
import type { TitleState } from '../../src/rules/lifecycle/title-lifecycle.js';
import type { RevocationGround, WarningGround } from '../../src/rules/titles/title-grounds.js';
import type { Actor } from '../../src/web/actor.js';
import { appointed } from './award-steps.js';
import { makeMerchant } from './merchant.js';
import { type TestProgramme, loadWorkingDays, makeProgramme } from './programme.js';
import { TestApp } from './test-app.js';
import { makeTitle } from './title.js';

const roles = {
  registrar: 'CityRegistrar',
  verifier: 'Verifier',
  approver: 'Approver',
  publisher: 'Publisher',
} as const;
type People = Readonly<Record<keyof typeof roles | 'holder', Actor>>;

/** Findings without a fault. */
const clean: ReviewCheck = {
  creditAsOf: '2027-03-01',
  creditSource: '信用中国',
  creditHit: null,
  eligibility: 'met',
  complaints: 'none',
  note: null,
};

/** Years of the State Council's notices to come: every Monday to Friday counts. */
async function loadLaterYears(app: TestApp): Promise<void> {
  const none = { holidays: [], makeUpDays: [], source: 'test', changedBy: null };
  const changedAt = app.clock.now();
  const years = [2027, 2028, 2029].map((year) => ({ ...none, year, changedAt }));
  await app.database.repo(WorkingDayYear).save(years);
}

/** One title of 2026 in its first March; its life is lived by calling the use cases. */
export class TitleSteps {
  private constructor(
    readonly app: TestApp,
    readonly programme: TestProgramme,
    readonly merchantId: string,
    readonly id: string,
    readonly people: People,
  ) {}

  static async open(today = '2027-03-01'): Promise<TitleSteps> {
    const app = await TestApp.start();
    app.clock.moveTo(`${today}T02:00:00.000Z`);
    await loadWorkingDays(app);
    await loadLaterYears(app);
    const programme = await makeProgramme(app, 'InForce');
    const renewed = { programmeId: programme.id };
    await app.database.repo(LegalBasis).update(renewed, { validTo: '2030-12-31' });
    const merchantId = await makeMerchant(app);
    const id = await makeTitle(app, { programmeId: programme.id, merchantId });
    const people: Partial<Record<keyof People, Actor>> = {};
    for (const [name, role] of Object.entries(roles)) {
      people[name as keyof typeof roles] = await appointed(app, role);
    }
    people.holder = await appointed(app, 'Agent', { merchantId });
    return new TitleSteps(app, programme, merchantId, id, people as People);
  }

  moveTo(day: string): void {
    this.app.clock.moveTo(`${day}T02:00:00.000Z`);
  }

  async state(): Promise<TitleState> {
    return (await this.title()).state;
  }

  title(): Promise<Title> {
    return this.app.database.repo(Title).findOneByOrFail({ id: this.id });
  }

  async put(state: TitleState): Promise<void> {
    await this.app.database.repo(Title).update(this.id, { state });
  }

  async fileReturn(year = 2026): Promise<void> {
    const whole = { grossWan: 1, refundWan: 0, netWan: 60_000, agencyWan: 0, wholesaleWan: 0 };
    await this.app.database.repo(AnnualReturn).insert({
      ...whole,
      id: newId(),
      merchantId: this.merchantId,
      year,
      farmGoodsNetWan: null,
      orders: 1,
      parcels: 1,
      staff: 1,
      insuredYearEnd: 1,
      insuredAverage: 1,
      shops: [],
      figures: {},
      filedBy: null,
      filedAt: this.app.clock.now(),
      version: 1,
    });
  }

  openYearly(): Promise<number> {
    return this.app.app.get(OpenYearlyReviews).run();
  }

  review(actor = this.people.registrar): Promise<void> {
    const reason = '市场监管部门通报其名称变更。';
    const given = { titleId: this.id, trigger: 'nameChange', reason } as const;
    return this.app.app.get(OpenReview).run(actor, given);
  }

  check(
    over: Partial<ReviewCheck> = {},
    actor = this.people.verifier,
    titleIds = [this.id],
  ): Promise<number> {
    const given = { ...clean, ...over, titleIds };
    return this.app.app.get(CheckReviews).run(actor, given);
  }

  warn(ground: WarningGround = 'returnMissing', actor = this.people.approver): Promise<void> {
    const given = { titleId: this.id, ground, reason: '请尽快补报年度数据。' };
    return this.app.app.get(WarnTitle).run(actor, given);
  }

  /** Reviewed, checked and warned; the term ends sixty working days later. */
  async toWarning(ground: WarningGround = 'returnMissing'): Promise<void> {
    await this.openYearly();
    await this.check(ground === 'V3' ? { creditHit: 'V3' } : {});
    await this.warn(ground);
  }

  cure(actor = this.people.holder): Promise<void> {
    const cure = '已补报2026年度数据，并核对无误。';
    return this.app.app.get(FileCure).run(actor, { titleId: this.id, cure });
  }

  propose(ground: RevocationGround = 'V2', actor = this.people.registrar): Promise<void> {
    const facts = '经查询，该商户已被列入严重违法失信名单。';
    return this.app.app.get(ProposeRevocation).run(actor, { titleId: this.id, ground, facts });
  }

  decide(
    decision: 'revoke' | 'keep' = 'revoke',
    actor = this.people.approver,
  ): Promise<string | null> {
    const reason = '事实清楚，符合规定的撤销情形。';
    return this.app.app.get(DecideRevocation).run(actor, { titleId: this.id, decision, reason });
  }

  async post(noticeId: string, actor = this.people.publisher): Promise<void> {
    const draft = await this.app.database.repo(NoticeDraft).findOneByOrFail({ id: noticeId });
    await this.app.app.get(PostNotice).run(actor, { draftId: noticeId, hash: draft.hash });
  }

  /** Proposed on 1 March, heard until 8 March, decided on the 9th. @returns the draft */
  async toDecision(): Promise<string> {
    await this.propose();
    this.moveTo('2027-03-09');
    return (await this.decide())!;
  }

  async toRevoked(): Promise<void> {
    await this.post(await this.toDecision());
  }

  annul(actor = this.people.approver): Promise<string> {
    const reason = '法院判决撤销原撤销决定，判决已经生效。';
    const paper = { organ: '市中级人民法院', number: '（2027）浙08行终1号' };
    return this.app.app.get(AnnulRevocation).run(actor, { titleId: this.id, ...paper, reason });
  }
}
