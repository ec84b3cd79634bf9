import { Injectable } from '@nestjs/common';
import { Clock } from '../../config/clock.js';
import { Database } from '../../database/database.js';
import { newId } from '../../database/new-id.js';
import { Journal } from '../../journal/journal.js';
import { Notify } from '../../notifications/notify.js';
import { removalIn } from '../../rules/lifecycle/removal-states.js';
import { sha256Hex } from '../../rules/provenance/sha256-hex.js';
import { conflict } from '../../rules/refusal.js';
import type { GroundNumber } from '../../rules/rounds/conflict-grounds.js';
import type { Actor } from '../../web/actor.js';
import type { Seat } from '../panel/seat.entity.js';
import { Removal } from './removal.entity.js';

export interface Proposal {
  readonly role: 'CityRegistrar' | 'Judge';
  readonly seat: Pick<Seat, 'id' | 'number' | 'programmeId' | 'categoryId'>;
  readonly applicationId: string | null;
  readonly ground: GroundNumber | null;
  readonly reason: string;
  readonly promote: boolean;
  readonly nextSeatId: string | null;
}

/** Puts a removal before the approvers (R11, R14). Runs in the caller's transaction, which holds the programme. */
@Injectable()
export class ProposeRemoval {
  constructor(
    private readonly database: Database,
    private readonly journal: Journal,
    private readonly clock: Clock,
    private readonly notify: Notify,
  ) {}

  async run(actor: Actor, { role, seat, ...given }: Proposal): Promise<void> {
    const { applicationId } = given;
    const known = await this.database.repo(Removal).findBy({ seatId: seat.id });
    const same = known.filter((one) => one.applicationId === applicationId);
    if (same.some(({ state }) => removalIn.proposed.has(state))) {
      throw conflict('judging.removal.proposedAlready');
    }
    const id = newId();
    await this.database.repo(Removal).insert({
      ...given,
      id,
      programmeId: seat.programmeId,
      categoryId: seat.categoryId,
      seatId: seat.id,
      state: 'Proposed',
      proposedBy: actor.accountId,
      proposedAt: this.clock.now(),
      decidedBy: null,
      decidedAt: null,
      decisionReason: null,
    });
    await this.journal.record({
      actorId: actor.accountId,
      actorRole: role,
      event: 'removal.propose',
      subjectType: 'removal',
      subjectId: id,
      programmeId: seat.programmeId,
      details: {
        number: seat.number,
        seat: seat.id,
        application: applicationId,
        ground: given.ground,
        reason: sha256Hex(given.reason),
        promote: given.promote,
        next: given.nextSeatId,
      },
    });
    await this.notify.holders(['Approver'], { kind: 'removalProposed', path: '/office/removals' });
  }
}
