import { Injectable } from '@nestjs/common';
import { Database } from '../../database/database.js';
import { hashOf } from '../../rules/provenance/sha256-hex.js';
import type { MovedRow } from './merchant-merge.entity.js';

/** What a person is told of a row that moves. */
export interface PlannedMove extends MovedRow {
  readonly label: string;
}

/** Two rows of which the register allows one. */
export interface MergeCollision {
  readonly kind: 'application' | 'practice' | 'title' | 'window';
  readonly label: string;
  readonly href: string;
}

/** Both filed this year; a person says whose figures are kept. */
export interface ReturnChoice {
  readonly year: number;
  readonly keptReturnId: string;
  readonly mergedReturnId: string;
  readonly keptNetWan: number;
  readonly mergedNetWan: number;
}

export interface MergePlan {
  readonly moves: readonly PlannedMove[];
  readonly collisions: readonly MergeCollision[];
  readonly returns: readonly ReturnChoice[];
  readonly programmeIds: readonly string[];
  /** Stands for exactly these consequences. */
  readonly digest: string;
}

/** Tables whose rows are a merchant's: what is theirs, and by what a person knows it. */
const OWN = {
  shop: `SELECT id, shop_name AS label FROM shop WHERE merchant_id = ?`,
  related_merchant: `SELECT id, name AS label FROM related_merchant WHERE merchant_id = ?`,
  practice: `SELECT id, headline AS label FROM practice WHERE merchant_id = ?`,
  duty: `SELECT d.id, a.person_name AS label FROM duty d JOIN account a ON a.id = d.account_id
    WHERE d.merchant_id = ?`,
  application: `SELECT a.id, COALESCE(a.receipt_number, c.name_zh) AS label
    FROM application a JOIN category c ON c.id = a.category_id WHERE a.merchant_id = ?`,
  title: `SELECT id, certificate_number AS label FROM title WHERE merchant_id = ?`,
  title_change: `SELECT id, happened_on AS label FROM title_change WHERE merchant_id = ?`,
} as const;

/** What a merge would do, to the row; nothing is written. */
@Injectable()
export class MergePlanQueries {
  constructor(private readonly database: Database) {}

  async run(mergedId: string, keptId: string): Promise<MergePlan> {
    const moves: PlannedMove[] = [];
    for (const [table, sql] of Object.entries(OWN)) {
      const rows = await this.labelled(`${sql} ORDER BY 1`, [mergedId]);
      moves.push(
        ...rows.map((row) => ({
          table,
          column: 'merchant_id',
          from: mergedId,
          to: keptId,
          ...row,
        })),
      );
    }
    moves.push(...(await this.ties(mergedId, keptId)));
    const returns = await this.returnChoices(mergedId, keptId);
    const free = await this.labelled(
      `SELECT r.id, CAST(r.year AS VARCHAR(4)) AS label FROM annual_return r WHERE r.merchant_id = ?
         AND NOT EXISTS (SELECT 1 FROM annual_return k WHERE k.merchant_id = ? AND k.year = r.year)
       ORDER BY r.year`,
      [mergedId, keptId],
    );
    const column = 'merchant_id';
    moves.push(
      ...free.map((row) => ({
        table: 'annual_return',
        column,
        from: mergedId,
        to: keptId,
        ...row,
      })),
    );
    const collisions = await this.collisions(mergedId, keptId);
    const programmes = await this.database.rows<{ programmeId: string }>(
      `SELECT programme_id FROM application WHERE merchant_id = ?
       UNION SELECT programme_id FROM title WHERE merchant_id = ? ORDER BY programme_id`,
      [mergedId, mergedId],
    );
    return {
      moves,
      collisions,
      returns,
      programmeIds: programmes.map(({ programmeId }) => programmeId),
      digest: hashOf([mergedId, keptId, moves, collisions, returns]),
    };
  }

  /** Ties that others state to the merged record; a tie between the two would be one to itself. */
  private async ties(mergedId: string, keptId: string): Promise<PlannedMove[]> {
    const rows = await this.database.rows<{ id: string; label: string; from: string | null }>(
      `SELECT r.id, o.name AS label, r.related_id AS "from" FROM related_merchant r
       JOIN merchant o ON o.id = r.merchant_id JOIN merchant m ON m.id = ?
       WHERE r.merchant_id NOT IN (?, ?)
         AND (r.related_id = m.id OR (r.related_id IS NULL AND r.credit_code = m.credit_code))
       ORDER BY r.id`,
      [mergedId, mergedId, keptId],
    );
    return rows.map((row) => ({
      table: 'related_merchant',
      column: 'related_id',
      to: keptId,
      ...row,
    }));
  }

  private returnChoices(mergedId: string, keptId: string): Promise<ReturnChoice[]> {
    return this.database.rows<ReturnChoice>(
      `SELECT k.year, k.id AS kept_return_id, r.id AS merged_return_id, k.net_wan AS kept_net_wan,
              r.net_wan AS merged_net_wan
       FROM annual_return k JOIN annual_return r ON r.year = k.year AND r.merchant_id = ?
       WHERE k.merchant_id = ? ORDER BY k.year`,
      [mergedId, keptId],
    );
  }

  private async collisions(mergedId: string, keptId: string): Promise<MergeCollision[]> {
    const both = [mergedId, keptId];
    const applications = await this.labelled(
      `SELECT a.id, c.name_zh AS label FROM application a
       JOIN application k ON k.category_id = a.category_id
       JOIN category c ON c.id = a.category_id
       WHERE a.merchant_id = ? AND k.merchant_id = ? ORDER BY a.id`,
      both,
    );
    const practices = await this.labelled(
      `SELECT p.id, p.headline AS label FROM practice p JOIN practice k ON k.subject = p.subject
       WHERE p.merchant_id = ? AND k.merchant_id = ? ORDER BY p.id`,
      both,
    );
    const titles = await this.labelled(
      `SELECT t.id, t.certificate_number AS label FROM title t
       JOIN title k ON k.year = t.year AND k.category_code = t.category_code
       WHERE t.merchant_id = ? AND k.merchant_id = ? ORDER BY t.id`,
      both,
    );
    const windows = await this.labelled(
      `SELECT id, receipt_number AS label FROM window_entry
       WHERE merchant_id IN (?, ?) AND closed_at IS NULL ORDER BY id`,
      both,
    );
    return [
      ...applications.map(to('application', (id) => `/office/applications/${id}`)),
      ...practices.map(to('practice', (id) => `/office/practices/${id}`)),
      ...titles.map(to('title', (id) => `/office/titles/${id}`)),
      ...windows.map(to('window', (id) => `/office/window/${id}`)),
    ];
  }

  private labelled(sql: string, values: string[]): Promise<{ id: string; label: string }[]> {
    return this.database.rows(sql, values);
  }
}

const to =
  (kind: MergeCollision['kind'], href: (id: string) => string) =>
  ({ id, label }: { id: string; label: string }): MergeCollision => ({
    kind,
    label,
    href: href(id),
  });
