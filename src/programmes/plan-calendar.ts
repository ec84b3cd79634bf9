import { Injectable } from '@nestjs/common';
import { Database } from '../database/database.js';
import { Journal } from '../journal/journal.js';
import { type PhaseDays, checkPhases, planPhases } from '../rules/programme/phase-calendar.js';
import { hashOf } from '../rules/provenance/sha256-hex.js';
import { Refusal } from '../rules/refusal.js';
import type { Actor } from '../web/actor.js';
import { actingRole } from '../web/acting-role.js';
import { loadInPreparation } from './load-programme.js';
import { lockRounds } from './lock-rounds.js';
import { Programme, type ProgrammeCalendar } from './programme.entity.js';
import { Round } from './round.entity.js';
import { roundDays } from './rounds-for.js';
import { SetReference } from './set-reference.js';
import { WorkingDays } from './working-days.js';
import { roundIn } from '../rules/lifecycle/round-groups.js';

export type CalendarInput =
  | { readonly programmeId: string; readonly version: number; readonly openingDay: string }
  | {
      readonly programmeId: string;
      readonly version: number;
      readonly phases: readonly PhaseDays[];
    };

/** Sets the planned days of all phases: laid out anew from an opening day, or as typed. */
@Injectable()
export class PlanCalendar {
  constructor(
    private readonly database: Database,
    private readonly journal: Journal,
    private readonly workingDays: WorkingDays,
    private readonly setReference: SetReference,
  ) {}

  async run(actor: Actor, given: CalendarInput): Promise<void> {
    const role = actingRole(actor, ['CityRegistrar'], given.programmeId);
    return this.database.transaction(async () => {
      const { programmeId, version } = given;
      const programme = await loadInPreparation(this.database, programmeId, version);
      const workingDays = await this.workingDays.calendar();
      programme.calendar =
        'openingDay' in given
          ? planPhases(workingDays, given.openingDay, durations(programme.calendar))
          : sound(checkPhases(workingDays, given.phases));
      await this.database.repo(Programme).save(programme);
      await this.setReference.run(programme);
      await this.moveRounds(programme);
      await this.journal.record({
        actorId: actor.accountId,
        actorRole: role,
        event: 'programme.planCalendar',
        subjectType: 'programme',
        subjectId: programmeId,
        programmeId,
        details: { hash: hashOf(programme.calendar), version: programme.version },
      });
    });
  }

  private async moveRounds({ id, calendar }: Programme): Promise<void> {
    const repo = this.database.repo(Round);
    for (const round of await lockRounds(this.database, { programmeId: id })) {
      if (!roundIn.planned.has(round.state)) continue;
      await repo.save(Object.assign(round, roundDays(round.kind, calendar)));
    }
  }
}

function durations(calendar: ProgrammeCalendar): Record<string, number> {
  return Object.fromEntries(calendar.map(({ phase, workingDays }) => [phase, workingDays]));
}

function sound({ phases, problems }: ReturnType<typeof checkPhases>): ProgrammeCalendar {
  const [first] = problems;
  if (first) throw new Refusal(first.code, first.variables, `${first.phase}.to`);
  return phases;
}
