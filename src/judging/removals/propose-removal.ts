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
import { Removal } from './removal.entity.js';

export interface Proposal {
  readonly role: 'CityRegistrar' | 'Judge';
  /** Whose place it is: a seat of the panel or a sheet of a re-review. */
  readonly of: Place;
  readonly applicationId: string | null;
  readonly ground: GroundNumber | null;
  readonly reason: string;
  readonly promote: boolean;
  readonly nextSeatId: string | null;
}

interface Place {
  readonly seatId: string | null;
  readonly reReviewSheetId: string | null;
  readonly number: number;
  readonly programmeId: string;
  readonly categoryId: string;
}

export function seatPlace(seat: Omit<Place, 'seatId' | 'reReviewSheetId'> & { id: string }): Place {
  const { id: seatId, number, programmeId, categoryId } = seat;
  return { seatId, reReviewSheetId: null, number, programmeId, categoryId };
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

  async run(actor: Actor, { role, of, ...given }: Proposal): Promise<void> {
    const { applicationId } = given;
    const { number, programmeId, categoryId, seatId, reReviewSheetId } = of;
    const known = await this.database.repo(Removal).findBy({ categoryId });
    const same = known.filter(
      (one) =>
        one.seatId === seatId &&
        one.reReviewSheetId === reReviewSheetId &&
        one.applicationId === applicationId,
    );
    if (same.some(({ state }) => removalIn.proposed.has(state))) {
      throw conflict('judging.removal.proposedAlready');
    }
    const id = newId();
    await this.database.repo(Removal).insert({
      ...given,
      id,
      programmeId,
      categoryId,
      seatId,
      reReviewSheetId,
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
      programmeId,
      details: {
        number,
        seat: seatId,
        ...(reReviewSheetId ? { sheet: reReviewSheetId } : {}),
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
