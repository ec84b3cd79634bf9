import { Injectable } from '@nestjs/common';
import { Database } from '../../database/database.js';

/** A file that may be used again. */
export interface LibraryRow {
  readonly documentId: string;
  readonly hash: string;
  readonly name: string;
  readonly size: number;
  readonly caption: string;
  readonly createdAt: string;
  readonly year: number;
  readonly nameZh: string;
  readonly nameEn: string;
}

/** What a merchant has given as evidence before; the caller names the merchant. */
@Injectable()
export class EvidenceLibraryQueries {
  constructor(private readonly database: Database) {}

  /** Files that a merchant has given with any of its applications, each content once, the newest first. */
  async of(merchantId: string): Promise<LibraryRow[]> {
    const rows = await this.database.rows<LibraryRow>(
      `SELECT d.id AS document_id, d.hash, d.name, d.size, l.caption, l.created_at, p.year,
              c.name_zh, c.name_en
       FROM evidence_link l JOIN document d ON d.id = l.document_id
       JOIN application a ON a.id = l.application_id JOIN programme p ON p.id = a.programme_id
       JOIN category c ON c.id = a.category_id
       WHERE a.merchant_id = ? AND l.indicator NOT IN ('confirmation', 'withdrawal')
       ORDER BY l.created_at DESC, l.id`,
      [merchantId],
    );
    const seen = new Set<string>();
    return rows.filter(({ hash }) => !seen.has(hash) && seen.add(hash));
  }
}
