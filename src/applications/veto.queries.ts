import { Injectable } from '@nestjs/common';
import { Clock } from '../config/clock.js';
import { Database } from '../database/database.js';
import { WorkingDays } from '../programmes/working-days.js';
import { ProgrammeQueries } from '../programmes/programme.queries.js';
import { beijingDate } from '../rules/calendar/beijing-time.js';
import { type VetoBlocker, vetoBlockers } from '../rules/eligibility/veto-check.js';
import { groupBy } from './group-by.js';
import type { CheckPoint, VetoResult } from './veto-check.entity.js';

interface CheckRow {
  readonly applicationId: string;
  readonly rule: string;
  readonly asOf: string;
  readonly result: VetoResult;
  readonly note: string | null;
  readonly checkerId: string;
  readonly secondReaderId: string | null;
}

/** Credit checks of applications as the next step needs them. */
@Injectable()
export class VetoQueries {
  constructor(
    private readonly database: Database,
    private readonly programmes: ProgrammeQueries,
    private readonly workingDays: WorkingDays,
    private readonly clock: Clock,
  ) {}

  /** What keeps each application from passing a check point today; those with nothing are absent. */
  async blockers(
    programmeId: string,
    applicationIds: readonly string[],
    checkPoint: CheckPoint,
  ): Promise<ReadonlyMap<string, readonly VetoBlocker[]>> {
    if (!applicationIds.length) return new Map();
    const { rules } = await this.programmes.rules(programmeId);
    const calendar = await this.workingDays.calendar();
    const today = beijingDate(this.clock.now());
    const checks = groupBy(
      await this.checks(applicationIds, checkPoint),
      (row) => row.applicationId,
    );
    const asked = rules.vetoRules.filter((rule) => rule.checkPoints.includes(checkPoint));
    const found = applicationIds.map((id) => {
      const stored = (checks.get(id) ?? []).map((row) => ({
        rule: row.rule,
        asOfDate: row.asOf,
        result: row.result,
        waiver: row.secondReaderId
          ? { people: [row.checkerId, row.secondReaderId], reason: row.note ?? '' }
          : null,
      }));
      return [id, vetoBlockers(calendar, asked as never, stored, today)] as const;
    });
    return new Map(found.filter(([, blockers]) => blockers.length > 0));
  }

  private checks(ids: readonly string[], checkPoint: CheckPoint): Promise<CheckRow[]> {
    return this.database.rows<CheckRow>(
      `SELECT application_id, rule, as_of, result, note, checker_id, second_reader_id
       FROM veto_check WHERE check_point = ? AND application_id IN (${ids.map(() => '?').join(', ')})
       ORDER BY application_id, rule, as_of, id`,
      [checkPoint, ...ids],
    );
  }
}
