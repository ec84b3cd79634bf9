import { Injectable } from '@nestjs/common';
import { Database } from '../../../database/database.js';
import { ProgrammeQueries } from '../../../programmes/programme.queries.js';
import { WorkingDays } from '../../../programmes/working-days.js';
import { recordedBlockers } from '../../../rules/eligibility/recorded-check.js';
import type { VetoBlocker } from '../../../rules/eligibility/veto-check.js';
import { groupBy } from '../../group-by.js';
import type { VetoCheckRow } from './veto-check-row.js';
import type { CheckPoint } from '../../../rules/lifecycle/check-point.js';

/** Ids in one `IN` list. */
const idsPerQuery = 500;

@Injectable()
export class VetoQueries {
  constructor(
    private readonly database: Database,
    private readonly programmes: ProgrammeQueries,
    private readonly workingDays: WorkingDays,
  ) {}

  /**
   * What keeps each application from passing a check point today, by application id; one that is
   * free has an empty list. All applications are of one programme.
   * @param today a Beijing day
   */
  async blockers(
    applicationIds: readonly string[],
    checkPoint: CheckPoint,
    today: string,
  ): Promise<ReadonlyMap<string, readonly VetoBlocker[]>> {
    const [first] = applicationIds;
    if (first === undefined) return new Map();
    const owner = await this.database.row<{ programmeId: string }>(
      'SELECT programme_id FROM application WHERE id = ?',
      [first],
    );
    const { rules } = await this.programmes.rules(owner?.programmeId ?? '');
    const calendar = await this.workingDays.calendar();
    const checks = groupBy(
      await this.checks(applicationIds, checkPoint),
      (check) => check.applicationId,
    );
    return new Map(
      applicationIds.map((id) => [
        id,
        recordedBlockers(calendar, rules.vetoRules, checkPoint, checks.get(id) ?? [], today),
      ]),
    );
  }

  /** Every recorded check at one check point, oldest first. */
  async checks(
    applicationIds: readonly string[],
    checkPoint: CheckPoint,
  ): Promise<readonly VetoCheckRow[]> {
    const found: VetoCheckRow[] = [];
    for (let from = 0; from < applicationIds.length; from += idsPerQuery) {
      const some = applicationIds.slice(from, from + idsPerQuery);
      found.push(
        ...(await this.database.rows<VetoCheckRow>(
          `SELECT v.id, v.application_id, v.rule, v.source, v.as_of, v.result, v.decided_on,
                  v.cleared_on, v.note, v.evidence_id, v.checker_id, c.person_name AS checker_name,
                  v.checked_at, v.second_reader_id, s.person_name AS second_reader_name
           FROM veto_check v LEFT JOIN account c ON c.id = v.checker_id
           LEFT JOIN account s ON s.id = v.second_reader_id
           WHERE v.check_point = ? AND v.application_id IN (${some.map(() => '?').join(', ')})
           ORDER BY v.as_of, v.checked_at, v.id`,
          [checkPoint, ...some],
        )),
      );
    }
    return found;
  }
}
