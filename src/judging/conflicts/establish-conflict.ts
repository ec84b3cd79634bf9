import { Injectable } from '@nestjs/common';
import { Application } from '../../applications/application.entity.js';
import { MoveApplication } from '../../applications/move-application.js';
import { Clock } from '../../config/clock.js';
import { Database } from '../../database/database.js';
import { Journal } from '../../journal/journal.js';
import { Notify } from '../../notifications/notify.js';
import type { Actor } from '../../web/actor.js';
import { lockRoundAndOthers } from '../rounds/lock-round.js';
import { ConflictDeclaration } from './conflict-declaration.entity.js';
import { IssueSheets } from '../sheets/issue-sheets.js';
import { type SheetName, sheetByName } from '../sheets/return-sheet.js';
import { holdOpen } from '../rounds/round-gate.js';
import { VoidSheets } from '../sheets/void-sheets.js';
import { applicationIn } from '../../rules/lifecycle/application-groups.js';
import { conflictIn } from '../../rules/lifecycle/conflict-states.js';

/** The office finds a relation that was not declared: one sheet falls, an alternate scores (R3, R10). */
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

  async run(
    actor: Actor,
    roundId: string,
    given: SheetName & { readonly reason: string },
  ): Promise<void> {
    await this.database.transaction(async () => {
      await lockRoundAndOthers(this.database, roundId);
      const round = await holdOpen(this.database, roundId);
      const sheet = await sheetByName(this.database, round, given);
      const { seatId, applicationId } = sheet;
      const { state } = await this.database.lock(Application, applicationId);
      const declarations = this.database.repo(ConflictDeclaration);
      const { id } = await declarations.findOneByOrFail({ seatId, applicationId });
      const declaration = await this.database.lock(ConflictDeclaration, id);
      await declarations.save(
        Object.assign(declaration, {
          state: 'recused',
          decidedBy: actor.accountId,
          decisionReason: given.reason,
          decidedAt: this.clock.now(),
        }),
      );
      await this.journal.record({
        actorId: actor.accountId,
        actorRole: 'CityRegistrar',
        event: 'conflict.establish',
        subjectType: 'application',
        subjectId: applicationId,
        programmeId: round.programmeId,
        details: { seat: seatId },
      });
      const touched = await this.voidSheets.run({
        actorId: actor.accountId,
        role: 'CityRegistrar',
        reason: given.reason,
        seatId,
        applicationId,
      });
      for (const one of touched) await this.sheets.run(one);
      // Scores that were unlocked again stay locked for the application until the next lock.
      if (applicationIn.inReview.has(state)) {
        await this.moveApplication.run({
          applicationId,
          event: 'replaceSheet',
          actorId: actor.accountId,
          role: 'CityRegistrar',
          guards: {
            conflictEstablished: conflictIn.barred.has(declaration.state),
            sheetsVoided: touched.length > 0,
          },
          details: { seat: seatId },
        });
      }
      // R11: the judge and the supervisor hear of it at once.
      await this.notify.accounts([sheet.accountId], {
        kind: 'judgingSheetVoided',
        variables: { number: given.number, reason: given.reason },
        path: '/judging',
      });
      await this.notify.holders(['Supervisor'], {
        kind: 'conflictEstablished',
        path: '/office/conflicts',
      });
    });
  }
}
