import { Injectable } from '@nestjs/common';
import { MoveApplication } from '../../applications/move-application.js';
import { Clock } from '../../config/clock.js';
import { Database } from '../../database/database.js';
import { MoveProgramme } from '../../programmes/move-programme.js';
import { ProgrammeQueries } from '../../programmes/programme.queries.js';
import { RequireStep } from '../../programmes/require-step.js';
import { beijingDate } from '../../rules/calendar/beijing-time.js';
import { Refusal, overtaken } from '../../rules/refusal.js';
import type { Actor } from '../../web/actor.js';
import { actingRole } from '../../web/acting-role.js';
import { NoticeQueries } from '../notices/notice.queries.js';
import { ObjectionQueries } from '../objections/objection.queries.js';
import { ReReviewQueries, unposted } from '../objections/re-review.queries.js';
import { AwardListQueries } from './award-list.queries.js';
import { BuildAwardList } from './build-award-list.js';
import { CreditGate } from './credit-gate.js';
import { listRows } from './list-rows.js';
import { programmeIn } from '../../rules/lifecycle/programme-groups.js';
import { objectionIn } from '../../rules/lifecycle/objection-groups.js';
import { applicationIn } from '../../rules/lifecycle/application-groups.js';
import { Programme } from '../../programmes/programme.entity.js';

/** The approver selects everybody whose notice period is over and who is not held. */
@Injectable()
export class ApproveList {
  constructor(
    private readonly database: Database,
    private readonly programmes: ProgrammeQueries,
    private readonly lists: AwardListQueries,
    private readonly notices: NoticeQueries,
    private readonly reReviews: ReReviewQueries,
    private readonly objections: ObjectionQueries,
    private readonly credit: CreditGate,
    private readonly requireStep: RequireStep,
    private readonly build: BuildAwardList,
    private readonly moveApplication: MoveApplication,
    private readonly moveProgramme: MoveProgramme,
    private readonly clock: Clock,
  ) {}

  async run(
    actor: Actor,
    { programmeId, minutes }: { readonly programmeId: string; readonly minutes: string },
  ): Promise<{ listId: string }> {
    const role = actingRole(actor, ['Approver'], programmeId);
    return this.database.transaction(async () => {
      await this.database.lock(Programme, programmeId);
      const programme = await this.programmes.byId(programmeId);
      const further = programmeIn.afterApproval.has(programme.state);
      if (!programmeIn.approved.has(programme.state) && !further)
        throw overtaken('awards.approve.notNow', 'programme', programme.state);
      const known = await this.lists.ofProgramme(programmeId);
      const statement = known.find(({ kind }) => kind === 'proposed')?.supervisorStatement ?? null;
      if (!statement) throw new Refusal('awards.approve.statement');
      await this.requireCorrectionPosted(programmeId);
      const outcomes = await this.lists.outcomes(programmeId);
      const ended = await this.periodsEnded(programmeId);
      const chosen = outcomes.filter(
        ({ applicationId, state }) => applicationIn.inPublicity.has(state) && ended(applicationId),
      );
      if (further && !chosen.length)
        throw overtaken('awards.approve.nobody', 'programme', programme.state);
      await this.requireObjectionsDecided(programmeId, chosen);
      const clear = await this.credit.requireClear(chosen, 'K3');
      const held = await this.objections.held(programmeId);
      const selected = outcomes.filter(({ state }) => applicationIn.selected.has(state));
      const guards = further
        ? {}
        : await this.requireStep.run(programmeId, 'approve', {
            decisionRecorded: minutes.trim() !== '',
            supervisorStatementFiled: statement.trim() !== '',
          });
      for (const { applicationId } of chosen) {
        await this.moveApplication.run({
          applicationId,
          event: 'select',
          actorId: actor.accountId,
          role,
          guards: {
            noticePeriodEnded: ended(applicationId),
            noHold: !held.has(applicationId),
            creditQueryRenewed: clear.has(applicationId),
          },
        });
      }
      const { listId } = await this.build.run({
        programmeId,
        rows: listRows([...selected, ...chosen]),
        actor,
        role,
        minutes,
        supervisorStatement: statement,
        correctionReason: further ? minutes : null,
      });
      if (!further) {
        await this.moveProgramme.run({
          programmeId,
          event: 'approve',
          actorId: actor.accountId,
          role,
          guards,
        });
      }
      return { listId };
    });
  }

  /** A merchant whose re-review is locked waits for the corrected list; nobody may pass it by. */
  private async requireCorrectionPosted(programmeId: string): Promise<void> {
    const waiting = unposted(await this.reReviews.ofProgramme(programmeId));
    if (!waiting.length) return;
    const merchants = waiting.map(({ merchantName }) => merchantName).join(' ');
    throw new Refusal('awards.approve.correctionOpen', { merchants });
  }

  /**
   * A corrected list has a notice of its own, whose objections come when the first period was closed
   * long ago. An accepted one holds its merchant; one against the procedure holds everybody.
   */
  private async requireObjectionsDecided(
    programmeId: string,
    chosen: readonly { readonly applicationId: string }[],
  ): Promise<void> {
    const ids = new Set<string | null>([null, ...chosen.map((one) => one.applicationId)]);
    const objections = (await this.objections.ofProgramme(programmeId)).filter((one) =>
      ids.has(one.applicationId),
    );
    const waiting = objections.filter(({ state }) => objectionIn.received.has(state));
    // The button is offered when none waits: this one came in meanwhile, or its page is old.
    if (waiting.length) {
      const code = 'programmes.blocked.everyObjectionAcceptedOrRefused';
      throw new Refusal(code, { open: waiting.length }, null, 'conflict');
    }
    const open = objections.filter(
      ({ applicationId, state }) => applicationId === null && objectionIn.open.has(state),
    );
    if (!open.length) return;
    throw new Refusal('programmes.blocked.objectionsDecidedAndAnsweredOrHeldAlone', {
      open: open.length,
    });
  }

  /** A merchant that was posted again has a full period of its own; the others have the first one. */
  private async periodsEnded(programmeId: string): Promise<(applicationId: string) => boolean> {
    const today = beijingDate(this.clock.now());
    const first = await this.notices.firstPublicity(programmeId);
    const again = new Map(
      (await this.reReviews.ofProgramme(programmeId)).map((one) => [one.applicationId, one]),
    );
    return (applicationId) => {
      const own = again.get(applicationId);
      const lastDay = own ? own.lastDay : (first?.lastDay ?? null);
      return lastDay !== null && today > lastDay;
    };
  }
}
