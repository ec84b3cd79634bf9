import { Injectable } from '@nestjs/common';
import { Database } from '../../database/database.js';
import type { ResultsBundle } from '../../rules/provenance/results-bundle.js';
import { type CategoryNames, namesOf } from '../../programmes/category-names.js';
import type { AwardListRow } from './award-list.entity.js';
import type { LeftOut } from './left-out.js';
import type { Listed } from './list-rows.js';
import { lockIn } from '../../rules/lifecycle/record-states.js';
import { applicationIn } from '../../rules/lifecycle/application-groups.js';
import { quotedList } from '../../database/quoted-list.js';

export interface ListVersion {
  readonly number: number;
  readonly publishedOn: string;
  readonly documentNumber: string | null;
}

export interface AwardListRecord {
  readonly id: string;
  readonly programmeId: string;
  readonly programmeName: string;
  readonly categories: CategoryNames;
  readonly year: number;
  readonly kind: 'proposed' | 'award';
  readonly number: number;
  readonly state: 'Prepared' | 'Posted' | 'Published' | 'Superseded';
  readonly rows: readonly AwardListRow[];
  readonly hash: string;
  readonly inputHash: string | null;
  readonly documentNumber: string | null;
  readonly minutes: string | null;
  readonly supervisorStatement: string | null;
  readonly correctionReason: string | null;
  /** The public version in whose place this one came; null for the first. */
  readonly corrects: ListVersion | null;
  /** The newest public version, where it came in the place of this one. */
  readonly correctedBy: ListVersion | null;
  readonly leftOut: LeftOut | null;
  readonly preparedBy: string;
  readonly preparedName: string | null;
  readonly preparedAt: string;
  readonly publishedOn: string | null;
  readonly hasBundle: number;
}

export interface OutcomeRow extends Listed {
  readonly receiptNumber: string;
  readonly state: string;
  readonly outcome: 'proposed' | 'notProposed' | 'undecided';
  readonly compositeMillionths: number;
}

interface NamedCategory {
  readonly code: string;
  readonly nameZh: string;
  readonly nameEn: string;
}

@Injectable()
export class AwardListQueries {
  constructor(private readonly database: Database) {}

  /** Every version of the lists of a programme, newest first. */
  ofProgramme(programmeId: string): Promise<AwardListRecord[]> {
    return this.lists('WHERE l.programme_id = ?', [programmeId]);
  }

  async byId(id: string): Promise<AwardListRecord | null> {
    return (await this.lists('WHERE l.id = ?', [id]))[0] ?? null;
  }

  /** A version that anybody may see: posted or published once, also when a later one replaced it. */
  async publicById(id: string): Promise<AwardListRecord | null> {
    return (await this.lists(`WHERE l.id = ? AND l.published_on IS NOT NULL`, [id]))[0] ?? null;
  }

  /** The public version before this one. */
  async before(list: AwardListRecord): Promise<AwardListRecord | null> {
    const earlier = await this.lists(
      `WHERE l.programme_id = ? AND l.kind = ? AND l.number < ? AND l.published_on IS NOT NULL`,
      [list.programmeId, list.kind, list.number],
    );
    return earlier[0] ?? null;
  }

  async bundle(id: string): Promise<ResultsBundle | null> {
    const row = await this.database.row<{ bundle: string | null }>(
      `SELECT bundle FROM award_list WHERE id = ? AND kind = 'award' AND published_on IS NOT NULL`,
      [id],
    );
    return row?.bundle ? (JSON.parse(row.bundle) as ResultsBundle) : null;
  }

