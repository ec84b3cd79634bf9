import { Injectable } from '@nestjs/common';
import { ApplicationRecords } from '../../applications/application-records.js';
import { Database } from '../../database/database.js';
import { JudgeSheets } from '../../judging/judge-sheets.js';
import {
  type ProgrammeRow,
  ProgrammeQueries,
  type RuleVersionRow,
} from '../../programmes/programme.queries.js';
import { missing } from '../../rules/refusal.js';
import { inputHash } from '../../rules/provenance/build-bundle.js';
import { publicRecords } from '../../rules/provenance/public-record.js';
import type { CategoryInputs } from '../../rules/provenance/results-bundle.js';
import type { ApplicationRecord } from '../../rules/scoring/application-record.js';
import type { Figures } from '../../rules/scoring/figures.js';
import type { CategoryCode } from '../../rules/scoring/rule-set.js';

export interface GatheredApplication {
  readonly id: string;
  readonly receiptNumber: string;
  readonly state: string;
  readonly merchantName: string;
  readonly divisionCode: string;
}

/** Everything a category's standings come from, as it stands now. */
export interface Gathered {
  readonly categoryId: string;
  readonly programme: ProgrammeRow;
  readonly rules: RuleVersionRow;
  readonly inputs: CategoryInputs;
  readonly hash: string;
  readonly applications: readonly GatheredApplication[];
  /** Verified figures as they are, for the working; the inputs carry what may be published. */
  readonly records: ReadonlyMap<string, ApplicationRecord>;
  readonly claimed: ReadonlyMap<string, Figures>;
}

/** Reads committed rows only, so two people who gather the same data get the same hash. */
@Injectable()
export class GatherInputs {
  constructor(
    private readonly database: Database,
    private readonly programmes: ProgrammeQueries,
    private readonly records: ApplicationRecords,
    private readonly sheets: JudgeSheets,
  ) {}

  async run(categoryId: string): Promise<Gathered> {
    const category = await this.database.row<{ code: CategoryCode; programmeId: string }>(
      'SELECT code, programme_id FROM category WHERE id = ?',
      [categoryId],
    );
    if (!category) throw missing();
    const applications = await this.database.rows<GatheredApplication>(
      `SELECT a.id, a.receipt_number, a.state, m.name AS merchant_name, a.division_code
       FROM application a JOIN merchant m ON m.id = a.merchant_id
       WHERE a.category_id = ? AND a.state IN ('InReview', 'ScoreLocked')
       ORDER BY a.receipt_number, a.id`,
      [categoryId],
    );
    const ids = applications.map(({ id }) => id);
    const [programme, rules, records, claimed, sheets, ballots] = await Promise.all([
      this.programmes.byId(category.programmeId),
      this.programmes.rules(category.programmeId),
      this.records.load(ids),
      this.records.claimedFigures(ids),
      this.sheets.load(categoryId),
      this.ballots(categoryId),
    ]);
    const complete = new Map(
      applications.flatMap(({ id, receiptNumber }) => {
        const record = records.get(id);
        return record ? [[receiptNumber, { ...record, sheets: sheets.get(id) ?? [] }]] : [];
      }),
    );
    const inputs: CategoryInputs = {
      category: category.code,
      applications: publicRecords(rules.rules, [...complete.values()]),
      ballots,
    };
    return {
      categoryId,
      programme,
      rules,
      inputs,
      hash: hashOfInputs(programme, rules, [inputs]),
      applications,
      records: complete,
      claimed: new Map(applications.map((one) => [one.receiptNumber, claimed.get(one.id)!])),
    };
  }

  private async ballots(categoryId: string) {
    const rows = await this.database.rows<{ votes: string }>(
      'SELECT votes FROM ballot WHERE category_id = ? ORDER BY recorded_at, id',
      [categoryId],
    );
    return rows.map(({ votes }) => ({ votes: JSON.parse(votes) as Record<string, number> }));
  }
}

function hashOfInputs(
  programme: ProgrammeRow,
  rules: RuleVersionRow,
  categories: readonly CategoryInputs[],
): string {
  return inputHash({
    programme: programme.slug,
    ruleVersion: rules.hash,
    ruleSet: rules.rules,
    categories,
  });
}
