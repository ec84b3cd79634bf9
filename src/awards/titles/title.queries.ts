import { Injectable } from '@nestjs/common';
import type { SqlValue } from '../../database/reader.js';
import { Database } from '../../database/database.js';
import { soundingLike } from '../../web/lists/pinyin.js';
import { containing, numberKey, searchWords } from './search-form.js';
import type { TitleState } from '../../rules/lifecycle/title-lifecycle.js';
import { titleIn } from '../../rules/lifecycle/title-groups.js';
import { quotedList } from '../../database/quoted-list.js';

export interface TitleRow {
  readonly id: string;
  readonly programmeId: string;
  readonly programmeName: string;
  readonly year: number;
  readonly categoryCode: string;
  /** As the programme names its category. */
  readonly nameZh: string;
  readonly nameEn: string;
  readonly merchantId: string;
  readonly merchantName: string;
  readonly divisionCode: string;
  readonly certificateNumber: string;
  readonly verifyCode: string;
  readonly state: TitleState;
  readonly stateSince: string;
  readonly stateReason: string | null;
  readonly validFrom: string;
  readonly validTo: string;
  readonly version: number;
}

export interface TitleFilter {
  readonly year: number | null;
  readonly division: string | null;
  readonly category: string | null;
  readonly name: string | null;
  readonly state: TitleState | null;
}

export const noFilter: TitleFilter = {
  year: null,
  division: null,
  category: null,
  name: null,
  state: null,
};

const columns = `t.id, t.programme_id, p.name AS programme_name, t.year, t.category_code,
  c.name_zh, c.name_en,
  t.merchant_id, t.merchant_name, t.division_code, t.certificate_number, t.verify_code, t.state,
  t.state_since, t.state_reason, t.valid_from, t.valid_to, t.version`;

/** Titles as the roll shows them: public fields only. The clock ends a title even before the office does. */
@Injectable()
export class TitleQueries {
  constructor(private readonly database: Database) {}

  async find(filter: TitleFilter, today: string, limit: number, offset = 0): Promise<TitleRow[]> {
    const { where, values } = conditions(filter, today, await this.sounding(filter));
    const rows = await this.database.rows<TitleRow>(
      `SELECT ${columns} FROM title t JOIN programme p ON p.id = t.programme_id
       JOIN category c ON c.programme_id = t.programme_id AND c.code = t.category_code ${where}
       ORDER BY t.year DESC, t.category_code, t.certificate_number, t.id LIMIT ? OFFSET ?`,
      [...values, limit, offset],
    );
    return rows.map((row) => asOf(row, today));
  }

  async count(filter: TitleFilter, today: string): Promise<number> {
    const { where, values } = conditions(filter, today, await this.sounding(filter));
    const row = await this.database.row<{ count: number }>(
      `SELECT COUNT(*) AS count FROM title t ${where}`,
      values,
    );
    return row?.count ?? 0;
  }

  /** Holders whose names sound like what was typed. */
  private sounding({ name }: TitleFilter): Promise<readonly string[]> {
    return soundingLike(name ?? '', async () => {
      const rows = await this.database.rows<{ name: string }>(
        'SELECT DISTINCT merchant_name AS name FROM title',
      );
      return rows.map((row) => row.name);
    });
  }

  async byCode(verifyCode: string, today: string): Promise<TitleRow | null> {
    return this.one('t.verify_code = ?', [verifyCode], today);
  }

  async byId(id: string, today: string): Promise<TitleRow | null> {
    return this.one('t.id = ?', [id], today);
  }

  /** All that a merchant was given, the newest first. */
  ofMerchant(merchantId: string, today: string): Promise<TitleRow[]> {
    return this.many('t.merchant_id = ?', [merchantId], today);
  }

  /** Those of a merchant that hold. */
  async aliveOf(merchantId: string, today: string): Promise<TitleRow[]> {
    const all = await this.ofMerchant(merchantId, today);
    return all.filter(({ state }) => titleIn.alive.has(state));
  }

  /** Whether a text is the number of a certificate, hyphens, blanks and O for 0 forgiven. */
  async hasNumber(text: string): Promise<boolean> {
    const row = await this.database.row(
      `SELECT t.id FROM title t WHERE ${NUMBER_KEY} = ? LIMIT 1`,
      [numberKey(text)],
    );
    return row !== null;
  }

