import { Injectable } from '@nestjs/common';
import { MoveApplication } from '../../applications/move-application.js';
import { Clock } from '../../config/clock.js';
import { Database } from '../../database/database.js';
import { newId } from '../../database/new-id.js';
import { Journal } from '../../journal/journal.js';
import { MoveProgramme } from '../../programmes/move-programme.js';
import { ProgrammeQueries } from '../../programmes/programme.queries.js';
import { RequireStep } from '../../programmes/require-step.js';
import { placeOnList } from '../../rules/ranking/place-on-list.js';
import { Refusal, overtaken } from '../../rules/refusal.js';
import { categoryRules } from '../../rules/scoring/category-sheets.js';
import type { CategoryCode } from '../../rules/scoring/rule-set.js';
import type { Actor } from '../../web/actor.js';
import { actingRole } from '../../web/acting-role.js';
import { AwardList } from './award-list.entity.js';
import { StandingQueries } from '../standings/standing.queries.js';
import { AwardListQueries, type OutcomeRow } from './award-list.queries.js';
import { CreditGate } from './credit-gate.js';
import { listHash, listRows, namedOf } from './list-rows.js';
import { programmeIn } from '../../rules/lifecycle/programme-groups.js';
import { lockIn } from '../../rules/lifecycle/record-states.js';
import { applicationIn } from '../../rules/lifecycle/application-groups.js';
import { Programme } from '../../programmes/programme.entity.js';

/** The committee's meeting is over: every application is proposed or left out, and the list is fixed. */
@Injectable()
export class ConcludeDeliberation {
  constructor(
    private readonly database: Database,
    private readonly programmes: ProgrammeQueries,
    private readonly lists: AwardListQueries,
    private readonly standings: StandingQueries,
    private readonly credit: CreditGate,
    private readonly requireStep: RequireStep,
    private readonly moveApplication: MoveApplication,
    private readonly moveProgramme: MoveProgramme,
    private readonly journal: Journal,
    private readonly clock: Clock,
  ) {}

  async run(
    actor: Actor,
    input: {
      readonly programmeId: string;
      readonly minutes: string;
      readonly cutLineRead: boolean;
    },
  ): Promise<{ listId: string }> {
    const role = actingRole(actor, ['CityRegistrar'], input.programmeId);
    const { programmeId } = input;
    return this.database.transaction(async () => {
      await this.database.lock(Programme, programmeId);
      const programme = await this.programmes.byId(programmeId);
      if (!programmeIn.deliberating.has(programme.state))
        throw overtaken('awards.deliberation.notNow', 'programme', programme.state);
      const categories = await this.standings.overview(programmeId);
      if (categories.some(({ state, waiting }) => waiting > 0 && !lockIn.locked.has(state))) {
        throw new Refusal('awards.deliberation.unlocked');
      }
      const outcomes = (await this.lists.outcomes(programmeId)).filter(({ state }) =>
        applicationIn.scoreLocked.has(state),
      );
      const byAct = {
        minutesSigned: input.minutes.trim() !== '',
        cutLineSheetRead: input.cutLineRead,
      };
      const guards = await this.requireStep.run(programmeId, 'concludeDeliberation', byAct, {
        tiesDecided: () => tied(outcomes),
      });
      const proposed = outcomes.filter(({ outcome }) => outcome === 'proposed');
      const clear = await this.credit.requireClear(proposed, 'K2');
      const { rules } = await this.programmes.rules(programmeId);
      const listId = newId();
      const rows = listRows(proposed);
      for (const { applicationId, outcome, categoryCode, compositeMillionths } of outcomes) {
        const category = categoryRules(rules, categoryCode as CategoryCode);
        await this.moveApplication.run({
          applicationId,
          event: outcome === 'proposed' ? 'propose' : 'leaveOut',
          actorId: actor.accountId,
          role,
          guards: {
            ...placeOnList(category, namedOf(rows, categoryCode), compositeMillionths),
            noVetoHit: clear.has(applicationId),
            minutesSigned: input.minutes.trim() !== '',
          },
          details: { list: listId },
        });
      }
      await this.database.repo(AwardList).insert({
        id: listId,
        programmeId,
        kind: 'proposed',
        number: 1,
        state: 'Prepared',
        rows,
        hash: listHash(rows),
        minutes: input.minutes,
        preparedBy: actor.accountId,
        preparedAt: this.clock.now(),
      });
      await this.moveProgramme.run({
        programmeId,
        event: 'concludeDeliberation',
        actorId: actor.accountId,
        role,
        guards,
      });
      await this.journal.record({
        actorId: actor.accountId,
        actorRole: role,
        event: 'list.propose',
        subjectType: 'list',
        subjectId: listId,
        programmeId,
        details: { rows: rows.length, hash: listHash(rows) },
      });

      return { listId };
    });
  }
}

function tied(outcomes: readonly OutcomeRow[]): Refusal {
  const undecided = outcomes.filter(({ outcome }) => outcome === 'undecided');
  const receipts = undecided.map(({ receiptNumber }) => receiptNumber).join(' ');
  return new Refusal('awards.deliberation.ties', { receipts });
}
