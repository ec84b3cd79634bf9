import { Injectable } from '@nestjs/common';
import { Application } from '../../applications/application.entity.js';
import { Clock } from '../../config/clock.js';
import { Database } from '../../database/database.js';
import { Notify } from '../../notifications/notify.js';
import { Round } from '../../programmes/round.entity.js';
import { conflictIn } from '../../rules/lifecycle/conflict-states.js';
import { roundIn } from '../../rules/lifecycle/round-groups.js';
import type { Actor as Role } from '../../rules/lifecycle/roles.js';
import { sheetIn } from '../../rules/lifecycle/score-sheet-groups.js';
import type { Actor } from '../../web/actor.js';
import { ConflictDeclaration } from '../conflicts/conflict-declaration.entity.js';
import { Seat } from '../panel/seat.entity.js';
import { livePapers } from '../paper/hold-paper.js';
import { PaperSheet } from '../paper/paper-sheet.entity.js';
import { FreezeFlags } from '../rounds/freeze-flags.js';
import { reopenFirstPass } from '../rounds/reopen-first-pass.js';
import { MoveSheet } from '../sheets/move-sheet.js';
import { ScoreSheet } from '../sheets/score-sheet.entity.js';

/** Somebody who did not come, and whoever records or takes it back. */
export interface Absence {
  readonly round: Round;
  readonly applicationId: string;
  readonly actor: Actor;
  readonly role: Role;
  /** Whether two people agree on it as it stands now. */
  readonly unheard: boolean;
  readonly remark: string | null;
}

/**
 * Nobody scores who did not come, where the rules give 0 for that: with the word of two people the sheets
 * close, whatever stands on them, and with another word about it they open again. Runs in the caller's transaction.
 */
@Injectable()
export class AbsentSheets {
  constructor(
    private readonly database: Database,
    private readonly move: MoveSheet,
    private readonly freeze: FreezeFlags,
    private readonly notify: Notify,
    private readonly clock: Clock,
  ) {}

  /** The sheets of an application in a round, held. */
  async hold(roundId: string, applicationId: string): Promise<ScoreSheet[]> {
    const known = await this.database.repo(ScoreSheet).findBy({ roundId, applicationId });
    return this.database.lockAll(
      ScoreSheet,
      known.map(({ id }) => id),
    );
  }

  async close(sheets: readonly ScoreSheet[], absence: Absence): Promise<void> {
    const { round, actor, role, unheard, remark } = absence;
    const open = sheets.filter(({ state }) => !sheetIn.voided.has(state));
    for (const sheet of open) {
      await this.move.run(sheet, {
        event: 'absent',
        actorId: actor.accountId,
        role,
        guards: { absenceConfirmed: unheard, roundNotLocked: !roundIn.locked.has(round.state) },
        programmeId: round.programmeId,
        details: { round: round.id, was: sheet.state },
        change: () => ({ voidReason: remark }),
      });
    }
    // They may have been all that the first pass waited for.
    await this.freeze.run(round);
    await this.tell(open, absence, 'defenceNotScored');
  }

  async reopen(sheets: readonly ScoreSheet[], absence: Absence): Promise<void> {
    const { round, applicationId, actor, role, unheard } = absence;
    const seats = await this.database.repo(Seat).findBy({ categoryId: round.categoryId });
    const answers = await this.database.repo(ConflictDeclaration).findBy({ applicationId });
    const barred = new Set(
      answers.filter(({ state }) => conflictIn.barred.has(state)).map(({ seatId }) => seatId),
    );
    const seated = new Set(
      seats.filter(({ id, vacatedAt }) => !vacatedAt && !barred.has(id)).map(({ id }) => id),
    );
    const again = sheets.filter(
      ({ state, seatId }) => sheetIn.voided.has(state) && seated.has(seatId),
    );
    for (const sheet of again) {
      await this.move.run(sheet, {
        event: 'readmit',
        actorId: actor.accountId,
        role,
        guards: { absenceWithdrawn: !unheard, roundNotLocked: !roundIn.locked.has(round.state) },
        programmeId: round.programmeId,
        details: { round: round.id },
        change: () => ({
          voidReason: null,
          signedAt: null,
          chainHead: null,
          dissent: null,
          paperSince: null,
        }),
      });
    }
    if (again.length === 0) return;
    await this.withdrawPapers(again, absence);
    await reopenFirstPass(this.database, round.id, again);
    await this.database.repo(Round).update({ id: round.id }, { closedAt: null });
    await this.tell(again, absence, 'defenceScoredAgain');
  }

  /** What was keyed before stands no more: a paper is handed out and keyed anew, or the device signs. */
  private async withdrawPapers(
    sheets: readonly ScoreSheet[],
    { actor, remark }: Absence,
  ): Promise<void> {
    const papers = await livePapers(
      this.database,
      sheets.map(({ id }) => id),
    );
    const withdrawn = {
      withdrawnBy: actor.accountId,
      withdrawnAt: this.clock.now(),
      withdrawnReason: remark,
    };
    await this.database
      .repo(PaperSheet)
      .save(papers.map((paper) => Object.assign(paper, withdrawn)));
  }

  private async tell(
    sheets: readonly ScoreSheet[],
    { applicationId }: Absence,
    kind: 'defenceNotScored' | 'defenceScoredAgain',
  ): Promise<void> {
    const { judgingNumber } = await this.database
      .repo(Application)
      .findOneByOrFail({ id: applicationId });
    await this.notify.accounts(
      sheets.map(({ accountId }) => accountId),
      { kind, variables: { number: judgingNumber ?? '' }, path: '/judging' },
    );
  }
}
