import { Injectable } from '@nestjs/common';
import { Database } from '../../database/database.js';
import { Journal } from '../../journal/journal.js';
import { Notify } from '../../notifications/notify.js';
import { Refusal, conflict } from '../../rules/refusal.js';
import type { Actor } from '../../web/actor.js';
import { Application } from '../../applications/application.entity.js';
import { Expert } from '../experts/expert.entity.js';
import { holdOpen } from '../rounds/round-gate.js';
import { ScoreSheet } from './score-sheet.entity.js';
import { Seat } from '../panel/seat.entity.js';
import { sheetIn } from '../../rules/lifecycle/score-sheet-groups.js';
import { scoreSheetLifecycle } from '../../rules/lifecycle/score-sheet-lifecycle.js';
import { requireMove } from '../../rules/lifecycle/require-move.js';

/** A place on the panel and the number judges see: how the office names a sheet it may not read. */
export interface SheetName {
  readonly seat: number;
  readonly number: string;
}

export async function sheetByName(
  database: Database,
  round: { readonly id: string; readonly categoryId: string },
  name: SheetName,
): Promise<ScoreSheet> {
  const { categoryId } = round;
  const application = await database
    .repo(Application)
    .findOneBy({ categoryId, judgingNumber: name.number });
  // Whoever left the panel for another reason than a relation may have left a valid sheet behind.
  const seats = await database.repo(Seat).findBy({ categoryId, number: name.seat });
  const held = application
    ? await database.repo(ScoreSheet).findBy({ roundId: round.id, applicationId: application.id })
    : [];
  const sheet = held.find(
    ({ seatId, state }) => !sheetIn.voided.has(state) && seats.some(({ id }) => id === seatId),
  );
  if (!sheet) throw new Refusal('judging.round.noSuchSheet', {}, 'number');
  return sheet;
}

/** A tabulator gives an unsigned sheet back with a reason; a signed one can only be voided. */
@Injectable()
export class ReturnSheet {
  constructor(
    private readonly database: Database,
    private readonly journal: Journal,
    private readonly notify: Notify,
  ) {}

  async run(
    actor: Actor,
    roundId: string,
    given: SheetName & { readonly reason: string },
  ): Promise<void> {
    await this.database.transaction(async () => {
      const round = await holdOpen(this.database, roundId);
      const sheet = await sheetByName(this.database, round, given);
      if (!sheetIn.open.has(sheet.state)) throw conflict('judging.round.signedAlready');
      requireMove(scoreSheetLifecycle, sheet.state, 'returnForEdit', {
        role: 'Tabulator',
        guards: { reasonGiven: given.reason.trim() !== '' },
      });
      const seat = await this.database.repo(Seat).findOneByOrFail({ id: sheet.seatId });
      const expert = await this.database.repo(Expert).findOneByOrFail({ id: seat.expertId });
      await this.journal.record({
        actorId: actor.accountId,
        actorRole: 'Tabulator',
        event: 'scoreSheet.returnForEdit',
        subjectType: 'scoreSheet',
        subjectId: sheet.id,
        programmeId: round.programmeId,
        details: { seat: given.seat },
      });
      await this.notify.accounts([expert.accountId], {
        kind: 'judgingReturned',
        variables: { number: given.number, reason: given.reason },
        path: `/judging/sheets/${sheet.id}`,
      });
    });
  }
}
