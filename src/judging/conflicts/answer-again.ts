import { Injectable } from '@nestjs/common';
import { Clock } from '../../config/clock.js';
import { Database } from '../../database/database.js';
import { Journal } from '../../journal/journal.js';
import { Notify } from '../../notifications/notify.js';
import { lockRounds } from '../../programmes/lock-rounds.js';
import { ProgrammeQueries } from '../../programmes/programme.queries.js';
import { Programme } from '../../programmes/programme.entity.js';
import { conflictIn } from '../../rules/lifecycle/conflict-states.js';
import { roundIn } from '../../rules/lifecycle/round-groups.js';
import { Refusal, conflict, missing } from '../../rules/refusal.js';
import type { ConflictAnswer } from '../../rules/rounds/conflict-grounds.js';
import type { Actor } from '../../web/actor.js';
import { Expert } from '../experts/expert.entity.js';
import { Seat } from '../panel/seat.entity.js';
import { IssueSheets } from '../sheets/issue-sheets.js';
import type { OwnSeatRow } from '../sheets/judging.queries.js';
import { VoidSheets } from '../sheets/void-sheets.js';
import { ConflictDeclaration } from './conflict-declaration.entity.js';
import { ConflictFacts, type Identity } from './conflict-facts.js';
import { refuseUnshown } from './refuse-unshown.js';
import { DeclarationDraft } from './declaration-draft.entity.js';
import { storedAnswer } from './stored-answer.js';

/** A judge answers once more, about applicants of whom something was learned since the declaration. */
@Injectable()
export class AnswerAgain {
  constructor(
    private readonly database: Database,
    private readonly journal: Journal,
    private readonly notify: Notify,
    private readonly clock: Clock,
    private readonly programmes: ProgrammeQueries,
    private readonly sheets: IssueSheets,
    private readonly voidSheets: VoidSheets,
    private readonly facts: ConflictFacts,
  ) {}

  /** Applications about which the seat is asked. */
  async asked(seatId: string): Promise<ReadonlySet<string>> {
    const rows = await this.database.repo(ConflictDeclaration).findBy({ seatId });
    return new Set(
      rows
        .filter(({ state }) => conflictIn.askedAgain.has(state))
        .map(({ applicationId }) => applicationId),
    );
  }

  async run(
    actor: Actor,
    seat: OwnSeatRow,
    identities: readonly Identity[],
    answers: ReadonlyMap<string, ConflictAnswer>,
  ): Promise<void> {
    await this.database.transaction(async () => {
      await this.database.share(Programme, seat.programmeId);
      const rounds = await lockRounds(this.database, { categoryId: seat.categoryId });
      const own = await this.database.lock(Seat, seat.id);
      const expert = await this.database.repo(Expert).findOneByOrFail({ id: own.expertId });
      if (expert.accountId !== actor.accountId) throw missing();
      if (own.vacatedAt) throw conflict('judging.declaration.vacated');
      const declarations = this.database.repo(ConflictDeclaration);
      const known = await declarations.findBy({ seatId: seat.id });
      const held = await this.database.lockAll(
        ConflictDeclaration,
        known.map(({ id }) => id),
      );
      const open = held.filter(({ state }) => conflictIn.askedAgain.has(state));
      if (open.length === 0) throw conflict('judging.declaration.signed');
      const asked = new Set(open.map(({ applicationId }) => applicationId));
      await refuseUnshown(this.facts, seat, identities, (one) => asked.has(one));
      const { rules } = await this.programmes.rules(seat.programmeId);
      const declaredAt = this.clock.now();
      for (const declaration of open) {
        const { applicationId } = declaration;
        const identity = identities.find((one) => one.applicationId === applicationId);
        const answer = answers.get(applicationId);
        if (!identity || !answer) throw new Refusal('judging.declaration.incomplete');
        Object.assign(declaration, storedAnswer(answer, identity, rules), { declaredAt });
      }
      await declarations.save(open);
      await this.database.repo(DeclarationDraft).delete({ seatId: seat.id });
      for (const { applicationId, state, ground } of open) {
        await this.journal.record({
          actorId: actor.accountId,
          actorRole: 'Judge',
          event: 'conflict.answerAgain',
          subjectType: 'application',
          subjectId: applicationId,
          programmeId: seat.programmeId,
          details: { seat: seat.id, ground, state },
        });
      }
      for (const { applicationId, explanation, state } of open) {
        if (!conflictIn.barred.has(state)) continue;
        const reason = explanation ?? '';
        const by = { actorId: actor.accountId, role: 'Judge' as const, reason };
        await this.voidSheets.run({ ...by, seatId: seat.id, applicationId, removal: null });
      }
      const waiting = open.filter(({ state }) => conflictIn.awaitingOffice.has(state)).length;
      await this.notify.holders(['CityRegistrar'], {
        kind: waiting ? 'conflictDeclared' : 'conflictAnsweredAgain',
        variables: waiting ? { count: waiting } : {},
        path: '/office/conflicts',
      });
      for (const round of rounds) {
        if (roundIn.open.has(round.state)) await this.sheets.run(round);
      }
    });
  }
}
