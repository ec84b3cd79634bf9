import { Injectable } from '@nestjs/common';
import { Database } from '../database/database.js';
import { basisInForce } from '../rules/programme/legal-basis.js';
import type { PhaseDays } from '../rules/programme/phase-calendar.js';
import { type Extension, withExtensions } from '../rules/programme/phase-deadline.js';
import type { LegalBasisType } from './legal-basis.entity.js';

export interface LegalBasisRow {
  readonly id: string;
  readonly number: number;
  readonly type: LegalBasisType;
  readonly approvingOrgan: string;
  readonly documentNumber: string;
  readonly validFrom: string;
  readonly validTo: string;
  readonly scanId: string | null;
  readonly preparedBy: string;
  readonly preparedByName: string | null;
  readonly approvedBy: string | null;
  readonly approvedByName: string | null;
  readonly approvedAt: string | null;
  readonly version: number;
}

export interface ExtensionRow extends Extension {
  readonly id: string;
  readonly reason: string;
  readonly orderedAt: string;
  readonly orderedByName: string | null;
  readonly receiptNumber: string | null;
  readonly merchantName: string | null;
  readonly newDrafts: number;
}

/** An application that may be given longer, also one that is only a draft. */
export interface ApplicantLine {
  readonly id: string;
  readonly merchantName: string;
  readonly nameZh: string;
  readonly nameEn: string;
  readonly receiptNumber: string | null;
}

export interface StepRecordRow {
  readonly guard: string;
  readonly state: string;
  readonly text: string;
  readonly role: string;
  readonly recordedAt: string;
  readonly personName: string | null;
}

export interface RuleVersionLine {
  readonly id: string;
  readonly number: number;
  readonly hash: string;
  readonly reason: string;
  readonly createdAt: string;
  readonly frozenAt: string | null;
  readonly authorName: string | null;
}

/** A round whose applications are each judged by a part of the panel. */
export interface PartialAssignmentRow {
  readonly nameZh: string;
  readonly nameEn: string;
  readonly kind: string;
  readonly perApplication: number;
}

/** Reads of what belongs to a programme besides its own row: basis, extensions, records, versions. */
@Injectable()
export class SetUpQueries {
  constructor(private readonly database: Database) {}

  /** The one recorded last, which may still wait for its approval. */
  async legalBasis(programmeId: string): Promise<LegalBasisRow | null> {
    return (await this.legalBases(programmeId))[0] ?? null;
  }

  async basisInForce(programmeId: string, day: string): Promise<LegalBasisRow | null> {
    return basisInForce(await this.legalBases(programmeId), day);
  }

  /** Newest first. */
  legalBases(programmeId: string): Promise<LegalBasisRow[]> {
    return this.database.rows<LegalBasisRow>(
      `SELECT b.id, b.number, b.type, b.approving_organ, b.document_number, b.valid_from, b.valid_to, b.scan_id,
         b.prepared_by, p.person_name AS prepared_by_name, b.approved_by,
         a.person_name AS approved_by_name, b.approved_at, b.version
       FROM legal_basis b LEFT JOIN account p ON p.id = b.prepared_by
       LEFT JOIN account a ON a.id = b.approved_by WHERE b.programme_id = ?
       ORDER BY b.number DESC, b.id`,
      [programmeId],
    );
  }

  /** Declared as soon as it is decided; who scores what is nobody's business outside. */
  partialAssignments(programmeId: string): Promise<PartialAssignmentRow[]> {
    return this.database.rows<PartialAssignmentRow>(
      `SELECT c.name_zh, c.name_en, r.kind, n.per_application
       FROM assignment n JOIN round r ON r.id = n.round_id JOIN category c ON c.id = r.category_id
       WHERE r.programme_id = ? AND n.mode = 'perApplication'
         AND n.number = (SELECT MAX(o.number) FROM assignment o WHERE o.round_id = n.round_id)
       ORDER BY c.position, r.kind DESC, n.id`,
      [programmeId],
    );
  }

  extensions(programmeId: string): Promise<ExtensionRow[]> {
    return this.database.rows<ExtensionRow>(
      `SELECT e.id, e.phase, e.scope, e.scope_id, e.new_last_day, e.reason, e.ordered_at,
         a.person_name AS ordered_by_name, p.receipt_number, m.name AS merchant_name, e.new_drafts
       FROM extension_order e LEFT JOIN account a ON a.id = e.ordered_by
       LEFT JOIN application p ON p.id = e.scope_id
       LEFT JOIN merchant m ON m.id = p.merchant_id
       WHERE e.programme_id = ? ORDER BY e.ordered_at, e.id`,
      [programmeId],
    );
  }

  /** The programmes with the last day of each phase as orders for all have moved it: what anybody is told. */
  async asExtended<P extends { readonly id: string; readonly calendar: readonly PhaseDays[] }>(
    programmes: readonly P[],
  ): Promise<P[]> {
    if (programmes.length === 0) return [];
    const rows = await this.database.rows<Extension & { readonly programmeId: string }>(
      `SELECT programme_id, phase, scope, scope_id, new_last_day FROM extension_order
       WHERE scope = 'all' AND programme_id IN (${programmes.map(() => '?').join(', ')})`,
      programmes.map(({ id }) => id),
    );
    return programmes.map((programme) => ({
      ...programme,
      calendar: withExtensions(
        programme.calendar,
        rows.filter(({ programmeId }) => programmeId === programme.id),
      ),
    }));
  }

  records(programmeId: string): Promise<StepRecordRow[]> {
    return this.database.rows<StepRecordRow>(
      `SELECT r.guard, r.state, r.text, r.role, r.recorded_at, a.person_name
       FROM step_record r LEFT JOIN account a ON a.id = r.recorded_by
       WHERE r.programme_id = ? ORDER BY r.recorded_at, r.id`,
      [programmeId],
    );
  }

  ruleVersions(programmeId: string): Promise<RuleVersionLine[]> {
    return this.database.rows<RuleVersionLine>(
      `SELECT v.id, v.number, v.hash, v.reason, v.created_at, v.frozen_at,
         a.person_name AS author_name
       FROM rule_version v LEFT JOIN account a ON a.id = v.author_id
       WHERE v.programme_id = ? ORDER BY v.number DESC, v.id`,
      [programmeId],
    );
  }

  /** Every application of a programme by its merchant, drafts among them. */
  applicants(programmeId: string): Promise<ApplicantLine[]> {
    return this.database.rows<ApplicantLine>(
      `SELECT a.id, m.name AS merchant_name, c.name_zh, c.name_en, a.receipt_number
       FROM application a JOIN merchant m ON m.id = a.merchant_id
       JOIN category c ON c.id = a.category_id
       WHERE a.programme_id = ? ORDER BY m.name, c.position, a.id`,
      [programmeId],
    );
  }

  /** Extension orders by programme, for the public count. */
  async extensionCount(programmeId: string): Promise<number> {
    const row = await this.database.row<{ count: number }>(
      'SELECT COUNT(*) AS count FROM extension_order WHERE programme_id = ?',
      [programmeId],
    );
    return row?.count ?? 0;
  }
}
