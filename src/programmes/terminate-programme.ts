import { Injectable } from '@nestjs/common';
import { Database } from '../database/database.js';
import { sha256Hex } from '../rules/provenance/sha256-hex.js';
import { Refusal } from '../rules/refusal.js';
import type { Actor } from '../web/actor.js';
import { actingRole } from './acting-role.js';
import { loadProgramme } from './load-programme.js';
import { MoveProgramme } from './move-programme.js';
import { Programme } from './programme.entity.js';
import { ProgrammeGuards } from './programme-guards.js';

export const terminationGrounds = ['minimumField', 'legalBasisWithdrawn', 'processDefect'] as const;
export type TerminationGround = (typeof terminationGrounds)[number];

/** Ends a programme before its list is public, with a reason that everybody can read. */
@Injectable()
export class TerminateProgramme {
  constructor(
    private readonly database: Database,
    private readonly guards: ProgrammeGuards,
    private readonly moveProgramme: MoveProgramme,
  ) {}

  async run(
    actor: Actor,
    given: {
      readonly programmeId: string;
      readonly version: number;
      readonly ground: TerminationGround;
      readonly reason: string;
    },
  ): Promise<void> {
    const { programmeId, ground, reason } = given;
    const role = actingRole(actor, ['Approver'], programmeId);
    const computed = await this.guards.of(programmeId);
    const holds = ground !== 'minimumField' || computed.cancellationGroundHolds;
    if (!holds) throw new Refusal('programmes.refused.fieldLargeEnough', {}, 'ground');
    await this.database.transaction(async () => {
      const programme = await loadProgramme(this.database, programmeId);
      if (programme.version !== given.version) {
        throw new Refusal('errors.conflict', {}, null, 'conflict');
      }
      await this.moveProgramme.run({
        programmeId,
        event: 'terminate',
        actorId: actor.accountId,
        role,
        guards: { publicReasonGiven: reason.trim() !== '', cancellationGroundHolds: holds },
        details: { ground, reason: sha256Hex(reason) },
      });
      const ended = await loadProgramme(this.database, programmeId);
      await this.database
        .repo(Programme)
        .save(Object.assign(ended, { cancellationReason: reason }));
    });
  }
}
