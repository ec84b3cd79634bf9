import { Injectable } from '@nestjs/common';
import { Clock } from '../../config/clock.js';
import { Database } from '../../database/database.js';
import { Journal } from '../../journal/journal.js';
import { Notify } from '../../notifications/notify.js';
import { Round } from '../../programmes/round.entity.js';
import { roundIn } from '../../rules/lifecycle/round-groups.js';
import { sha256Hex } from '../../rules/provenance/sha256-hex.js';
import { conflict } from '../../rules/refusal.js';
import { NextInLine } from '../draws/next-in-line.js';
import { DeclarationDraft } from '../conflicts/declaration-draft.entity.js';
import { Expert } from '../experts/expert.entity.js';
import type { Removal } from '../removals/removal.entity.js';
import { IssueSheets } from '../sheets/issue-sheets.js';
import { VoidSheets } from '../sheets/void-sheets.js';
import { Seat } from './seat.entity.js';

export interface Vacating {
  readonly actorId: string;
  readonly role: 'CityRegistrar' | 'Approver';
  readonly seatId: string;
  readonly removal: Pick<Removal, 'reason' | 'promote' | 'ground' | 'proposedBy' | 'nextSeatId'>;
}

/**
 * A judge leaves: the open sheets of the seat are void, the signed ones only where a ground of the
 * catalogue touches them, and the next in line takes the number and scores (R1 to R3, R14). Runs in the
 * caller's transaction, which holds the panel and its rounds.
 */
@Injectable()
export class VacateSeat {
  constructor(
    private readonly database: Database,
    private readonly journal: Journal,
    private readonly clock: Clock,
    private readonly notify: Notify,
    private readonly voidSheets: VoidSheets,
    private readonly sheets: IssueSheets,
    private readonly nextInLine: NextInLine,
  ) {}

  async run({ actorId, role, seatId, removal }: Vacating): Promise<void> {
    const seat = await this.database.lock(Seat, seatId);
    if (seat.vacatedAt) throw conflict('judging.panel.vacatedAlready');
    const { number, categoryId, programmeId } = seat;
    const { reason } = removal;
    const next = removal.promote ? (await this.nextInLine.of(categoryId, seatId)).seat : null;
    // Whoever confirmed has read a name.
    if ((next?.id ?? null) !== removal.nextSeatId) throw conflict('judging.removal.lineMoved');
    const vacated = { vacatedAt: this.clock.now(), vacatedReason: reason };
    await this.database.repo(Seat).save(Object.assign(seat, vacated));
    await this.database.repo(DeclarationDraft).delete({ seatId });
    await this.voidSheets.run({ actorId, role, reason, seatId, removal });
    const alternate = next?.number ?? null;
    const successor = next && (await this.promote(seat, next));
    await this.journal.record({
      actorId,
      actorRole: role,
      event: 'seat.replace',
      subjectType: 'seat',
      subjectId: seatId,
      programmeId,
      details: {
        number,
        reason: sha256Hex(reason),
        alternate,
        successor: successor?.id ?? null,
        draw: successor?.drawId ?? null,
      },
    });
    for (const round of await this.database.repo(Round).findBy({ categoryId })) {
      if (roundIn.open.has(round.state)) await this.sheets.run(round);
    }
    const { accountId } = await this.expert(seat);
    const variables = { number, reason };
    await this.notify.accounts([accountId], {
      kind: 'judgingSeatEnded',
      variables,
      path: '/judging',
    });
  }

  private async promote({ number, chair }: Seat, next: Seat): Promise<Seat> {
    const taken = Object.assign(next, { number, chair, alternate: false });
    await this.database.repo(Seat).save(taken);
    const { accountId } = await this.expert(next);
    await this.notify.accounts([accountId], {
      kind: 'judgingSeated',
      variables: { number },
      path: '/judging',
    });
    return taken;
  }

  private expert({ expertId }: Seat): Promise<Expert> {
    return this.database.repo(Expert).findOneByOrFail({ id: expertId });
  }
}
