import { Injectable } from '@nestjs/common';
import { Clock } from '../../config/clock.js';
import { Database } from '../../database/database.js';
import { Journal } from '../../journal/journal.js';
import { Programme } from '../../programmes/programme.entity.js';
import { Refusal, conflict, overtaken } from '../../rules/refusal.js';
import { type Actor, holds } from '../../web/actor.js';
import { actingRole, requireSecondPerson } from '../../web/acting-role.js';
import { nothing } from '../../database/any-of.js';
import { newId } from '../../database/new-id.js';
import { StandingLock } from './standing-lock.entity.js';
import { StandingUnlock } from './standing-unlock.entity.js';
import { ReopenReReviews } from '../objections/reopen-re-reviews.js';
import { MoveRounds } from './move-rounds.js';
import { type ReReviewToReopen, RelockQueries } from './relock.queries.js';
import { lockIn } from '../../rules/lifecycle/record-states.js';
import { programmeIn } from '../../rules/lifecycle/programme-groups.js';
import { lockStandingsOf } from './lock-standings.js';

/**
 * Rule R4: a conflict found after the lock. One person asks with the reason, a second agrees, the
 * supervisor witnesses; then the rounds reopen and the next lock gets the next number. Once a list is
 * proposed only a re-review reopens, of which a sheet is to fall: the judges' own sheets stay locked.
 */
@Injectable()
export class UnlockStandings {
  constructor(
    private readonly database: Database,
    private readonly rounds: MoveRounds,
    private readonly relocks: RelockQueries,
    private readonly reopen: ReopenReReviews,
    private readonly journal: Journal,
    private readonly clock: Clock,
  ) {}

  async run(
    actor: Actor,
    input: { readonly lockId: string; readonly reason: string | null },
  ): Promise<void> {
    actingRole(actor, ['Tabulator', 'Supervisor']);
    await this.database.transaction(async () => {
      const locks = this.database.repo(StandingLock);
      await lockStandingsOf(this.database, input.lockId);
      const lock = await locks.findOneByOrFail({ id: input.lockId });
      if (!lockIn.locked.has(lock.state)) throw conflict('awards.lock.superseded');
      const { state } = await this.database
        .repo(Programme)
        .findOneByOrFail({ id: lock.programmeId });
      // From the proposal on, applications have outcomes that hang on this lock.
      const early = programmeIn.standingsOpen.has(state);
      const counted = early ? [] : await this.relocks.toReopen(lock.categoryId);
      if (!early && counted.length === 0) {
        throw overtaken('awards.unlock.tooLate', 'programme', state);
      }
      const unlocks = this.database.repo(StandingUnlock);
      const open = await unlocks.findOneBy({ lockId: lock.id, witnessedAt: nothing() });
      const agreed = open?.agreedBy ?? null;
      if (agreed && !holds(actor, 'Supervisor')) throw conflict('awards.unlock.agreedAlready');
      const role = actingRole(actor, [agreed ? 'Supervisor' : 'Tabulator'], lock.programmeId);
      const now = this.clock.now();
      const unlock = open ?? Object.assign(new StandingUnlock(), { id: newId(), lockId: lock.id });
      if (!open) {
        if (!input.reason) throw new Refusal('awards.unlock.reasonMissing', {}, 'reason');
        const nobody = { agreedBy: null, agreedAt: null, witnessedBy: null, witnessedAt: null };
        const asked = { reason: input.reason, askedBy: actor.accountId, askedAt: now };
        Object.assign(unlock, nobody, asked);
      } else if (!agreed) {
        requireSecondPerson(actor, open.askedBy, lock.id);
        // Two who ask at once: the later one has not read the reason that it would agree to.
        if (input.reason) throw conflict('awards.unlock.askedAlready');
        Object.assign(unlock, { agreedBy: actor.accountId, agreedAt: now });
      } else {
        Object.assign(unlock, { witnessedBy: actor.accountId, witnessedAt: now });
        if (early) await this.openRounds(actor, { lock, unlock: open }, early);
        else await this.reopen.run(actor, { lock, unlock: open }, counted);
      }
      await unlocks.save(unlock);
      const details = {
        number: lock.number,
        first: unlock.askedBy,
        second: unlock.agreedBy,
      };
      await this.journal.record({
        actorId: actor.accountId,
        actorRole: role,
        event: `standings.${agreed ? 'unlock' : 'agreeUnlock'}`,
        subjectType: 'standings',
        subjectId: lock.id,
        programmeId: lock.programmeId,
        details: {
          ...details,
          ...(agreed && counted.length > 0 ? { reReviews: objectionsOf(counted) } : {}),
        },
      });
    });
  }

  /** Before the proposal: the version is given up, and the rounds take scores again. */
  private async openRounds(
    { accountId }: Actor,
    { lock, unlock }: { readonly lock: StandingLock; readonly unlock: StandingUnlock },
    notYetPublished: boolean,
  ): Promise<void> {
    const { reason, askedBy, agreedBy } = unlock;
    const supersededAt = this.clock.now();
    await this.database
      .repo(StandingLock)
      .save(Object.assign(lock, { state: 'Superseded', supersededAt }));
    await this.rounds.run(lock.categoryId, 'unlock', agreedBy!, {
      conflictEstablished: reason !== '',
      notYetPublished,
      newVersionRecorded: lock.supersededAt !== null,
      secondPersonConfirmsHash: agreedBy !== askedBy,
      supervisorWitnesses: ![askedBy, agreedBy].includes(accountId),
    });
  }
}

function objectionsOf(found: readonly ReReviewToReopen[]): readonly string[] {
  return [...new Set(found.map(({ objectionId }) => objectionId))];
}
