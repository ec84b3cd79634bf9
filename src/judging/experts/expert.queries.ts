import { Injectable } from '@nestjs/common';
import { Database } from '../../database/database.js';

export interface ExpertRow {
  readonly id: string;
  readonly accountId: string;
  readonly name: string;
  readonly field: string;
  readonly organisation: string;
  readonly organisationType: string;
  readonly divisionCode: string | null;
  readonly address: string | null;
  readonly categories: readonly string[];
  readonly topics: readonly string[];
  readonly active: boolean;
  readonly version: number;
}

type Stored = Omit<ExpertRow, 'categories' | 'topics' | 'active'> & {
  categories: string;
  topics: string | null;
  active: number;
};

const columns = `e.id, e.account_id, e.name, e.field, e.organisation, e.organisation_type,
  e.division_code, e.address, e.categories, e.topics, e.active, e.version`;

/** Reads of the expert pool. */
@Injectable()
export class ExpertQueries {
  constructor(private readonly database: Database) {}

  async all(): Promise<ExpertRow[]> {
    const rows = await this.database.rows<Stored>(
      `SELECT ${columns} FROM expert e ORDER BY e.active DESC, e.name, e.id`,
    );
    return rows.map(parseExpert);
  }

  async byId(id: string): Promise<ExpertRow | null> {
    const row = await this.database.row<Stored>(`SELECT ${columns} FROM expert e WHERE e.id = ?`, [
      id,
    ]);
    return row && parseExpert(row);
  }
}

function parseExpert(row: Stored): ExpertRow {
  return {
    ...row,
    categories: JSON.parse(row.categories) as string[],
    topics: row.topics ? (JSON.parse(row.topics) as string[]) : [],
    active: row.active === 1,
  };
}
