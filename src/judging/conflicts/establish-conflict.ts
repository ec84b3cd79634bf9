import { Injectable } from '@nestjs/common';
import { Application } from '../../applications/application.entity.js';
import { MoveApplication } from '../../applications/move-application.js';
import { Clock } from '../../config/clock.js';
import { Database } from '../../database/database.js';
import { Journal } from '../../journal/journal.js';
import { type News, Notify } from '../../notifications/notify.js';
import { Round } from '../../programmes/round.entity.js';
import { applicationIn } from '../../rules/lifecycle/application-groups.js';
import { conflictIn } from '../../rules/lifecycle/conflict-states.js';
import { roundIn } from '../../rules/lifecycle/round-groups.js';
import { sheetIn } from '../../rules/lifecycle/score-sheet-groups.js';
import { conflict } from '../../rules/refusal.js';
import type { Actor } from '../../web/actor.js';
import { Expert } from '../experts/expert.entity.js';
import { Seat } from '../panel/seat.entity.js';
import type { Removal } from '../removals/removal.entity.js';
import { IssueSheets } from '../sheets/issue-sheets.js';
import { ScoreSheet } from '../sheets/score-sheet.entity.js';
import { VoidSheets } from '../sheets/void-sheets.js';
import { ConflictDeclaration } from './conflict-declaration.entity.js';

interface OfSeat {
  readonly seatId: string;
  readonly applicationId: string;
}

/**
 * A relation that was not declared is established: one sheet falls, an alternate takes it over (R3, R10). Runs
 * in the transaction of the decision, which holds the panel and its rounds.
 */
@Injectable()
export class EstablishConflict {
  constructor(
    private readonly database: Database,
    private readonly journal: Journal,
    private readonly clock: Clock,
    private readonly notify: Notify,
    private readonly voidSheets: VoidSheets,
    private readonly sheets: IssueSheets,
    private readonly moveApplication: MoveApplication,
  ) {}

  async run(actor: Actor, removal: Removal, of: OfSeat): Promise<void> {
    const { ground, reason, programmeId, categoryId } = removal;
    const { seatId, applicationId } = of;
    await this.refuseFallenOrLocked(of, categoryId);
    const { state, judgingNumber } = await this.database.lock(Application, applicationId);
    const declarations = this.database.repo(ConflictDeclaration);
    const { id } = await declarations.findOneByOrFail({ seatId, applicationId });
    const declaration = await this.database.lock(ConflictDeclaration, id);
    await declarations.save(
      Object.assign(declaration, {
        ground,
        moreGrounds: null,
        state: 'recused',
        decidedBy: actor.accountId,
        decisionReason: reason,
        decidedAt: this.clock.now(),
      }),
    );
    await this.journal.record({
      actorId: actor.accountId,
      actorRole: 'Approver',
      event: 'conflict.establish',
      subjectType: 'application',
      subjectId: applicationId,
      programmeId,
      details: { seat: seatId, ground, proposer: removal.proposedBy },
    });
    const by = { actorId: actor.accountId, role: 'Approver' } as const;
    const touched = await this.voidSheets.run({ ...by, reason, seatId, applicationId, removal });
    for (const one of touched) await this.sheets.run(one);
    // Scores that were unlocked again stay locked for the application until the next lock.
    if (applicationIn.inReview.has(state)) {
      await this.moveApplication.run({
        ...by,
        applicationId,
        event: 'replaceSheet',
        guards: {
          conflictEstablished: conflictIn.barred.has(declaration.state),
          sheetsVoided: touched.length > 0,
        },
        details: { seat: seatId },
      });
    }
    const variables = { number: judgingNumber ?? '', reason };
    await this.tellJudge(of, { kind: 'judgingSheetVoided', variables, path: '/judging' });
  }

  async tellJudge({ seatId }: Pick<OfSeat, 'seatId'>, news: News): Promise<void> {
    const { expertId } = await this.database.repo(Seat).findOneByOrFail({ id: seatId });
    const { accountId } = await this.database.repo(Expert).findOneByOrFail({ id: expertId });
    await this.notify.accounts([accountId], news);
  }

  /** Something may have come between the proposal and the decision. */
  private async refuseFallenOrLocked(
    { seatId, applicationId }: OfSeat,
    categoryId: string,
  ): Promise<void> {
    const sheets = await this.database.repo(ScoreSheet).findBy({ seatId, applicationId });
    const valid = sheets.filter(({ state }) => !sheetIn.voided.has(state));
    const rounds = await this.database.repo(Round).findBy({ categoryId });
    const states = valid.map(({ roundId }) => rounds.find(({ id }) => id === roundId)!.state);
    if (states.some((state) => roundIn.open.has(state))) return;
    throw conflict(states.length ? 'judging.removal.locked' : 'judging.removal.fallen');
  }
}
