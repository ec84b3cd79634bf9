import { Injectable } from '@nestjs/common';
import { Database } from '../../../database/database.js';
import { quotedList } from '../../../database/quoted-list.js';
import { ofRunning } from '../../../programmes/running-editions.js';
import { applicationIn } from '../../../rules/lifecycle/application-groups.js';

export interface PendingRow {
  readonly id: string;
  readonly programmeId: string;
  readonly merchantName: string;
  readonly divisionCode: string;
  readonly receiptNumber: string | null;
}

export interface TakeoverRow extends PendingRow {
  readonly reason: string;
  readonly ownerName: string | null;
  readonly takenAt: string;
}

export interface OwnerRow {
  readonly id: string;
  readonly name: string;
}

/** What the city office may take over from the divisions, and what it took. */
@Injectable()
export class TakeoverQueries {
  constructor(private readonly database: Database) {}

  /** Applications without a signed opinion of their division. */
  pending(programmeId: string): Promise<PendingRow[]> {
    return this.waiting('a.programme_id = ?', programmeId);
  }

  pendingOfRunning(): Promise<PendingRow[]> {
    return this.waiting(ofRunning('a.programme_id'));
  }

  takenOfRunning(): Promise<TakeoverRow[]> {
    return this.database.rows<TakeoverRow>(
      `SELECT a.id, a.programme_id, m.name AS merchant_name, a.division_code, a.receipt_number,
              t.reason, o.person_name AS owner_name, t.taken_at
       FROM city_takeover t JOIN application a ON a.id = t.application_id
       JOIN merchant m ON m.id = a.merchant_id LEFT JOIN account o ON o.id = t.owner_id
       WHERE ${ofRunning('a.programme_id')} ORDER BY t.taken_at DESC, a.id`,
    );
  }

  /** Screeners at work, one of whom goes on with it. */
  owners(): Promise<OwnerRow[]> {
    return this.database.rows<OwnerRow>(
      `SELECT DISTINCT a.id, a.person_name AS name FROM duty d
       JOIN account a ON a.id = d.account_id AND a.disabled_at IS NULL
       WHERE d.role = 'Screener' AND d.ended_at IS NULL ORDER BY a.person_name, a.id`,
    );
  }

  private waiting(where: string, ...values: string[]): Promise<PendingRow[]> {
    return this.database.rows<PendingRow>(
      `SELECT a.id, a.programme_id, m.name AS merchant_name, a.division_code, a.receipt_number
       FROM application a JOIN merchant m ON m.id = a.merchant_id
       WHERE ${where} AND a.state IN (${quotedList(applicationIn.awaitsOpinion)})
       ORDER BY a.division_code, a.receipt_number, a.id`,
      values,
    );
  }
}
