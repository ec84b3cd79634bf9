import { Injectable } from '@nestjs/common';
import { Database } from '../database/database.js';
import { requireMove } from '../rules/lifecycle/require-move.js';
import { programmeLifecycle } from '../rules/lifecycle/programme-lifecycle.js';
import { sha256Hex } from '../rules/provenance/sha256-hex.js';
import { Refusal } from '../rules/refusal.js';
import { MoveProgramme } from './move-programme.js';
import { Programme } from './programme.entity.js';
import { ProgrammeGuards } from './programme-guards.js';
import { ProgrammeQueries } from './programme.queries.js';

export const terminationGrounds = ['minimumField', 'legalBasisWithdrawn', 'processDefect'] as const;
export type TerminationGround = (typeof terminationGrounds)[number];

export interface Termination {
  readonly programmeId: string;
  readonly ground: TerminationGround;
  readonly reason: string;
}

/** Ends a programme before its list is public, with a reason that everybody can read. */
@Injectable()
export class TerminateProgramme {
  constructor(
    private readonly database: Database,
    private readonly programmes: ProgrammeQueries,
    private readonly guards: ProgrammeGuards,
    private readonly moveProgramme: MoveProgramme,
  ) {}

  /** Refuses what the row would refuse, before a notice is written for it. */
  async requirePossible(given: Termination): Promise<void> {
    const { state } = await this.programmes.byId(given.programmeId);
    const guards = await this.found(given);
    if (!guards.cancellationGroundHolds) {
      throw new Refusal('programmes.refused.fieldLargeEnough', {}, 'ground');
    }
    const request = { role: 'Approver', guards } as const;
    requireMove(programmeLifecycle, state, 'terminate', request);
  }

  /** Within the transaction that posts the notice; `decidedBy` is the approver. */
  async run(given: Termination & { decidedBy: string; confirmedBy: string }): Promise<Programme> {
    const { programmeId, ground, reason, decidedBy, confirmedBy } = given;
    const programme = await this.moveProgramme.run({
      programmeId,
      event: 'terminate',
      actorId: decidedBy,
      role: 'Approver',
      guards: await this.found(given),
      details: { ground, reason: sha256Hex(reason), confirmedBy },
    });
    programme.cancellationReason = reason;
    return this.database.repo(Programme).save(programme);
  }

  /** A field that is too small is counted; the other grounds stand in the approver's decision. */
  private async found({ programmeId, ground, reason }: Termination) {
    const counted = ground !== 'minimumField' || (await this.guards.of(programmeId));
    return {
      publicReasonGiven: reason.trim() !== '',
      cancellationGroundHolds: counted === true || counted.cancellationGroundHolds,
    };
  }
}
