import { Injectable } from '@nestjs/common';
import { Database } from '../database/database.js';
import type {
  DocumentFacts,
  DocumentOwner,
  JudgeFacts,
} from '../rules/documents/document-access.js';
import type { RuleSet } from '../rules/scoring/rule-set.js';
import type { Actor } from '../web/actor.js';

export interface DocumentRow {
  readonly id: string;
  readonly ownerType: DocumentOwner;
  readonly ownerId: string;
  readonly hash: string;
  readonly blindHash: string | null;
  readonly blindType: string | null;
  readonly name: string;
  readonly contentType: string;
  readonly size: number;
  readonly uploadedAt: string;
}

const columns =
  'id, owner_type, owner_id, hash, blind_hash, blind_type, name, content_type, size, uploaded_at';

@Injectable()
export class DocumentQueries {
  constructor(private readonly database: Database) {}

  /** Documents of an owner in the order in which they were uploaded. */
  ofOwner(ownerType: DocumentOwner, ownerId: string): Promise<DocumentRow[]> {
    return this.database.rows<DocumentRow>(
      `SELECT ${columns} FROM document WHERE owner_type = ? AND owner_id = ?
       ORDER BY uploaded_at, id`,
      [ownerType, ownerId],
    );
  }

  byId(id: string): Promise<DocumentRow | null> {
    return this.database.row<DocumentRow>(`SELECT ${columns} FROM document WHERE id = ?`, [id]);
  }

  /** Everything the access rule asks about one document and one reader, in two queries. */
  async facts(document: DocumentRow, reader: Actor): Promise<DocumentFacts> {
    const owners = await this.database.rows<OwnerRow>(
      `SELECT merchant_id, division_code, state FROM application WHERE id = ? OR merchant_id = ?
       ORDER BY id`,
      [document.ownerId, document.ownerId],
    );
    const submitted = owners.filter((owner) => owner.state !== 'Draft');
    const ofMerchant = document.ownerType === 'merchant';
    return {
      ownerType: document.ownerType,
      merchantId: ofMerchant ? document.ownerId : (owners[0]?.merchantId ?? null),
      submitted: submitted.length > 0,
      divisionCodes: submitted.map((owner) => owner.divisionCode),
      reader: {
        roles: reader.duties.map((duty) => duty.role),
        merchantIds: reader.duties.flatMap((duty) => duty.merchantId ?? []),
        divisionCodes: reader.duties.flatMap((duty) => duty.divisionCode ?? []),
      },
      judge: await this.judgeFacts(document.id, reader.accountId),
    };
  }

  private async judgeFacts(documentId: string, accountId: string): Promise<JudgeFacts[]> {
    const rows = await this.database.rows<JudgeRow>(
      `SELECT l.indicator, s.vacated_at, s.alternate, c.state AS conflict, r.state AS round, r.blind,
              v.rules
       FROM evidence_link l
       JOIN application a ON a.id = l.application_id
       JOIN seat s ON s.category_id = a.category_id
       JOIN expert e ON e.id = s.expert_id
       JOIN round r ON r.category_id = a.category_id
       JOIN programme p ON p.id = a.programme_id
       JOIN rule_version v ON v.id = p.rule_version_id
       LEFT JOIN conflict_declaration c ON c.seat_id = s.id AND c.application_id = a.id
       WHERE l.document_id = ? AND e.account_id = ? ORDER BY l.id, s.id, r.id`,
      [documentId, accountId],
    );
    return rows.map((row) => ({
      seatVacated: row.vacatedAt !== null,
      alternate: row.alternate === 1,
      conflict: row.conflict,
      round: row.round,
      blind: row.blind === 1,
      indicatorType: indicatorType(JSON.parse(row.rules) as RuleSet, row.indicator),
    }));
  }
}

interface OwnerRow {
  readonly merchantId: string;
  readonly divisionCode: string;
  readonly state: string;
}

interface JudgeRow {
  readonly indicator: string;
  readonly vacatedAt: string | null;
  readonly alternate: number;
  readonly conflict: string | null;
  readonly round: string;
  readonly blind: number;
  readonly rules: string;
}

function indicatorType(rules: RuleSet, code: string): string {
  const indicators = [
    ...rules.categories.flatMap(({ rubric }) =>
      rubric.flatMap((dimension) => dimension.indicators),
    ),
    ...rules.defenceSheet,
  ];
  return indicators.find((indicator) => indicator.code === code)?.type ?? '';
}
