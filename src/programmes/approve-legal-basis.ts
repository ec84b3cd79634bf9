import { Injectable } from '@nestjs/common';
import { Clock } from '../config/clock.js';
import { Database } from '../database/database.js';
import { Journal } from '../journal/journal.js';
import { checkWording } from '../rules/programme/programme-name.js';
import { Refusal, conflict, missing } from '../rules/refusal.js';
import type { Actor } from '../web/actor.js';
import { actingRole, requireSecondPerson } from '../web/acting-role.js';
import { LegalBasis } from './legal-basis.entity.js';
import { lastBasis } from './last-basis.js';
import { requireRunning } from './load-programme.js';

export interface LegalBasisApproval {
  readonly programmeId: string;
  readonly number: number;
  readonly version: number;
  /** The approver has read that the name carries words that the basis does not cover. */
  readonly wordingAccepted: boolean;
}

/** A second person approves the legal basis or its renewal; without it nothing is announced. */
@Injectable()
export class ApproveLegalBasis {
  constructor(
    private readonly database: Database,
    private readonly journal: Journal,
    private readonly clock: Clock,
  ) {}

  async run(actor: Actor, given: LegalBasisApproval): Promise<void> {
    const { programmeId } = given;
    const role = actingRole(actor, ['Approver'], programmeId);
    await this.database.transaction(async () => {
      const programme = await requireRunning(this.database, programmeId);
      const repo = this.database.repo(LegalBasis);
      const basis = await lastBasis(this.database, programmeId);
      if (!basis) throw missing();
      if (basis.number !== given.number || basis.version !== given.version) throw conflict();
      requireSecondPerson(actor, basis.preparedBy, basis.id);
      const words = checkWording(programme.name, basis.type).flagged.join(' ');
      if (words && !given.wordingAccepted) {
        throw new Refusal('programmes.refused.nameFlagged', { words }, 'wordingAccepted');
      }
      basis.approvedBy = actor.accountId;
      basis.approvedAt = this.clock.now();
      await repo.save(basis);
      await this.journal.record({
        actorId: actor.accountId,
        actorRole: role,
        event: 'legalBasis.approve',
        subjectType: 'legalBasis',
        subjectId: basis.id,
        programmeId,
        details: {
          number: basis.number,
          version: basis.version,
          wordingAccepted: given.wordingAccepted,
        },
        changesPublicPages: true,
      });
    });
  }
}
