import {
  AppointReReview,
  type Appointment,
} from '../../src/awards/objections/appoint-re-review.js';
import { DeclareReReview } from '../../src/judging/re-reviews/declare-re-review.js';
import { KeyReReviewSheet } from '../../src/judging/re-reviews/key-re-review-sheet.js';
import type { TypedFinding } from '../../src/judging/re-reviews/read-draft.js';
import { RemindReReviewers } from '../../src/judging/re-reviews/remind-re-reviewers.js';
import { DecideRemoval } from '../../src/judging/removals/decide-removal.js';
import { ProposeReReviewVoiding } from '../../src/judging/removals/propose-re-review-voiding.js';
import { Removal } from '../../src/judging/removals/removal.entity.js';
import { ReReviewPanel } from '../../src/judging/re-reviews/re-review-panel.entity.js';
import { ReReviewSheet } from '../../src/judging/re-reviews/re-review-sheet.entity.js';
import { SaveReReviewSheet } from '../../src/judging/re-reviews/save-re-review-sheet.js';
import { SignReReviewSheet } from '../../src/judging/re-reviews/sign-re-review-sheet.js';
import type { ConflictAnswer } from '../../src/rules/rounds/conflict-grounds.js';
import { beijingDate } from '../../src/rules/calendar/beijing-time.js';
import type { Actor } from '../../src/web/actor.js';
import { acting } from './acting.js';
import { AwardSteps } from './award-steps.js';
import { ObjectionSteps } from './objection-steps.js';

/** What an expert gives: points by indicator, findings by figure. */
export interface Given {
  readonly scores?: Readonly<Record<string, number>>;
  readonly comments?: Readonly<Record<string, string>>;
  readonly findings?: readonly TypedFinding[];
}

/** The steps of the experts of a re-review, each by calling its use case. */
export class ReReviewSteps {
  constructor(private readonly objections: ObjectionSteps) {}

  /** Partly upheld, the experts named and not yet asked. */
  static async afterDecision(): Promise<{
    award: AwardSteps;
    reReview: ReReviewSteps;
    id: string;
  }> {
    const award = await AwardSteps.open();
    const reReview = new ReReviewSteps(new ObjectionSteps(award, await award.toPublicity()));
    return { award, reReview, id: await reReview.decided() };
  }

  private get app() {
    return this.objections.award.app;
  }

  /** Partly upheld, with this many experts named; @returns the objection */
  async decided(experts = 3): Promise<string> {
    const id = await this.objections.heard();
    const reReviewers = await this.objections.experts(experts);
    await this.objections.decide(id, { finding: 'upholdPartly', reReviewers });
    return id;
  }

  appoint(
    objectionId: string,
    over: Partial<Appointment> = {},
    actor = this.objections.award.people.registrar,
  ): Promise<void> {
    return this.app.app.get(AppointReReview).run(actor, {
      objectionId,
      indicators: ['G11'],
      figures: [],
      onPaper: false,
      closesOn: beijingDate(this.app.clock.now()),
      ...over,
    });
  }

  async appointed(over: Partial<Appointment> = {}, experts = 3): Promise<string> {
    const id = await this.decided(experts);
    await this.appoint(id, over);
    return id;
  }

  async sheet(objectionId: string, number: number): Promise<ReReviewSheet> {
    const { id } = await this.app.database.repo(ReReviewPanel).findOneByOrFail({ objectionId });
    return this.app.database.repo(ReReviewSheet).findOneByOrFail({ panelId: id, number });
  }

  remind(objectionId: string, by = this.objections.award.people.registrar): Promise<number> {
    return this.app.app.get(RemindReReviewers).run(by, objectionId);
  }

  async proposeVoiding(
    objectionId: string,
    number: number,
    by = this.objections.award.people.registrar,
  ): Promise<void> {
    const { id: signedSheetId } = await this.sheet(objectionId, number);
    const given = { signedSheetId, ground: '1', facts: '经查三年内受聘为其顾问' } as const;
    await this.app.app.get(ProposeReReviewVoiding).run(by, objectionId, given);
  }

  /** Proposed; @returns the decision of an approver */
  async proposed(
    objectionId: string,
    number: number,
    decision: 'confirm' | 'decline' = 'confirm',
    by = this.objections.award.people.approver,
  ): Promise<() => Promise<void>> {
    await this.proposeVoiding(objectionId, number);
    const { id } = await this.app.database.repo(Removal).findOneByOrFail({ state: 'Proposed' });
    const given = { decision, reason: '经核实情况属实' } as const;
    return () => this.app.app.get(DecideRemoval).run(by, id, given);
  }

  by({ accountId }: ReReviewSheet): Actor {
    return acting('Judge', { accountId });
  }

  async declare(
    objectionId: string,
    number: number,
    answer: ConflictAnswer = { ground: null, explanation: null },
  ): Promise<boolean> {
    const sheet = await this.sheet(objectionId, number);
    return this.app.app.get(DeclareReReview).run(this.by(sheet), sheet.id, answer);
  }

  async save(objectionId: string, number: number, given: Given, version?: number): Promise<void> {
    const sheet = await this.sheet(objectionId, number);
    const typed = { scores: {}, comments: {}, findings: [], ...given };
    await this.app.app
      .get(SaveReReviewSheet)
      .run(this.by(sheet), sheet.id, () => ({ ...typed, version: version ?? sheet.version }));
  }

  async sign(objectionId: string, number: number, version?: number): Promise<void> {
    const sheet = await this.sheet(objectionId, number);
    await this.app.app
      .get(SignReReviewSheet)
      .run(this.by(sheet), sheet.id, version ?? sheet.version);
  }

  /** Declared, scored and signed. */
  async give(objectionId: string, number: number, given: Given): Promise<void> {
    await this.declare(objectionId, number);
    await this.save(objectionId, number, given);
    await this.sign(objectionId, number);
  }

  /** Each expert gives these points for one indicator, in hundredths. */
  async points(objectionId: string, indicator: string, points: readonly number[]): Promise<void> {
    for (const [at, one] of points.entries()) {
      const comments = { [indicator]: '材料只能证明其中一部分，其余缺少佐证。' };
      await this.give(objectionId, at + 1, { scores: { [indicator]: one }, comments });
    }
  }

  /** Decided, scored as the panel had scored, and recorded: nothing changes but that it was looked at again. */
  async done(): Promise<string> {
    const id = await this.appointed();
    await this.points(id, 'G11', [550, 550, 550]);
    await this.objections.reReview(id);
    return id;
  }

  /** Done, and counted by a further lock. */
  async counted(): Promise<string> {
    const id = await this.done();
    await this.objections.award.lock();
    return id;
  }

  async key(objectionId: string, number: number, by: Actor, given: Given) {
    const { id } = await this.sheet(objectionId, number);
    const typed = { scores: {}, comments: {}, findings: [], ...given };
    return this.app.app.get(KeyReReviewSheet).run(by, id, () => typed);
  }
}
