import { Injectable } from '@nestjs/common';
import { Database } from '../database/database.js';
import { type LogHead, logHeadText } from '../rules/prooflog/log-checkpoint.js';

/** Where the log ended, with the line of the office. */
export interface SignedHead extends LogHead {
  readonly signature: string;
  readonly at: string;
}

export interface CosignatureRow {
  readonly size: number;
  readonly name: string;
  readonly line: string;
  /** By the clock of the witness. */
  readonly at: string;
}

export interface WitnessRow {
  readonly id: string;
  readonly name: string;
  readonly publicKey: string;
  readonly addedAt: string;
  readonly retiredAt: string | null;
  /** How far its newest cosignature reaches; null before the first. */
  readonly size: number | null;
  readonly at: string | null;
}

const columns = 'size, origin, root, signature, at';

type Row = Omit<SignedHead, 'root'> & { readonly root: string };

@Injectable()
export class LogQueries {
  constructor(private readonly database: Database) {}

  async latest(): Promise<SignedHead | null> {
    return this.one(`SELECT ${columns} FROM log_checkpoint ORDER BY size DESC LIMIT 1`);
  }

  async ofSize(size: number): Promise<SignedHead | null> {
    return this.one(`SELECT ${columns} FROM log_checkpoint WHERE size = ?`, [size]);
  }

  /** The newest that a witness cosigned, so that a proof shows it; without one, the newest of all. */
  async bestFrom(size: number): Promise<SignedHead | null> {
    return this.one(
      `SELECT ${columns} FROM log_checkpoint c WHERE size >= ?
       ORDER BY CASE WHEN EXISTS (SELECT 1 FROM log_cosignature s WHERE s.size = c.size)
         THEN 0 ELSE 1 END, size DESC LIMIT 1`,
      [size],
    );
  }

  async all(): Promise<readonly SignedHead[]> {
    const rows = await this.database.rows<Row>(
      `SELECT ${columns} FROM log_checkpoint ORDER BY size`,
    );
    return rows.map(headOf);
  }

  async cosignatures(size: number): Promise<readonly CosignatureRow[]> {
    return this.database.rows<CosignatureRow>(
      `SELECT s.size, w.name, s.line, s.at FROM log_cosignature s
       JOIN log_witness w ON w.id = s.witness_id WHERE s.size = ? ORDER BY w.added_at, w.id`,
      [size],
    );
  }

  /** The signed note as it is served, kept and proved with: the office's line, then those of witnesses. */
  async note(head: SignedHead): Promise<string> {
    const lines = (await this.cosignatures(head.size)).map(({ line }) => line);
    return `${logHeadText(head)}\n${head.signature}${lines.join('')}`;
  }

  witnesses(): Promise<readonly WitnessRow[]> {
    return this.database.rows<WitnessRow>(
      `SELECT w.id, w.name, w.public_key, w.added_at, w.retired_at, s.size, s.at FROM log_witness w
       LEFT JOIN log_cosignature s ON s.witness_id = w.id AND s.size =
         (SELECT MAX(o.size) FROM log_cosignature o WHERE o.witness_id = w.id)
       ORDER BY w.added_at, w.id`,
    );
  }

  private async one(sql: string, values: readonly number[] = []): Promise<SignedHead | null> {
    const row = await this.database.row<Row>(sql, values);
    return row && headOf(row);
  }
}

function headOf(row: Row): SignedHead {
  return { ...row, root: Buffer.from(row.root, 'hex') };
}
