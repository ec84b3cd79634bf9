import { Injectable } from '@nestjs/common';
import { Clock } from '../config/clock.js';
import { Database } from '../database/database.js';
import { Journal } from '../journal/journal.js';
import { createWorkingDayCalendar } from '../rules/calendar/working-day-calendar.js';
import { hashOf } from '../rules/provenance/sha256-hex.js';
import { Refusal, conflict } from '../rules/refusal.js';
import { RuleError } from '../rules/rule-error.js';
import type { Actor } from '../web/actor.js';
import { actingRole } from '../web/acting-role.js';
import { parseDayList } from './day-list.js';
import { WorkingDayYear } from './working-day-year.entity.js';

export interface WorkingDayYearInput {
  readonly year: number;
  /** 0 for a year that is not loaded yet. */
  readonly version: number;
  /** Dates as typed, one or several a line. */
  readonly holidays: string;
  readonly makeUpDays: string | null;
  readonly source: string;
}

/** Loads or corrects the holidays and make-up days of a year from the State Council's notice. */
@Injectable()
export class SaveWorkingDayYear {
  constructor(
    private readonly database: Database,
    private readonly journal: Journal,
    private readonly clock: Clock,
  ) {}

  async run(actor: Actor, given: WorkingDayYearInput): Promise<void> {
    const role = actingRole(actor, ['CityRegistrar']);
    const { year, version, source } = given;
    const holidays = parseDayList(given.holidays, year, 'holidays');
    const makeUpDays = parseDayList(given.makeUpDays ?? '', year, 'makeUpDays');
    refuseContradiction(year, holidays, makeUpDays);
    await this.database.transaction(async () => {
      // A year that is not loaded has no row that two people would both hold.
      await this.journal.hold();
      const repo = this.database.repo(WorkingDayYear);
      const known = await repo.findOneBy({ year });
      if ((known?.version ?? 0) !== version) throw conflict();
      const row = known ?? Object.assign(new WorkingDayYear(), { year });
      const changedAt = this.clock.now();
      const changedBy = actor.accountId;
      await repo.save(Object.assign(row, { holidays, makeUpDays, source, changedBy, changedAt }));
      await this.journal.record({
        actorId: actor.accountId,
        actorRole: role,
        event: 'workingDayYear.save',
        subjectType: 'workingDayYear',
        subjectId: String(year),
        details: { hash: hashOf({ holidays, makeUpDays }), version: row.version },
        changesPublicPages: true,
      });
    });
  }
}

function refuseContradiction(year: number, holidays: string[], makeUpDays: string[]): void {
  try {
    createWorkingDayCalendar([{ year, holidays, makeUpDays }]);
  } catch (error) {
    if (!(error instanceof RuleError)) throw error;
    throw new Refusal(error.code, error.variables, 'makeUpDays');
  }
}
