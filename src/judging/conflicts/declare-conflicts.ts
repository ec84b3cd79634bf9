import { Injectable } from '@nestjs/common';
import { Clock } from '../../config/clock.js';
import { Database } from '../../database/database.js';
import { newId } from '../../database/new-id.js';
import { Journal } from '../../journal/journal.js';
import { Notify } from '../../notifications/notify.js';
import { lockRounds } from '../../programmes/lock-rounds.js';
import { ProgrammeQueries } from '../../programmes/programme.queries.js';
import { Programme } from '../../programmes/programme.entity.js';
import { Refusal, conflict, missing, overtaken } from '../../rules/refusal.js';
import { type ConflictAnswer } from '../../rules/rounds/conflict-grounds.js';
import type { RuleSet } from '../../rules/scoring/rule-set.js';
import { withCompetitors } from '../../rules/rounds/competitors.js';
import type { Actor } from '../../web/actor.js';
import { Expert } from '../experts/expert.entity.js';
import { DeclarationDraft } from './declaration-draft.entity.js';
import { storedAnswer } from './stored-answer.js';
import { ConflictDeclaration } from './conflict-declaration.entity.js';
import { ConflictFacts, type Identity } from './conflict-facts.js';
import { refuseUnshown } from './refuse-unshown.js';
import { IssueSheets } from '../sheets/issue-sheets.js';
import type { OwnSeatRow } from '../sheets/judging.queries.js';
import { Seat } from '../panel/seat.entity.js';
import { roundIn } from '../../rules/lifecycle/round-groups.js';
import { programmeIn } from '../../rules/lifecycle/programme-groups.js';

/** Signs a judge's answers on every applicant of a category; only then a file may open. */
@Injectable()
export class DeclareConflicts {
  constructor(
    private readonly database: Database,
    private readonly journal: Journal,
    private readonly notify: Notify,
    private readonly clock: Clock,
    private readonly programmes: ProgrammeQueries,
    private readonly sheets: IssueSheets,
    private readonly facts: ConflictFacts,
  ) {}

  /** @param identities the whole list with its hits; an applicant without an answer is refused */
  async run(
    actor: Actor,
    seat: OwnSeatRow,
    identities: readonly Identity[],
    answers: ReadonlyMap<string, ConflictAnswer>,
  ): Promise<void> {
    if (!programmeIn.mayDeclare.has(seat.programmeState)) {
      throw overtaken('judging.declaration.notNow', 'programme', seat.programmeState);
    }
    await this.database.transaction(async () => {
      await this.database.share(Programme, seat.programmeId);
      const rounds = await lockRounds(this.database, { categoryId: seat.categoryId });
      const own = await this.database.lock(Seat, seat.id);
      const expert = await this.database.repo(Expert).findOneByOrFail({ id: own.expertId });
      if (expert.accountId !== actor.accountId) throw missing();
      if (own.vacatedAt) throw conflict('judging.declaration.vacated');
      if (own.declaredAt) throw conflict('judging.declaration.signed');
      await refuseUnshown(this.facts, seat, identities);
      const { rules } = await this.programmes.rules(seat.programmeId);
      const declaredAt = this.clock.now();
      const declarations = answered(seat, identities, answers, { rules, declaredAt });
      await this.database.repo(Seat).save(Object.assign(own, { declaredAt }));
      for (let at = 0; at < declarations.length; at += 200) {
        await this.database.repo(ConflictDeclaration).insert(declarations.slice(at, at + 200));
      }
      await this.database.repo(DeclarationDraft).delete({ seatId: seat.id });
      const count = (state: string) => declarations.filter((one) => one.state === state).length;
      await this.journal.record({
        actorId: actor.accountId,
        actorRole: 'Judge',
        event: 'conflict.declare',
        subjectType: 'seat',
        subjectId: seat.id,
        programmeId: seat.programmeId,
        details: {
          answers: declarations.length,
          barred: count('hardBar'),
          awaiting: count('awaitingOffice'),
        },
      });
      if (count('awaitingOffice')) {
        await this.notify.holders(['CityRegistrar'], {
          kind: 'conflictDeclared',
          variables: { count: count('awaitingOffice') },
          path: '/office/conflicts',
        });
      }
      for (const round of rounds) {
        if (roundIn.open.has(round.state)) await this.sheets.run(round);
      }
    });
  }
}

/** Every applicant with the judge's answer and what comes of it. */
function answered(
  seat: OwnSeatRow,
  identities: readonly Identity[],
  answers: ReadonlyMap<string, ConflictAnswer>,
  { rules, declaredAt }: { readonly rules: RuleSet; readonly declaredAt: string },
) {
  const found = identities.map((identity) => {
    const given = answers.get(identity.applicationId);
    if (!given) throw new Refusal('judging.declaration.incomplete');
    const stored = storedAnswer(given, identity, rules);
    return {
      id: newId(),
      seatId: seat.id,
      applicationId: identity.applicationId,
      ...stored,
      declaredAt,
    };
  });
  return [...withCompetitors(found)];
}
