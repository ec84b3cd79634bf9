import { Injectable } from '@nestjs/common';
import { Database } from '../../../database/database.js';
import { quotedList } from '../../../database/quoted-list.js';
import type { SqlValue } from '../../../database/reader.js';
import type { ChosenGroup, LetterStage } from '../../../rules/delivery/chosen-group.js';
import { applicationIn } from '../../../rules/lifecycle/application-groups.js';
import { ofRunning } from '../../../programmes/running-editions.js';
import { missing } from '../../../rules/refusal.js';

export interface Addressee {
  readonly merchantId: string;
  readonly name: string;
  /** People who act for it now; without one the office has to telephone. */
  readonly people: number;
}

export interface LetterRow {
  readonly id: string;
  readonly programmeId: string;
  readonly subject: string;
  readonly body: string;
  readonly chosen: ChosenGroup;
  readonly merchants: number;
  readonly sentAt: string;
  readonly sentBy: string | null;
}

export interface LetterLog {
  readonly people: number;
  readonly read: number;
  readonly mailed: number;
  readonly texted: number;
  readonly waiting: number;
  readonly failed: number;
}

const stages: Readonly<Record<LetterStage, string>> = {
  draft: `a.state IN (${quotedList(applicationIn.draft)})`,
  submitted: `a.state NOT IN (${quotedList(applicationIn.neverEntered)})`,
  correcting: `a.state IN (${quotedList(applicationIn.correcting)})`,
  everybody: `a.state NOT IN (${quotedList(applicationIn.left)})`,
};

/** The address of a letter in the inboxes of those who have it. */
export const letterPath = (id: string) => `/my/letters/${id}`;

/** Whom a letter of the office goes to, and what became of it. */
@Injectable()
export class GroupLetterQueries {
  constructor(private readonly database: Database) {}

  /** Every merchant once, however many of its applications are meant. */
  async addressees(programmeId: string, chosen: ChosenGroup): Promise<Addressee[]> {
    const where = ['a.programme_id = ?', stages[chosen.stage]];
    const values: SqlValue[] = [programmeId];
    if (chosen.category) {
      where.push('c.code = ?');
      values.push(chosen.category);
    }
    if (chosen.divisionCode) {
      where.push('a.division_code = ?');
      values.push(chosen.divisionCode);
    }
    return this.database.rows<Addressee>(
      `SELECT m.id AS merchant_id, m.name,
              (SELECT COUNT(*) FROM duty d JOIN account p ON p.id = d.account_id
               WHERE d.merchant_id = m.id AND d.ended_at IS NULL AND p.disabled_at IS NULL) AS people
       FROM merchant m WHERE m.id IN (SELECT a.merchant_id FROM application a
                                      JOIN category c ON c.id = a.category_id
                                      WHERE ${where.join(' AND ')})
       ORDER BY m.search_name, m.id`,
      values,
    );
  }

  ofRunning(): Promise<LetterRow[]> {
    return this.letters(ofRunning('l.programme_id'));
  }

  ofProgramme(programmeId: string): Promise<LetterRow[]> {
    return this.letters('l.programme_id = ?', programmeId);
  }

  async byId(id: string): Promise<LetterRow> {
    const [letter] = await this.letters('l.id = ?', id);
    if (!letter) throw missing();
    return letter;
  }

  /** A letter for somebody who has it. */
  async received(id: string, accountId: string): Promise<LetterRow> {
    const letter = await this.byId(id);
    const message = await this.database.row(
      `SELECT id FROM message WHERE account_id = ? AND kind = 'officeLetter' AND path = ?`,
      [accountId, letterPath(id)],
    );
    if (!message) throw missing();
    return letter;
  }

  async log(id: string): Promise<LetterLog> {
    const row = await this.database.row<LetterLog>(
      `SELECT COUNT(DISTINCT m.account_id) AS people,
              COUNT(DISTINCT CASE WHEN m.read_at IS NOT NULL THEN m.account_id END) AS read,
              COUNT(CASE WHEN d.outcome = 'sent' AND d.channel = 'mail' THEN 1 END) AS mailed,
              COUNT(CASE WHEN d.outcome = 'sent' AND d.channel = 'sms' THEN 1 END) AS texted,
              COUNT(CASE WHEN d.id IS NOT NULL AND d.outcome IS NULL THEN 1 END) AS waiting,
              COUNT(CASE WHEN d.outcome = 'failed' THEN 1 END) AS failed
       FROM message m LEFT JOIN delivery d ON d.message_id = m.id
       WHERE m.kind = 'officeLetter' AND m.path = ?`,
      [letterPath(id)],
    );
    return row!;
  }

  private async letters(where: string, ...values: string[]): Promise<LetterRow[]> {
    const rows = await this.database.rows<LetterRow & { chosen: string }>(
      `SELECT l.id, l.programme_id, l.subject, l.body, l.chosen, l.merchants, l.sent_at, p.person_name AS sent_by
       FROM group_letter l LEFT JOIN account p ON p.id = l.sent_by
       WHERE ${where} ORDER BY l.sent_at DESC, l.id`,
      values,
    );
    return rows.map((row) => ({ ...row, chosen: JSON.parse(row.chosen) as ChosenGroup }));
  }
}
