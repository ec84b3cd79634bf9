import { randomInt } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Application } from '../../applications/application.entity.js';
import { Database } from '../../database/database.js';
import { Journal } from '../../journal/journal.js';
import { Notify } from '../../notifications/notify.js';
import { MoveProgramme } from '../../programmes/move-programme.js';
import { ProgrammeQueries } from '../../programmes/programme.queries.js';
import { RequireStep } from '../../programmes/require-step.js';
import { Refusal } from '../../rules/refusal.js';
import { panelProblems } from '../../rules/rounds/panel-rule.js';
import type { OwnWords } from '../../rules/lifecycle/require-move.js';
import type { Actor } from '../../web/actor.js';
import { PanelGuards } from '../panel/panel-guards.js';
import { type SeatRow, panelSeat } from '../panel/panel.queries.js';
import { applicationIn } from '../../rules/lifecycle/application-groups.js';
import { Programme } from '../../programmes/programme.entity.js';

/** Closes the panels and asks every judge for the declaration (P07): nothing else opens yet. */
@Injectable()
export class OpenDeclaration {
  constructor(
    private readonly database: Database,
    private readonly journal: Journal,
    private readonly notify: Notify,
    private readonly programmes: ProgrammeQueries,
    private readonly move: MoveProgramme,
    private readonly requireStep: RequireStep,
    private readonly panels: PanelGuards,
  ) {}

  /**
   * @throws Refusal with the panels that are not complete, or with what is not registered yet: the
   * signed record and the supervisor's witness of how the panel came about
   */
  async run(actor: Actor, programmeId: string): Promise<void> {
    return this.database.transaction(async () => {
      await this.database.lock(Programme, programmeId);
      const programme = await this.programmes.byId(programmeId);
      const seats = await this.panels.occupied(programmeId);
      const guards = await this.requireStep.run(programmeId, 'completeDraw', {}, faultOf(seats));
      await this.move.run({
        programmeId,
        event: 'completeDraw',
        actorId: actor.accountId,
        role: 'CityRegistrar',
        guards,
        details: { seats: seats.length, chosenByHand: seats.some(({ drawId }) => !drawId) },
      });
      await this.numberApplications(programmeId);
      await this.notify.accounts(
        seats.map(({ accountId }) => accountId),
        {
          kind: 'judgingDeclare',
          variables: { programme: programme.name },
          path: '/judging',
        },
      );
      await this.journal.record({
        actorId: actor.accountId,
        actorRole: 'CityRegistrar',
        event: 'declaration.open',
        subjectType: 'programme',
        subjectId: programmeId,
        programmeId,
        details: { seats: seats.map(({ id }) => id) },
      });
    });
  }

  /** Numbers that judges see: random, so that nothing can be read from them. */
  private async numberApplications(programmeId: string): Promise<void> {
    const all = await this.database.repo(Application).findBy({ programmeId });
    const taken = new Set(all.map(({ judgingNumber }) => judgingNumber));
    for (const { id, state, judgingNumber } of all) {
      if (judgingNumber || !applicationIn.verified.has(state)) continue;
      let number = String(randomInt(10_000, 100_000));
      while (taken.has(number)) number = String(randomInt(10_000, 100_000));
      taken.add(number);
      await this.database.execute('UPDATE application SET judging_number = ? WHERE id = ?', [
        number,
        id,
      ]);
    }
  }
}

/** The first fault of a panel by its name, where there is one. */
function faultOf(seats: readonly SeatRow[]): OwnWords {
  const categories = [...new Set(seats.map(({ categoryId }) => categoryId))];
  const [fault] = categories.flatMap((id) =>
    panelProblems(seats.filter(({ categoryId }) => categoryId === id).map(panelSeat)),
  );
  if (!fault) return {};
  return { panelAndAlternatesDrawn: () => new Refusal(fault.code, fault.variables) };
}
