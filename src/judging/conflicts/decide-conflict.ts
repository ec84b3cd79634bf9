import { Injectable } from '@nestjs/common';
import { Clock } from '../../config/clock.js';
import { Database } from '../../database/database.js';
import { Journal } from '../../journal/journal.js';
import { Notify } from '../../notifications/notify.js';
import { requireRunning } from '../../programmes/load-programme.js';
import { lockRounds } from '../../programmes/lock-rounds.js';
import { conflict, missing } from '../../rules/refusal.js';
import { barsTheOthers } from '../../rules/rounds/competitors.js';
import type { Actor } from '../../web/actor.js';
import { ConflictDeclaration } from './conflict-declaration.entity.js';
import { Expert } from '../experts/expert.entity.js';
import { IssueSheets } from '../sheets/issue-sheets.js';
import { VoidSheets } from '../sheets/void-sheets.js';
import { Seat } from '../panel/seat.entity.js';
import { roundIn } from '../../rules/lifecycle/round-groups.js';
import { conflictIn } from '../../rules/lifecycle/conflict-states.js';

export const conflictDecisions = ['cleared', 'recused'] as const;
export type ConflictDecision = (typeof conflictDecisions)[number];

/** The office decides a soft relation, or a hit that the judge denies, with its reason. */
@Injectable()
export class DecideConflict {
  constructor(
    private readonly database: Database,
    private readonly journal: Journal,
    private readonly clock: Clock,
    private readonly notify: Notify,
    private readonly sheets: IssueSheets,
    private readonly voidSheets: VoidSheets,
  ) {}

  async run(
    actor: Actor,
    declarationId: string,
    given: { readonly decision: ConflictDecision; readonly reason: string },
  ): Promise<void> {
    await this.database.transaction(async () => {
      const declarations = this.database.repo(ConflictDeclaration);
      const known = await declarations.findOneBy({ id: declarationId });
      if (!known) throw missing();
      const seat = await this.database.repo(Seat).findOneByOrFail({ id: known.seatId });
      await requireRunning(this.database, seat.programmeId);
      const rounds = await lockRounds(this.database, { categoryId: seat.categoryId });
      const ofSeat = await declarations.findBy({ seatId: seat.id });
      const held = await this.database.lockAll(
        ConflictDeclaration,
        ofSeat.map(({ id }) => id),
      );
      const declaration = held.find(({ id }) => id === declarationId);
      if (!declaration) throw missing();
      if (!conflictIn.awaitingOffice.has(declaration.state)) {
        throw conflict('judging.conflict.decidedAlready');
      }
      const competitors = barsTheOthers(declaration, given.decision)
        ? held.filter((one) => one !== declaration && !conflictIn.barred.has(one.state))
        : [];
      const decidedAt = this.clock.now();
      for (const one of [declaration, ...competitors]) {
        Object.assign(one, {
          state: given.decision,
          decidedBy: actor.accountId,
          decisionReason: given.reason,
          decidedAt,
        });
      }
      await declarations.save([declaration, ...competitors]);
      const expert = await this.database.repo(Expert).findOneByOrFail({ id: seat.expertId });
      await this.journal.record({
        actorId: actor.accountId,
        actorRole: 'CityRegistrar',
        event: 'conflict.decide',
        subjectType: 'application',
        subjectId: declaration.applicationId,
        programmeId: seat.programmeId,
        details: {
          seat: seat.id,
          ground: declaration.ground,
          decision: given.decision,
          competitors: competitors.length,
        },
      });
      // Whoever is asked again may hold a sheet already; nobody could sign it meanwhile.
      if (conflictIn.barred.has(given.decision)) {
        for (const { applicationId } of [declaration, ...competitors]) {
          const { actorId, reason } = { actorId: actor.accountId, reason: given.reason };
          const of = { seatId: seat.id, applicationId, removal: null };
          await this.voidSheets.run({ actorId, role: 'CityRegistrar', reason, ...of });
        }
      }
      for (const round of rounds) {
        if (roundIn.open.has(round.state)) await this.sheets.run(round);
      }
      await this.notify.accounts([expert.accountId], {
        kind: 'judgingConflictDecided',
        path: '/judging',
      });
      // Decision and reason go to the supervisor (§5.1).
      await this.notify.holders(['Supervisor'], {
        kind: 'conflictDecided',
        path: '/office/conflicts',
      });
    });
  }
}
