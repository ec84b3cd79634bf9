import { Injectable } from '@nestjs/common';
import { Database } from '../../database/database.js';
import type { MovedRow } from './merchant-merge.entity.js';

export interface MergeRow {
  readonly id: string;
  readonly mergedId: string;
  readonly mergedName: string;
  readonly keptId: string;
  readonly keptName: string;
  readonly reason: string;
  readonly moved: readonly MovedRow[];
  readonly mergedBy: string;
  readonly mergedAt: string;
  readonly undoneAt: string | null;
}

const select = `SELECT g.id, g.merged_id, m.name AS merged_name, g.kept_id, k.name AS kept_name, g.reason,
    g.moved, a.person_name AS merged_by, g.merged_at, g.undone_at
  FROM merchant_merge g JOIN merchant m ON m.id = g.merged_id JOIN merchant k ON k.id = g.kept_id
  LEFT JOIN account a ON a.id = g.merged_by`;

/** What was merged, and what became of it. */
@Injectable()
export class MergeQueries {
  constructor(private readonly database: Database) {}

  async byId(id: string): Promise<MergeRow | null> {
    return (await this.read(`${select} WHERE g.id = ?`, [id]))[0] ?? null;
  }

  /** The merge that holds of a merged record. */
  async ofMerged(merchantId: string): Promise<MergeRow | null> {
    const where = 'WHERE g.merged_id = ? AND g.undone_at IS NULL';
    return (
      (await this.read(`${select} ${where} ORDER BY g.merged_at DESC, g.id`, [merchantId]))[0] ??
      null
    );
  }

  all(): Promise<MergeRow[]> {
    return this.read(`${select} ORDER BY g.merged_at DESC, g.id LIMIT 200`, []);
  }

  private async read(sql: string, values: string[]): Promise<MergeRow[]> {
    const rows = await this.database.rows<Omit<MergeRow, 'moved'> & { moved: string }>(sql, values);
    return rows.map((row) => ({ ...row, moved: JSON.parse(row.moved) as MovedRow[] }));
  }
}
