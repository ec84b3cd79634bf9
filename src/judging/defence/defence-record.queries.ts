import { Injectable } from '@nestjs/common';
import { Database } from '../../database/database.js';
import { quotedList } from '../../database/quoted-list.js';
import { ProgrammeQueries } from '../../programmes/programme.queries.js';
import { defenceDayOf } from '../../rules/hall/defence-day.js';
import { applicationIn } from '../../rules/lifecycle/application-groups.js';
import { programmeIn } from '../../rules/lifecycle/programme-groups.js';
import { type DefenceRecord, contradictionItemOf } from '../../rules/rounds/defence-record.js';
import { categoryRules } from '../../rules/scoring/category-sheets.js';
import type { CategoryCode, RuleSet } from '../../rules/scoring/rule-set.js';

/** A merchant who is heard in a round, with what the office has noted so far. */
export interface HeardMerchant {
  readonly applicationId: string;
  readonly roundId: string;
  readonly receiptNumber: string;
  readonly merchantName: string;
  readonly record: DefenceRecord | null;
  readonly enteredBy: string | null;
  readonly enteredName: string | null;
  readonly enteredAt: string | null;
  readonly confirmedName: string | null;
  readonly confirmedAt: string | null;
}

/** Records of one round that somebody can work on. */
export interface WaitingRecords {
  readonly roundId: string;
  readonly nameZh: string;
  readonly nameEn: string;
  readonly count: number;
}

interface Row extends Omit<HeardMerchant, 'record'> {
  readonly verdict: string | null;
  readonly seconds: string | null;
  readonly contradiction: string | null;
  readonly remark: string | null;
}

/** Whose defence has to be on record. The record is the verified figures that the score is computed from. */
@Injectable()
export class DefenceRecordQueries {
  constructor(
    private readonly database: Database,
    private readonly programmes: ProgrammeQueries,
  ) {}

  /** Empty for a round whose category deducts nothing for time or absence. */
  async ofRound(roundId: string): Promise<HeardMerchant[]> {
    const round = await this.database.row<{
      programmeId: string;
      categoryId: string;
      code: string;
    }>(
      `SELECT r.programme_id, r.category_id, c.code FROM round r
       JOIN category c ON c.id = r.category_id WHERE r.id = ? AND r.kind = 'defence'`,
      [roundId],
    );
    if (!round) return [];
    const { rules } = await this.programmes.rules(round.programmeId);
    const heard = await this.ofCategory(round.categoryId, round.code, rules);
    return heard.filter((one) => one.roundId === roundId);
  }

  /** Those whose record two people have not yet agreed on. */
  async unconfirmed(categoryId: string, code: string, rules: RuleSet): Promise<HeardMerchant[]> {
    const heard = await this.ofCategory(categoryId, code, rules);
    return heard.filter(({ confirmedAt }) => confirmedAt === null);
  }

  /** Per round, how many this person may still note or confirm: all but those that wait for somebody else. */
  async waitingFor(programmeId: string, accountId: string): Promise<WaitingRecords[]> {
    const [programme, categories] = await Promise.all([
      this.programmes.byId(programmeId),
      this.programmes.categories(programmeId),
    ]);
    if (!programmeIn.heard.has(programme.state)) return [];
    const { rules } = await this.programmes.rules(programmeId);
    const waiting: WaitingRecords[] = [];
    for (const { id, code, nameZh, nameEn } of categories) {
      const open = await this.unconfirmed(id, code, rules);
      const own = open.filter(({ enteredBy }) => enteredBy !== accountId);
      const [first] = own;
      if (first) waiting.push({ roundId: first.roundId, nameZh, nameEn, count: own.length });
    }
    return waiting;
  }

  /** Who did not come, as two people noted it, where the rules give 0 for that. */
  async absent(categoryId: string, rules: RuleSet): Promise<ReadonlySet<string>> {
    if (defenceDayOf(rules).absent !== 'zero') return new Set();
    const rows = await this.database.rows<{ id: string }>(
      `SELECT a.id FROM application a
       JOIN figure o ON o.application_id = a.id AND o.key = 'overtimeSeconds'
       WHERE a.category_id = ? AND o.verdict = 'Rejected' AND o.second_read_at IS NOT NULL
       ORDER BY a.id`,
      [categoryId],
    );
    return new Set(rows.map(({ id }) => id));
  }

  private async ofCategory(
    categoryId: string,
    code: string,
    rules: RuleSet,
  ): Promise<HeardMerchant[]> {
    const item = contradictionItemOf(categoryRules(rules, code as CategoryCode));
    // Whoever may lose the whole defence by an absence has a record too.
    if (item === null && defenceDayOf(rules).absent !== 'zero') return [];
    const rows = await this.database.rows<Row>(
      `SELECT a.id AS application_id, r.id AS round_id, a.receipt_number, m.name AS merchant_name,
              o.verdict, o.verified AS seconds, t.verified AS contradiction, o.reason AS remark,
              o.verifier_id AS entered_by, p.person_name AS entered_name,
              o.verified_at AS entered_at, q.person_name AS confirmed_name,
              o.second_read_at AS confirmed_at
       FROM round r
       JOIN application a ON a.category_id = r.category_id
       JOIN merchant m ON m.id = a.merchant_id
       LEFT JOIN figure o ON o.application_id = a.id AND o.key = 'overtimeSeconds'
       LEFT JOIN figure t ON t.application_id = a.id AND t.key = ?
       LEFT JOIN account p ON p.id = o.verifier_id
       LEFT JOIN account q ON q.id = o.second_reader_id
       WHERE r.category_id = ? AND r.kind = 'defence'
         AND a.state NOT IN (${quotedList(applicationIn.left)})
         AND EXISTS (SELECT 1 FROM score_sheet s WHERE s.round_id = r.id AND s.application_id = a.id)
       ORDER BY a.receipt_number, a.id`,
      [`tick.${item ?? ''}`, categoryId],
    );
    return rows.map(({ verdict, seconds, contradiction, remark, ...row }) => ({
      ...row,
      record:
        verdict === null
          ? null
          : {
              attended: verdict !== 'Rejected',
              overtimeSeconds: seconds === null ? null : Number(seconds),
              contradiction: contradiction === '1',
              remark,
            },
    }));
  }
}
