import { Injectable } from '@nestjs/common';
import {
  ApplicationRecords,
  type ApplicationRecordWithoutSheets,
} from '../../applications/application-records.js';
import { Database } from '../../database/database.js';
import { DefenceRecordQueries } from '../../judging/defence/defence-record.queries.js';
import { JudgeSheets } from '../../judging/sheets/judge-sheets.js';
import {
  type ProgrammeRow,
  ProgrammeQueries,
  type RuleVersionRow,
} from '../../programmes/programme.queries.js';
import { missing } from '../../rules/refusal.js';
import { inputHash } from '../../rules/provenance/build-bundle.js';
import type { CategoryInputs } from '../../rules/provenance/results-bundle.js';
import { ReReviewQueries, correctedSheets } from '../objections/re-review.queries.js';
import { RelockQueries } from './relock.queries.js';
import type { ApplicationRecord } from '../../rules/scoring/application-record.js';
import type { JudgeSheet } from '../../rules/scoring/judge-sheet.js';
import type { Figures } from '../../rules/scoring/figures.js';
import type { CategoryCode } from '../../rules/scoring/rule-set.js';
import type { ApplicationState } from '../../rules/lifecycle/application-states.js';
import { applicationIn } from '../../rules/lifecycle/application-groups.js';
import { quotedList } from '../../database/quoted-list.js';

export interface GatheredApplication {
  readonly id: string;
  readonly receiptNumber: string;
  readonly state: ApplicationState;
  readonly merchantName: string;
  readonly divisionCode: string;
}

/** Everything a category's standings come from, as it stands now. */
export interface Gathered {
  readonly categoryId: string;
  /** The lock whose place this would take; null for a first lock and after an unlock. */
  readonly replaces: string | null;
  readonly programme: ProgrammeRow;
  readonly rules: RuleVersionRow;
  readonly inputs: CategoryInputs;
  readonly hash: string;
  readonly applications: readonly GatheredApplication[];
  /** The same by receipt number, for the working. */
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
    private readonly reReviews: ReReviewQueries,
    private readonly relocks: RelockQueries,
    private readonly defence: DefenceRecordQueries,
  ) {}

  async run(categoryId: string): Promise<Gathered> {
    const category = await this.database.row<{ code: CategoryCode; programmeId: string }>(
      'SELECT code, programme_id FROM category WHERE id = ?',
      [categoryId],
    );
    if (!category) throw missing();
    const reviews = await this.reReviews.ofCategory(categoryId);
    const replaces = await this.relocks.replacedBy(categoryId);
    const applications = await this.applications(categoryId, replaces);
    const ids = applications.map(({ id }) => id);
    const [programme, rules, records, claimed, sheets, ballots] = await Promise.all([
      this.programmes.byId(category.programmeId),
      this.programmes.rules(category.programmeId),
      this.records.load(ids),
      this.records.claimedFigures(ids),
      this.sheets.load(categoryId),
      this.ballots(categoryId),
    ]);
    const absent = await this.defence.absent(categoryId, rules.rules);
    const complete = new Map(
      applications.flatMap(({ id, receiptNumber }) => {
        const record = records.get(id);
        const own = reviews.filter(({ applicationId }) => applicationId === id);
        const signed = correctedSheets(sheets.get(id) ?? [], own);
        if (!record) return [];
        return [
          [receiptNumber, absent.has(id) ? unheard(record, signed) : { ...record, sheets: signed }],
        ];
      }),
    );
    const inputs: CategoryInputs = {
      category: category.code,
      applications: [...complete.values()],
      ballots,
    };
    return {
      categoryId,
      replaces,
      programme,
      rules,
      inputs,
      hash: hashOfInputs(programme, rules, [inputs]),
      applications,
      records: complete,
      claimed: new Map(applications.map((one) => [one.receiptNumber, claimed.get(one.id)!])),
    };
  }

  /** A new version of a lock ranks exactly those of the old one: nobody moves up into a lost place. */
  private applications(categoryId: string, replaces: string | null) {
    const among = replaces
      ? ['a.id IN (SELECT s.application_id FROM standing s WHERE s.lock_id = ?)', replaces]
      : [`a.category_id = ? AND a.state IN (${quotedList(applicationIn.ranked)})`, categoryId];
    return this.database.rows<GatheredApplication>(
      `SELECT a.id, a.receipt_number, a.state, m.name AS merchant_name, a.division_code
       FROM application a JOIN merchant m ON m.id = a.merchant_id
       WHERE ${among[0]!} ORDER BY a.receipt_number, a.id`,
      [among[1]!],
    );
  }

  private async ballots(categoryId: string) {
    const rows = await this.database.rows<{ votes: string }>(
      'SELECT votes FROM ballot WHERE category_id = ? ORDER BY recorded_at, id',
      [categoryId],
    );
    return rows.map(({ votes }) => ({ votes: JSON.parse(votes) as Record<string, number> }));
  }
}

/** What judges gave to somebody who did not come counts for nothing. */
function unheard(
  record: ApplicationRecordWithoutSheets,
  signed: readonly JudgeSheet[],
): ApplicationRecord {
  const sheets = signed.filter(({ sheet }) => sheet === 'material');
  return { ...record, sheets, absentFromDefence: true };
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
