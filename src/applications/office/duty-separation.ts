import { Injectable } from '@nestjs/common';
import { Database } from '../../database/database.js';
import type { Duty } from '../../rules/lifecycle/forbidden-pairs.js';
import { partsOnApplications } from '../parts-on-applications.js';
import { asPairDuty, refusePair } from '../../web/acting-role.js';
import type { Actor } from '../../web/actor.js';

/** Keeps apart what one person may not do on one application, at the moment of doing it. */
@Injectable()
export class DutySeparation {
  constructor(private readonly database: Database) {}

  /** Refuses `name` on the application for somebody whose other duties or acts on it forbid it. */
  async assert(
    actor: Actor,
    name: 'DivisionReviewer' | 'DivisionApprover' | 'Screener' | 'Verifier',
    { id: application, programmeId: programme }: { id: string; programmeId: string },
  ): Promise<void> {
    const held = actor.duties.filter((duty) => duty.role !== name).map(asPairDuty);
    const acted = await this.acts(actor.accountId, application);
    refusePair([...held, ...acted], { name, programme, application });
  }

  /** What an account did, or sits ready to do, on one application. */
  async acts(accountId: string, application: string): Promise<readonly Duty[]> {
    const rows = await this.database.rows<{ name: Duty['name'] }>(
      `SELECT name FROM ${partsOnApplications} p WHERE p.application_id = ? AND p.account_id = ?
       UNION SELECT 'Judge' FROM application a JOIN seat s ON s.category_id = a.category_id
             JOIN expert e ON e.id = s.expert_id
             WHERE a.id = ? AND e.account_id = ? AND s.vacated_at IS NULL`,
      [application, accountId, application, accountId],
    );
    return rows.map(({ name }) => ({ name, application }));
  }
}
