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
import { loadInPreparation } from './load-programme.js';

export interface LegalBasisInput {
  readonly programmeId: string;
  /** 0 while there is none yet. */
  readonly version: number;
  readonly type: LegalBasisType;
  readonly approvingOrgan: string;
  readonly documentNumber: string;
  readonly validFrom: string;
  readonly validTo: string;
  /** The approved document; null keeps the scan that is there. */
  readonly scan: UploadedFile | null;
}

/** Records what allows the programme; a change takes back an approval given before. */
@Injectable()
export class SaveLegalBasis {
  constructor(
    private readonly database: Database,
    private readonly journal: Journal,
    private readonly clock: Clock,
    private readonly storeDocument: StoreDocument,
  ) {}

  async run(actor: Actor, given: LegalBasisInput): Promise<void> {
    const { programmeId, version, scan, ...facts } = given;
    const role = actingRole(actor, ['CityRegistrar'], programmeId);
    checkFacts(facts, beijingDate(this.clock.now()));
    await this.database.transaction(async () => {
      await loadInPreparation(this.database, programmeId);
      const repo = this.database.repo(LegalBasis);
      const known = await repo.findOneBy({ programmeId });
      if ((known?.version ?? 0) !== version) throw conflict();
      const basis = known ?? Object.assign(new LegalBasis(), { id: newId(), programmeId });
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
        details: { type: facts.type, hash: hashOf(facts), version: saved.version },
      });
    });
  }

  private async store(actor: Actor, ownerId: string, file: UploadedFile): Promise<string> {
    const stored = await this.storeDocument.run(actor, { ownerType: 'programme', ownerId, file });
    return stored.documentId;
  }
}

type Facts = Omit<LegalBasisInput, 'programmeId' | 'version' | 'scan'>;

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
