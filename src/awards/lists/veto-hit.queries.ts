import { Injectable } from '@nestjs/common';
import { Database } from '../../database/database.js';
import { applicationIn } from '../../rules/lifecycle/application-groups.js';
import { quotedList } from '../../database/quoted-list.js';

export interface VetoHitRow {
  readonly receiptNumber: string;
  readonly merchantName: string;
  readonly rule: string;
  readonly decidedOn: string | null;
  readonly note: string | null;
}

/** Confirmed hits of renewed credit queries on applications that no title has ended yet (A24). */
@Injectable()
export class VetoHitQueries {
  constructor(private readonly database: Database) {}

  confirmed(programmeId: string): Promise<VetoHitRow[]> {
    return this.database.rows<VetoHitRow>(
      `SELECT a.receipt_number, m.name AS merchant_name, v.rule, v.decided_on, v.note
       FROM veto_check v JOIN application a ON a.id = v.application_id
       JOIN merchant m ON m.id = a.merchant_id
       WHERE a.programme_id = ? AND v.check_point <> 'K1' AND v.result = 'Hit'
         AND v.second_reader_id IS NOT NULL
         AND a.state IN (${quotedList(applicationIn.vetoDecides)})
       ORDER BY a.receipt_number, v.rule, v.id`,
      [programmeId],
    );
  }
}
