import { Injectable } from '@nestjs/common';
import { Clock } from '../config/clock.js';
import { Database } from '../database/database.js';
import { newId } from '../database/new-id.js';
import { Journal } from '../journal/journal.js';
import { beijingDate } from '../rules/calendar/beijing-time.js';
import { isWorkingDay } from '../rules/calendar/working-day-calendar.js';
import { RECOMMENDING_DIVISIONS } from '../rules/programme/recommending-divisions.js';
import { phaseDeadline } from '../rules/programme/phase-deadline.js';
import { Refusal, overtaken } from '../rules/refusal.js';
import type { Actor } from '../web/actor.js';
import { actingRole } from '../web/acting-role.js';
import { ExtensionOrder } from './extension-order.entity.js';
import { requireRunning } from './load-programme.js';
import { SetUpQueries } from './set-up.queries.js';
import { WorkingDays } from './working-days.js';
import { programmeIn } from '../rules/lifecycle/programme-groups.js';
import { Programme } from './programme.entity.js';

export interface NewExtension {
  readonly programmeId: string;
  readonly phase: string;
  readonly scope: 'all' | 'division' | 'application';
  readonly divisionCode: string | null;
  /** Chosen by its merchant: a draft has no receipt number yet. */
  readonly applicationId: string | null;
  /** Whether who has not begun may still begin; an order for one application lets nobody begin. */
  readonly newDrafts: boolean;
  readonly newLastDay: string;
  readonly reason: string;
}

/** Moves a deadline of the announced calendar to a later day, for all, a division or one applicant. */
@Injectable()
export class OrderExtension {
  constructor(
    private readonly database: Database,
    private readonly journal: Journal,
    private readonly clock: Clock,
    private readonly setUp: SetUpQueries,
    private readonly workingDays: WorkingDays,
  ) {}

  async run(actor: Actor, given: NewExtension): Promise<void> {
    const { programmeId, phase, scope, newLastDay, reason } = given;
    const role = actingRole(actor, ['CityRegistrar'], programmeId);
    return this.database.transaction(async () => {
      await this.database.lock(Programme, given.programmeId);
      const scopeId = await this.scopeId(given);
      const newDrafts = scope !== 'application' && given.newDrafts;
      const extensions = await this.setUp.extensions(programmeId);
      const calendar = await this.workingDays.calendar();
      const programme = await requireRunning(this.database, programmeId);
      if (programmeIn.preparing.has(programme.state))
        throw overtaken('programmes.refused.notAnnounced', 'programme', programme.state);
      const whose = { divisionCode: scopeId ?? '', applicationId: scopeId ?? '' };
      const before = phaseDeadline(programme.calendar, extensions, phase, whose);
      if (before === null) throw new Refusal('programmes.refused.phaseNotPlanned', {}, 'phase');
      if (newLastDay <= before) {
        throw new Refusal('programmes.refused.notLater', { before }, 'newLastDay');
      }
      if (newLastDay < beijingDate(this.clock.now())) {
        throw new Refusal('programmes.refused.dayPast', {}, 'newLastDay');
      }
      if (!isWorkingDay(calendar, newLastDay)) {
        throw new Refusal('programmes.calendar.lastDayIdle', { to: newLastDay }, 'newLastDay');
      }
      const order = Object.assign(new ExtensionOrder(), {
        id: newId(),
        programmeId,
        phase,
        scope,
        scopeId,
        newLastDay,
        newDrafts,
        reason,
        orderedBy: actor.accountId,
        orderedAt: this.clock.now(),
      });
      await this.database.repo(ExtensionOrder).insert(order);
      await this.journal.record({
        actorId: actor.accountId,
        actorRole: role,
        event: 'extensionOrder.order',
        subjectType: 'extensionOrder',
        subjectId: order.id,
        programmeId,
        details: { phase, scope, scopeId, before, newLastDay, newDrafts },
        changesPublicPages: true,
      });
    });
  }

  private async scopeId(given: NewExtension): Promise<string | null> {
    if (given.scope === 'all') return null;
    if (given.scope === 'division') {
      const known = RECOMMENDING_DIVISIONS.find((code) => code === given.divisionCode);
      if (known) return known;
      throw new Refusal('programmes.refused.divisionNeeded', {}, 'divisionCode');
    }
    const applicants = await this.setUp.applicants(given.programmeId);
    const chosen = applicants.find(({ id }) => id === given.applicationId);
    if (chosen) return chosen.id;
    throw new Refusal('programmes.refused.applicantNeeded', {}, 'applicationId');
  }
}
