import { Injectable } from '@nestjs/common';
import { Clock } from '../../config/clock.js';
import { Database } from '../../database/database.js';
import { JournalEntry } from '../../journal/journal-entry.entity.js';
import { Journal } from '../../journal/journal.js';
import { Notify } from '../../notifications/notify.js';
import { Refusal } from '../../rules/refusal.js';
import { hoursUntil, remindAgainAt } from '../../rules/reminders/cooldown.js';
import type { Actor } from '../../web/actor.js';
import { holdOpen } from './round-gate.js';
import { Seat } from '../panel/seat.entity.js';
import { RepeatSheet } from '../repeats/repeat-sheet.entity.js';
import { ScoreSheet } from '../sheets/score-sheet.entity.js';
import { sheetIn } from '../../rules/lifecycle/score-sheet-groups.js';
import { anyOf } from '../../database/any-of.js';

/**
 * A message to every judge with unsigned sheets in a round, once a day at most: a reminder an hour is
 * read by nobody. Who was told stands in the journal and on the page of the round.
 */
@Injectable()
export class RemindJudges {
  constructor(
    private readonly database: Database,
    private readonly journal: Journal,
    private readonly notify: Notify,
    private readonly clock: Clock,
  ) {}

  async run(actor: Actor, roundId: string): Promise<number> {
    return this.database.transaction(async () => {
      const round = await holdOpen(this.database, roundId);
      const last = await this.database.repo(JournalEntry).findOne({
        where: { event: 'round.remind', subjectId: roundId },
        order: { sequence: 'DESC' },
      });
      const now = this.clock.now();
      const again = remindAgainAt(last?.at ?? null, now, 'judges');
      if (again) {
        const hours = hoursUntil(again, now);
        throw new Refusal('judging.round.remindedLately', { hours }, null, 'conflict');
      }
      const unsigned = { roundId, state: anyOf(sheetIn.open) };
      const open = [
        ...(await this.database.repo(ScoreSheet).findBy(unsigned)),
        ...(await this.database.repo(RepeatSheet).findBy(unsigned)),
      ];
      const left = new Map<string, number>();
      for (const { accountId } of open) left.set(accountId, (left.get(accountId) ?? 0) + 1);
      if (left.size === 0) throw new Refusal('judging.round.nobodyToRemind', {}, null, 'conflict');
      const seats = await this.database
        .repo(Seat)
        .findBy({ id: anyOf(new Set(open.map(({ seatId }) => seatId))) });
      for (const [accountId, count] of left) {
        await this.notify.accounts([accountId], {
          kind: 'judgingReminder',
          variables: { count, closesOn: round.closesOn },
          path: '/judging',
        });
      }
      await this.journal.record({
        actorId: actor.accountId,
        actorRole: 'CityRegistrar',
        event: 'round.remind',
        subjectType: 'round',
        subjectId: roundId,
        programmeId: round.programmeId,
        details: { seats: seats.map(({ number }) => number).toSorted((a, b) => a - b) },
      });
      return left.size;
    });
  }
}
