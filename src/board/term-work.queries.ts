import { Injectable } from '@nestjs/common';
import { Database } from '../database/database.js';
import { OWN_SHEETS } from '../judging/sheets/own-sheets.js';
import { quotedList } from '../database/quoted-list.js';
import { ofRunning } from '../programmes/running-editions.js';
import type { DueWork } from '../rules/due-work.js';
import { applicationIn } from '../rules/lifecycle/application-groups.js';
import { objectionIn } from '../rules/lifecycle/objection-groups.js';
import { roundIn } from '../rules/lifecycle/round-groups.js';
import { sheetIn } from '../rules/lifecycle/score-sheet-groups.js';
import { type TermFacts, termWork } from '../rules/term-work.js';

/** What the office owes somebody by a day, and what judges owe it since one, of every edition. */
@Injectable()
export class TermWorkQueries {
  constructor(private readonly database: Database) {}

  async on(today: string): Promise<readonly DueWork[]> {
    const [objections, statements, reexaminations, lateSheets] = await Promise.all([
      this.objections(),
      this.answers('screening_statement', 'outcome'),
      this.answers('reexamination_request', 'decision'),
      this.lateSheets(today),
    ]);
    return termWork({ objections, statements, reexaminations, lateSheets });
  }

  private objections(): Promise<TermFacts['objections']> {
    return this.database.rows(
      `SELECT o.id, o.state, o.accept_by, o.decide_by,
              CASE WHEN m.name IS NULL THEN o.receipt_number
                   ELSE m.name || ' ' || o.receipt_number END AS subject
       FROM objection o LEFT JOIN application a ON a.id = o.application_id
       LEFT JOIN merchant m ON m.id = a.merchant_id
       WHERE o.state IN (${quotedList(objectionIn.unsettled)}) ORDER BY o.received_at, o.id`,
    );
  }

  private answers(
    table: 'screening_statement' | 'reexamination_request',
    answer: 'outcome' | 'decision',
  ): Promise<TermFacts['statements']> {
    return this.database.rows(
      `SELECT m.name || ' ' || a.receipt_number AS subject, q.answer_due_on
       FROM ${table} q JOIN application a ON a.id = q.application_id
       JOIN merchant m ON m.id = a.merchant_id
       WHERE q.${answer} IS NULL AND ${ofRunning('a.programme_id')}
       ORDER BY q.answer_due_on, q.id`,
    );
  }

  /** A count of sheets would say nothing of what stands in them; who is late, and in which category, says enough. */
  private lateSheets(today: string): Promise<TermFacts['lateSheets']> {
    return this.database.rows(
      `SELECT DISTINCT r.id AS round_id, p.person_name || ' · ' || c.name_zh AS judge_name, r.closes_on
       FROM ${OWN_SHEETS} s JOIN round r ON r.id = s.round_id JOIN category c ON c.id = r.category_id
       JOIN account p ON p.id = s.account_id JOIN application a ON a.id = s.application_id
       WHERE r.state IN (${quotedList(roundIn.open)}) AND r.closes_on < ?
         AND s.state IN (${quotedList(sheetIn.open)}) AND a.state NOT IN (${quotedList(applicationIn.left)})
       ORDER BY r.closes_on, judge_name, r.id`,
      [today],
    );
  }
}
