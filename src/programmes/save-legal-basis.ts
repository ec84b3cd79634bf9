import { Injectable } from '@nestjs/common';
import { Clock } from '../config/clock.js';
import { Database } from '../database/database.js';
import { newId } from '../database/new-id.js';
import { StoreDocument } from '../documents/store-document.js';
import { Journal } from '../journal/journal.js';
import { beijingDate } from '../rules/calendar/beijing-time.js';
import { parseDocumentNumber } from '../rules/identifiers/document-number.js';
import { hashOf } from '../rules/provenance/sha256-hex.js';
import { Refusal, conflict } from '../rules/refusal.js';
import { RuleError } from '../rules/rule-error.js';
import type { Actor } from '../web/actor.js';
import { actingRole } from '../web/acting-role.js';
import type { UploadedFile } from '../web/http/uploaded-file.js';
import { LegalBasis, type LegalBasisType } from './legal-basis.entity.js';
import { requireRunning } from './load-programme.js';
import { programmeIn } from '../rules/lifecycle/programme-groups.js';
import { lastBasis } from './last-basis.js';

export interface LegalBasisInput {
  readonly programmeId: string;
  /** Which basis the person saw last, and its version; both 0 while there is none. */
  readonly number: number;
  readonly version: number;
  readonly type: LegalBasisType;
  readonly approvingOrgan: string;
  readonly documentNumber: string;
  readonly validFrom: string;
  readonly validTo: string;
  /** The approved document; null keeps the scan that is there. */
  readonly scan: UploadedFile | null;
}

/**
 * Records what allows the programme. Until the announcement a change takes back an approval given
 * before; afterwards an approved basis stays, and what is recorded is its renewal.
 */
@Injectable()
export class SaveLegalBasis {
  constructor(
    private readonly database: Database,
    private readonly journal: Journal,
    private readonly clock: Clock,
    private readonly storeDocument: StoreDocument,
  ) {}

  async run(actor: Actor, given: LegalBasisInput): Promise<void> {
    const { programmeId, number, version, scan, ...facts } = given;
    const role = actingRole(actor, ['CityRegistrar'], programmeId);
    checkFacts(facts, beijingDate(this.clock.now()));
    await this.database.transaction(async () => {
      const { state } = await requireRunning(this.database, programmeId);
      const repo = this.database.repo(LegalBasis);
      const last = await lastBasis(this.database, programmeId);
      const seen = (last?.number ?? 0) === number && (last?.version ?? 0) === version;
      if (!seen) throw conflict();
      const renews = last?.approvedAt && !programmeIn.preparing.has(state);
      const known = renews ? null : last;
      const next = { id: newId(), programmeId, number: number + 1 };
      const basis = known ?? Object.assign(new LegalBasis(), next);
      Object.assign(basis, facts, {
        scanId: scan ? await this.store(actor, programmeId, scan) : (known?.scanId ?? null),
        preparedBy: actor.accountId,
        approvedBy: null,
        approvedAt: null,
      });
      const saved = await repo.save(basis);
      await this.journal.record({
        actorId: actor.accountId,
        actorRole: role,
        event: 'legalBasis.save',
        subjectType: 'legalBasis',
        subjectId: saved.id,
        programmeId,
        details: {
          number: saved.number,
          type: facts.type,
          hash: hashOf(facts),
          version: saved.version,
        },
      });
    });
  }

  private async store(actor: Actor, ownerId: string, file: UploadedFile): Promise<string> {
    const stored = await this.storeDocument.run(actor, { ownerType: 'programme', ownerId, file });
    return stored.documentId;
  }
}

type Facts = Omit<LegalBasisInput, 'programmeId' | 'number' | 'version' | 'scan'>;

function checkFacts({ documentNumber, validFrom, validTo }: Facts, today: string): void {
  try {
    parseDocumentNumber(documentNumber);
  } catch (error) {
    if (!(error instanceof RuleError)) throw error;
    throw new Refusal(error.code, error.variables, 'documentNumber');
  }
  if (validTo < validFrom) {
    const variables = { from: validFrom, to: validTo };
    throw new Refusal('calendar.periodReversed', variables, 'validTo');
  }
  if (validTo < today) throw new Refusal('programmes.refused.basisExpired', {}, 'validTo');
}
