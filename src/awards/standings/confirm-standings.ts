import { Injectable } from '@nestjs/common';
import { Clock } from '../../config/clock.js';
import { Database } from '../../database/database.js';
import { Journal } from '../../journal/journal.js';
import { Refusal, conflict } from '../../rules/refusal.js';
import type { Actor } from '../../web/actor.js';
import { actingRole, requireSecondPerson } from '../../web/acting-role.js';
import { StandingLock } from './standing-lock.entity.js';
import { GatherInputs } from './gather-inputs.js';
import { refuseRuleAuthor } from './refuse-rule-author.js';
import { lockStandingsOf, requireWaiting } from './lock-standings.js';

/** The second person computes the hash again and confirms that it is the one the first was shown. */
@Injectable()
export class ConfirmStandings {
  constructor(
    private readonly database: Database,
    private readonly gather: GatherInputs,
    private readonly journal: Journal,
    private readonly clock: Clock,
  ) {}

  async run(actor: Actor, input: { readonly lockId: string; readonly hash: string }) {
    const actorRole = actingRole(actor, ['Tabulator']);
    await this.database.transaction(async () => {
      const locks = this.database.repo(StandingLock);
      await lockStandingsOf(this.database, input.lockId);
      const lock = await locks.findOneOrFail({ where: { id: input.lockId }, select: columns });
      requireWaiting(lock, 'confirmation');
      actingRole(actor, ['Tabulator'], lock.programmeId);
      await refuseRuleAuthor(this.database, actor, lock.programmeId);
      requireSecondPerson(actor, lock.firstBy, lock.id);
      if (input.hash !== lock.inputHash) throw new Refusal('awards.lock.otherHash', {}, 'hash');
      const { hash } = await this.gather.run(lock.categoryId);
      if (hash !== lock.inputHash) throw conflict('awards.lock.inputsChanged');
      await locks.update(lock.id, { secondBy: actor.accountId, secondAt: this.clock.now() });
      await this.journal.record({
        actorId: actor.accountId,
        actorRole,
        event: 'standings.confirm',
        subjectType: 'standings',
        subjectId: lock.id,
        programmeId: lock.programmeId,
        details: { number: lock.number, inputHash: hash },
      });
    });
  }
}

const columns = {
  id: true,
  programmeId: true,
  categoryId: true,
  number: true,
  state: true,
  inputHash: true,
  firstBy: true,
  secondBy: true,
} as const;
