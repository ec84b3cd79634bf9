import { Injectable } from '@nestjs/common';
import { Database } from '../../database/database.js';
import { Journal } from '../../journal/journal.js';
import { Notify } from '../../notifications/notify.js';
import type { Actor } from '../../web/actor.js';
import { holdOpen } from './round-gate.js';
import { ScoreSheet } from '../sheets/score-sheet.entity.js';
import { sheetIn } from '../../rules/lifecycle/score-sheet-groups.js';
import { anyOf } from '../../database/any-of.js';

/** A message to every judge with unsigned sheets in a round. */
@Injectable()
export class RemindJudges {
  constructor(
    private readonly database: Database,
    private readonly journal: Journal,
    private readonly notify: Notify,
  ) {}

  async run(actor: Actor, roundId: string): Promise<number> {
    return this.database.transaction(async () => {
      const round = await holdOpen(this.database, roundId);
      const open = await this.database
        .repo(ScoreSheet)
        .findBy({ roundId, state: anyOf(sheetIn.open) });
      const left = new Map<string, number>();
      for (const { accountId } of open) left.set(accountId, (left.get(accountId) ?? 0) + 1);
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
        details: { judges: left.size },
      });
      return left.size;
    });
  }
}
