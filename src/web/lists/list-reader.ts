import { Injectable } from '@nestjs/common';
import { Database } from '../../database/database.js';
import type { RawForm } from '../forms/parse-value.js';
import { readListQuery, shownPage } from './list-query.js';
import { countsSql, namesSql, placeSql, rowsSql, wholeSql } from './list-sql.js';
import type { ListQuery, ListTable } from './list-table.js';
import { soundingLike } from './pinyin.js';

export type Stored = string | number | null;

/** A row as it was read: its id, and what stands in the columns of the list. */
export interface ListRow {
  readonly id: string;
  readonly values: readonly Stored[];
}

export interface FoundList {
  readonly table: ListTable;
  readonly query: ListQuery;
  readonly rows: readonly ListRow[];
  readonly total: number;
  readonly page: number;
  /** Rows whatever their state, and rows in each. */
  readonly all: number;
  readonly counts: readonly number[];
}

/** Where a row stands in a list that somebody walks through. */
export interface PlaceInList {
  readonly number: number | null;
  readonly total: number;
  readonly before: { readonly id: string; readonly at: number } | null;
  readonly after: { readonly id: string; readonly at: number } | null;
}

interface PlaceRow {
  readonly id: string;
  readonly number: number;
  readonly total: number;
  readonly before: string | null;
  readonly after: string | null;
}

/** Reads any list: two statements for a page, three for a search in Latin letters. */
@Injectable()
export class ListReader {
  constructor(private readonly database: Database) {}

  async page(table: ListTable, asked: RawForm): Promise<FoundList> {
    const query = readListQuery(table, asked);
    const names = await this.names(table, query);
    const counted = countsSql(table, query, names);
    const count = (await this.database.row<Record<string, number | null>>(
      counted.sql,
      counted.values,
    ))!;
    const all = count['total']!;
    const options = table.states?.options ?? [];
    const counts = options.map((_, at) => count[`n${at}`] ?? 0);
    const chosen = table.states && query.chosen.get(table.states.key);
    const total = chosen ? counts[options.indexOf(chosen)]! : all;
    const page = shownPage(query, total);
    const rows = await this.rows(table, query, names, page);
    return { table, query, rows, total, page, all, counts };
  }

  /** Every row found, for a file. */
  async all(table: ListTable, query: ListQuery): Promise<readonly ListRow[]> {
    return this.rows(table, query, await this.names(table, query), null);
  }

  /** Every row found with columns of the reader's own, for a file that is more than the list. */
  async whole<T>(table: ListTable, asked: RawForm, columns: string): Promise<T[]> {
    const query = readListQuery(table, asked);
    const { sql, values } = wholeSql(table, query, await this.names(table, query), columns);
    return this.database.rows<T>(sql, values);
  }

  async place(table: ListTable, words: RawForm, id: string, at: number): Promise<PlaceInList> {
    const query = readListQuery(table, words);
    const { sql, values } = placeSql(table, query, await this.names(table, query), id, at);
    const rows = await this.database.rows<PlaceRow>(sql, values);
    const own = rows.find((row) => row.id === id);
    if (own) {
      return {
        number: own.number,
        total: own.total,
        before: own.before ? { id: own.before, at: own.number - 1 } : null,
        after: own.after ? { id: own.after, at: own.number + 1 } : null,
      };
    }
    const standing = (number: number) => {
      const row = rows.find((one) => one.number === number);
      return row ? { id: row.id, at: row.number } : null;
    };
    return {
      number: null,
      total: rows[0]?.total ?? 0,
      before: standing(at - 1),
      after: standing(at),
    };
  }

  private names(table: ListTable, { text }: ListQuery): Promise<readonly string[]> {
    if (!table.search.pinyin) return Promise.resolve([]);
    return soundingLike(text, async () => {
      const { sql, values } = namesSql(table);
      const rows = await this.database.rows<{ name: string }>(sql, values);
      return rows.map(({ name }) => name);
    });
  }

  private async rows(
    table: ListTable,
    query: ListQuery,
    names: readonly string[],
    page: number | null,
  ): Promise<readonly ListRow[]> {
    const { sql, values } = rowsSql(table, query, names, page);
    const rows = await this.database.rows<Record<string, Stored>>(sql, values);
    return rows.map((row) => ({
      id: String(row['id']),
      values: table.columns.map((_, at) => row[`c${at}`] ?? null),
    }));
  }
}
