import { Injectable } from '@nestjs/common';
import { Application } from '../../applications/application.entity.js';
import { Database } from '../../database/database.js';
import { Journal } from '../../journal/journal.js';
import { Notify } from '../../notifications/notify.js';
import { Round } from '../../programmes/round.entity.js';
import { applicationIn } from '../../rules/lifecycle/application-groups.js';
import { conflictIn } from '../../rules/lifecycle/conflict-states.js';
import { roundIn } from '../../rules/lifecycle/round-groups.js';
import { sheetIn } from '../../rules/lifecycle/score-sheet-groups.js';
import type { Actor } from '../../web/actor.js';
import { Expert } from '../experts/expert.entity.js';
import { Seat } from '../panel/seat.entity.js';
import { ScoreSheet } from '../sheets/score-sheet.entity.js';
import { ConflictDeclaration } from './conflict-declaration.entity.js';
import { ConflictFacts } from './conflict-facts.js';

interface Asked {
  readonly declaration: ConflictDeclaration;
  readonly seat: Seat;
  readonly fresh: readonly string[];
}

/**
 * More became known of a merchant: judges who have declared, and for whom a hit came up that they were not
 * shown, are asked once more about this one applicant. What they have signed stays; two people decide on it
 * (R11), so the office is told of it. Runs in the caller's transaction, which holds programmes and rounds.
 */
@Injectable()
export class AskJudgesAgain {
  constructor(
    private readonly database: Database,
    private readonly facts: ConflictFacts,
    private readonly journal: Journal,
    private readonly notify: Notify,
  ) {}

  async run(actor: Actor, merchantId: string): Promise<void> {
    const applications = await this.database.repo(Application).findBy({ merchantId });
    const found: Asked[] = [];
    for (const { id, categoryId, state } of applications) {
      if (applicationIn.beforeJudges.has(state))
        found.push(...(await this.freshHits(id, categoryId)));
    }
    if (found.length === 0) return;
    const signed = await this.signed(found);
    const asked = found.filter((one) => !signed.includes(one));
    const declarations = this.database.repo(ConflictDeclaration);
    await this.database.lockAll(
      ConflictDeclaration,
      asked.map(({ declaration }) => declaration.id),
    );
    for (const { declaration } of asked) {
      await declarations.save(Object.assign(declaration, { state: 'askedAgain' }));
    }
    for (const { declaration, seat, fresh } of asked) {
      await this.journal.record({
        actorId: actor.accountId,
        actorRole: 'CityRegistrar',
        event: 'conflict.askAgain',
        subjectType: 'application',
        subjectId: declaration.applicationId,
        programmeId: seat.programmeId,
        details: { seat: seat.id, hits: fresh, ground: declaration.ground },
      });
    }
    await this.tell(asked, signed.length);
  }

  /** Judges who were not shown what is known now; who is kept from the application need not be asked. */
  private async freshHits(applicationId: string, categoryId: string): Promise<Asked[]> {
    const rounds = await this.database.repo(Round).findBy({ categoryId });
    if (rounds.length > 0 && rounds.every(({ state }) => roundIn.locked.has(state))) return [];
    const found: Asked[] = [];
    const seats = await this.database.repo(Seat).findBy({ categoryId });
    const known = await this.database.repo(ConflictDeclaration).findBy({ applicationId });
    for (const seat of seats.toSorted((a, b) => a.number - b.number)) {
      const declaration = known.find(({ seatId }) => seatId === seat.id);
      if (!declaration || seat.vacatedAt || conflictIn.barred.has(declaration.state)) continue;
      const identities = await this.facts.load(seat.id, categoryId);
      const hits = identities.find((one) => one.applicationId === applicationId)?.hits ?? [];
      const fresh = [...new Set(hits.map(({ hit }) => hit))].filter(
        (hit) => !declaration.hits.includes(hit),
      );
      if (fresh.length) found.push({ declaration, seat, fresh });
    }
    return found;
  }

  private async signed(found: readonly Asked[]): Promise<Asked[]> {
    const sheets = await this.database.repo(ScoreSheet).find({
      where: found.map(({ declaration: { seatId, applicationId } }) => ({ seatId, applicationId })),
      select: { seatId: true, applicationId: true, state: true },
    });
    return found.filter(({ declaration }) =>
      sheets.some(
        (sheet) =>
          sheet.seatId === declaration.seatId &&
          sheet.applicationId === declaration.applicationId &&
          sheetIn.signed.has(sheet.state),
      ),
    );
  }

  private async tell(asked: readonly Asked[], signed: number): Promise<void> {
    const bySeat = new Map<Seat, number>();
    for (const { seat } of asked) bySeat.set(seat, (bySeat.get(seat) ?? 0) + 1);
    for (const [seat, count] of bySeat) {
      const { accountId } = await this.database.repo(Expert).findOneByOrFail({ id: seat.expertId });
      await this.notify.accounts([accountId], {
        kind: 'judgingAskedAgain',
        variables: { count },
        path: `/judging/seats/${seat.id}/declaration`,
      });
    }
    await this.notify.holders(['CityRegistrar'], {
      kind: 'conflictAskedAgain',
      variables: { asked: bySeat.size, signed },
      path: '/office/conflicts',
    });
  }
}