  /** Locked outcomes of a programme with the fields that a list may carry. */
  async outcomes(programmeId: string): Promise<OutcomeRow[]> {
    const rows = await this.database.rows<OutcomeRow & { agreed: string | null }>(
      `SELECT a.id AS application_id, a.receipt_number, a.state, a.merchant_id, a.division_code,
              m.name, COALESCE((SELECT MIN(h.shop_name) FROM shop h WHERE h.merchant_id = m.id), '') AS main,
              (SELECT d.items FROM declaration d WHERE d.application_id = a.id AND d.kind = 'publicity'
               ORDER BY d.accepted_at DESC, d.id DESC LIMIT 1) AS agreed,
              c.code AS category_code, c.position AS category_position,
              s.standing, s.outcome, s.composite_millionths
       FROM standing s JOIN standing_lock l ON l.id = s.lock_id AND l.state IN (${quotedList(lockIn.locked)})
       JOIN application a ON a.id = s.application_id JOIN merchant m ON m.id = a.merchant_id
       JOIN category c ON c.id = a.category_id
       WHERE l.programme_id = ? ORDER BY c.position, s.standing, a.id`,
      [programmeId],
    );
    return rows.map(({ agreed, main, ...row }) => {
      const shops = (JSON.parse(agreed ?? '[]') as string[]).includes('shops');
      return { ...row, main: shops ? main : '' };
    });
  }

  /** From the review to the selection a merchant can be taken out; by receipt number and name. */
  async cancellable(programmeId: string): Promise<{ value: string; label: string }[]> {
    const states = new Set([
      ...applicationIn.vetoDecides,
      ...applicationIn.named,
      ...applicationIn.selected,
    ]);
    const rows = await this.database.rows<{ receipt: string; name: string }>(
      `SELECT a.receipt_number AS receipt, m.name FROM application a
       JOIN merchant m ON m.id = a.merchant_id
       WHERE a.programme_id = ? AND a.state IN (${quotedList(states)})
       ORDER BY a.receipt_number, a.id`,
      [programmeId],
    );
    return rows.map(({ receipt, name }) => ({ value: receipt, label: `${receipt} ${name}` }));
  }

  private async lists(where: string, values: readonly (string | number)[]) {
    const rows = await this.database.rows<Stored>(
      `SELECT l.id, l.programme_id, p.name AS programme_name, p.year, l.kind, l.number, l.state,
              l.rows AS list_rows, l.hash, l.input_hash, l.document_number, l.minutes,
              l.supervisor_statement, l.correction_reason, l.prepared_by, a.person_name AS prepared_name,
              l.prepared_at, l.published_on, l.left_out AS left_out_rows, CASE WHEN l.bundle IS NULL THEN 0 ELSE 1 END AS has_bundle
       FROM award_list l JOIN programme p ON p.id = l.programme_id
       LEFT JOIN account a ON a.id = l.prepared_by ${where}
       ORDER BY l.kind, l.number DESC, l.id`,
      values,
    );
    if (!rows.length) return [];
    const categories = await this.database.rows<{ programmeId: string } & NamedCategory>(
      'SELECT programme_id, code, name_zh, name_en FROM category ORDER BY position, id',
    );
    const versions = await this.publicVersions(rows);
    return rows.map(({ listRows, leftOutRows, ...row }): AwardListRecord => ({
      ...row,
      corrects: versions.find((one) => sameList(row, one) && one.number < row.number) ?? null,
      correctedBy: versions.find((one) => sameList(row, one) && one.number > row.number) ?? null,
      leftOut: JSON.parse(leftOutRows ?? 'null') as LeftOut | null,
      categories: namesOf(categories.filter(({ programmeId }) => programmeId === row.programmeId)),
      rows: JSON.parse(listRows) as AwardListRow[],
    }));
  }

  /** Every public version of the lists, newest first. */
  private publicVersions(lists: readonly Stored[]): Promise<PublicVersion[]> {
    const programmes = new Set(lists.map(({ programmeId }) => programmeId));
    return this.database.rows<PublicVersion>(
      `SELECT programme_id, kind, number, published_on, document_number FROM award_list
       WHERE published_on IS NOT NULL AND programme_id IN (${quotedList(programmes)})
       ORDER BY number DESC, id`,
    );
  }
}

type Stored = Omit<
  AwardListRecord,
  'rows' | 'categories' | 'corrects' | 'correctedBy' | 'leftOut'
> & {
  readonly listRows: string;
  readonly leftOutRows: string | null;
};

interface PublicVersion extends ListVersion {
  readonly programmeId: string;
  readonly kind: string;
}

function sameList(list: Pick<AwardListRecord, 'programmeId' | 'kind'>, other: PublicVersion) {
  return other.programmeId === list.programmeId && other.kind === list.kind;
}
