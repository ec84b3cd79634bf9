import { Injectable } from '@nestjs/common';
import { Database } from '../database/database.js';
import { Journal } from '../journal/journal.js';
import { hashOf } from '../rules/provenance/sha256-hex.js';
import type { Actor } from '../web/actor.js';
import { actingRole } from '../web/acting-role.js';
import { loadInPreparation } from './load-programme.js';
import { type ProgrammeDetails, checkDetails } from './programme-details.js';
import { Programme } from './programme.entity.js';
import { SetReference } from './set-reference.js';
import { WithdrawBasisApproval } from './withdraw-basis-approval.js';

/** Attributes that an approval covers: changing one needs a new approval. */
const APPROVED = ['name', 'host', 'cycle'] as const;

/** Changes the attributes of a programme that is being prepared. */
@Injectable()
export class EditProgramme {
  constructor(
    private readonly database: Database,
    private readonly journal: Journal,
    private readonly withdrawApproval: WithdrawBasisApproval,
    private readonly setReference: SetReference,
  ) {}

  /** @returns whether an approval of the legal basis fell with the change */
  async run(
    actor: Actor,
    given: ProgrammeDetails & { readonly programmeId: string; readonly version: number },
  ): Promise<{ approvalWithdrawn: boolean }> {
    const role = actingRole(actor, ['CityRegistrar'], given.programmeId);
    checkDetails(given);
    return this.database.transaction(async () => {
      const { programmeId, version } = given;
      const programme = await loadInPreparation(this.database, programmeId, version);
      const touched = APPROVED.some((key) => programme[key] !== given[key]);
      const { name, host, year, dataYear, scope, cycle, funds } = given;
      const details = { name, host, year, dataYear, scope, cycle, funds };
      Object.assign(programme, details);
      await this.database.repo(Programme).save(programme);
      await this.setReference.run(programme);
      await this.journal.record({
        actorId: actor.accountId,
        actorRole: role,
        event: 'programme.edit',
        subjectType: 'programme',
        subjectId: programmeId,
        programmeId,
        details: { hash: hashOf(details), version: programme.version },
      });
      const by = { accountId: actor.accountId, role };
      const approvalWithdrawn = touched && (await this.withdrawApproval.run(by, programmeId));
      return { approvalWithdrawn };
    });
  }
}
