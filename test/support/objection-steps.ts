import { AcceptObjection } from '../../src/awards/objections/accept-objection.js';
import { AnswerObjection } from '../../src/awards/objections/answer-objection.js';
import { DecideObjection } from '../../src/awards/objections/decide-objection.js';
import { ExtendObjection } from '../../src/awards/objections/extend-objection.js';
import {
  EnterObjection,
  type EnteredObjection,
} from '../../src/awards/objections/enter-objection.js';
import { FileObjection, type NewObjection } from '../../src/awards/objections/file-objection.js';
import { Objection } from '../../src/awards/objections/objection.entity.js';
import { RecordReReview } from '../../src/awards/objections/record-re-review.js';
import { beijingDate } from '../../src/rules/calendar/beijing-time.js';
import { newId } from '../../src/database/new-id.js';
import { Expert } from '../../src/judging/experts/expert.entity.js';
import { acting } from './acting.js';
import { type AwardSteps, appointed } from './award-steps.js';

type Given<UseCase extends { run: (...given: never[]) => unknown }> = Partial<
  Parameters<UseCase['run']>[1]
>;

/** The steps of objections against the list of an award, each by calling its use case. */
export class ObjectionSteps {
  constructor(
    readonly award: AwardSteps,
    readonly noticeId: string,
  ) {}

  /** Against the second merchant of the list, by a person with a name; @returns its id */
  async object(over: Partial<NewObjection> = {}): Promise<string> {
    const { receiptNumber } = await this.award.app.app.get(FileObjection).run(null, {
      noticeId: this.noticeId,
      applicationId: this.award.entries[1]!.applicationId,
      identityKind: 'person',
      name: '异议人甲',
      telephone: '0570-1111111',
      substance: '申报的销售数据与平台公开数据明显不一致。',
      evidence: null,
      ...over,
    });
    return (await this.objections.findOneByOrFail({ receiptNumber })).id;
  }

  /** By the office, for somebody who called; @returns what the objector is told */
  enter(over: Partial<EnteredObjection> = {}, actor = this.award.people.registrar) {
    return this.award.app.app.get(EnterObjection).run(actor, {
      noticeId: this.noticeId,
      applicationId: this.award.entries[1]!.applicationId,
      identityKind: 'person',
      name: '异议人乙',
      telephone: '0570-2222222',
      substance: '来电反映申报的网店并非该单位经营。',
      evidence: null,
      channel: 'telephone',
      receivedOn: beijingDate(this.award.app.clock.now()),
      ...over,
    });
  }

  async admit(
    objectionId: string,
    over: Given<AcceptObjection> = {},
    actor = this.award.people.registrar,
  ): Promise<void> {
    const version = await this.versionOf(objectionId);
    const given = { objectionId, version, accepted: true, reason: null, ...over };
    await this.award.app.app.get(AcceptObjection).run(actor, given);
  }

  /** An answer of the second merchant, or of another that is named. */
  answer(objectionId: string, merchantId = this.award.entries[1]!.merchantId) {
    const given = { objectionId, answer: '数据均有平台后台截图。' };
    return () =>
      this.award.app.app.get(AnswerObjection).run(acting('Agent', { merchantId }), given);
  }

  async decide(
    objectionId: string,
    over: Given<DecideObjection> = {},
    actor = this.award.people.approver,
  ): Promise<void> {
    const version = await this.versionOf(objectionId);
    await this.award.app.app.get(DecideObjection).run(actor, {
      objectionId,
      version,
      finding: 'reject',
      reason: '经核查，数据属实。',
      reply: '经核查，异议不成立。',
      reReviewers: [],
      ...over,
    });
  }

  async extend(
    objectionId: string,
    over: Given<ExtendObjection> = {},
    actor = this.award.people.approver,
  ): Promise<void> {
    const version = await this.versionOf(objectionId);
    const given = { objectionId, version, reason: '须向平台调取数据。', ...over };
    await this.award.app.app.get(ExtendObjection).run(actor, given);
  }

  /** The opinion in words, once the experts have signed. */
  reReview(objectionId: string, actor = this.award.people.registrar): Promise<void> {
    const opinion = '经三位专家分别复核，原分偏高，应予更正。';
    return this.award.app.app.get(RecordReReview).run(actor, { objectionId, opinion });
  }

  /** Received and accepted. */
  async accepted(over: Partial<NewObjection> = {}): Promise<string> {
    const id = await this.object(over);
    await this.admit(id);
    return id;
  }

  /** Accepted and answered, so that it may be decided at once. */
  async heard(): Promise<string> {
    const id = await this.accepted();
    await this.answer(id)();
    return id;
  }

  /** Experts of the pool who did not judge the category; @returns their ids */
  async experts(count: number): Promise<string[]> {
    const ids: string[] = [];
    for (let at = 0; at < count; at += 1) {
      const { accountId } = await appointed(this.award.app, 'Judge');
      ids.push(await this.expert(accountId));
    }
    return ids;
  }

  async expert(accountId: string): Promise<string> {
    const id = newId();
    await this.award.app.database.repo(Expert).insert({
      id,
      accountId,
      name: '另一位专家',
      field: '电子商务',
      organisation: '另一所大学',
      organisationType: 'university',
      categories: [],
      active: true,
      addedAt: this.award.app.clock.now(),
    });
    return id;
  }

  private get objections() {
    return this.award.app.database.repo(Objection);
  }

  private async versionOf(id: string): Promise<number> {
    return (await this.objections.findOneBy({ id }))?.version ?? 1;
  }
}