  /** Years with titles or with a programme whose winners were not recorded, newest first. */
  years(): Promise<YearRow[]> {
    return this.database.rows<YearRow>(
      `SELECT p.year, MAX(p.historical_note) AS historical_note, COUNT(t.id) AS titles
       FROM programme p LEFT JOIN title t ON t.programme_id = p.id
       GROUP BY p.year HAVING COUNT(t.id) > 0 OR MAX(p.historical_note) IS NOT NULL
       ORDER BY p.year DESC`,
    );
  }

  categories(): Promise<{ code: string; nameZh: string; nameEn: string }[]> {
    return this.database.rows(
      `SELECT code, MIN(name_zh) AS name_zh, MIN(name_en) AS name_en FROM category
       GROUP BY code ORDER BY MIN(position), code`,
    );
  }

  private async many(where: string, values: readonly SqlValue[], today: string) {
    const rows = await this.database.rows<TitleRow>(
      `SELECT ${columns} FROM title t JOIN programme p ON p.id = t.programme_id
       JOIN category c ON c.programme_id = t.programme_id AND c.code = t.category_code WHERE ${where}
       ORDER BY t.year DESC, t.certificate_number, t.id`,
      values,
    );
    return rows.map((row) => asOf(row, today));
  }

  private async one(where: string, values: readonly SqlValue[], today: string) {
    const row = await this.database.row<TitleRow>(
      `SELECT ${columns} FROM title t JOIN programme p ON p.id = t.programme_id
       JOIN category c ON c.programme_id = t.programme_id AND c.code = t.category_code WHERE ${where}`,
      values,
    );
    return row && asOf(row, today);
  }
}

export interface YearRow {
  readonly year: number;
  readonly historicalNote: string | null;
  readonly titles: number;
}

/** A certificate's number as `numberKey` writes what somebody typed for it. */
const NUMBER_KEY = `REPLACE(REPLACE(LOWER(t.certificate_number), '-', ''), 'o', '0')`;

function conditions(filter: TitleFilter, today: string, sounding: readonly string[]) {
  const parts: [string, SqlValue[]][] = [];
  if (filter.year !== null) parts.push(['t.year = ?', [filter.year]]);
  if (filter.division) parts.push(['t.division_code = ?', [filter.division]]);
  if (filter.category) parts.push(['t.category_code = ?', [filter.category]]);
  if (filter.name) parts.push(named(filter.name, sounding));
  if (titleIn.expired.has(filter.state)) {
    parts.push([
      `(t.state IN (${quotedList(titleIn.expired)}) OR (t.state NOT IN (${quotedList(titleIn.revoked)}) AND t.valid_to < ?))`,
      [today],
    ]);
  } else if (titleIn.revoked.has(filter.state))
    parts.push([`t.state IN (${quotedList(titleIn.revoked)})`, []]);
  else if (filter.state) parts.push(['t.state = ? AND t.valid_to >= ?', [filter.state, today]]);
  const where = parts.length ? `WHERE ${parts.map(([sql]) => sql).join(' AND ')}` : '';
  return { where, values: parts.flatMap(([, values]) => values) };
}

/** Each word a part of the name or of the certificate's number, or all together the sound of the name. */
function named(text: string, sounding: readonly string[]): [string, SqlValue[]] {
  const like = `LIKE ? ESCAPE '\\'`;
  const words = searchWords(text);
  const written = words.map(() => `(t.search_name ${like} OR ${NUMBER_KEY} ${like})`);
  const heard = sounding.length
    ? [`t.merchant_name IN (${sounding.map(() => '?').join(', ')})`]
    : [];
  return [
    `(${[`(${written.join(' AND ')})`, ...heard].join(' OR ')})`,
    [...words.flatMap((word) => [containing(word), containing(numberKey(word))]), ...sounding],
  ];
}

function asOf(row: TitleRow, today: string): TitleRow {
  const over =
    row.validTo < today && !titleIn.revoked.has(row.state) && !titleIn.expired.has(row.state);
  return over ? { ...row, state: 'Expired', stateSince: row.validTo } : row;
}
