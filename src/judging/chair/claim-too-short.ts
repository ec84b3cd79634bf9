import { Injectable } from '@nestjs/common';
import { Clock } from '../../config/clock.js';
import { Database } from '../../database/database.js';
import { newId } from '../../database/new-id.js';
import { Journal } from '../../journal/journal.js';
import { Notify } from '../../notifications/notify.js';
import { Round } from '../../programmes/round.entity.js';
import { WorkingDays } from '../../programmes/working-days.js';
import { beijingDate } from '../../rules/calendar/beijing-time.js';
import { Refusal, conflict, missing } from '../../rules/refusal.js';
import { extendedEnd, isTooShort } from '../../rules/rounds/time-too-short.js';
import type { Actor } from '../../web/actor.js';
import { holdOpen } from '../rounds/round-gate.js';
import { ChairQueries, type TimeVoice } from './chair.queries.js';
import { TimeClaim } from './time-claim.entity.js';

/** A judge says that the time of a round is too short. The word that makes more than a third extends it. */
@Injectable()
export class ClaimTooShort {
  constructor(
    private readonly database: Database,
    private readonly queries: ChairQueries,
    private readonly workingDays: WorkingDays,
    private readonly notify: Notify,
    private readonly journal: Journal,
    private readonly clock: Clock,
  ) {}

  async run({ accountId }: Actor, roundId: string): Promise<'claimed' | 'extended'> {
    return this.database.transaction(async () => {
      const round = await holdOpen(this.database, roundId);
      const { closesOn, programmeId } = round;
      const voices = await this.queries.voices(roundId, closesOn);
      const own = voices.find((voice) => voice.accountId === accountId);
      if (!own) throw missing();
      if (own.claimed) throw conflict('judging.time.claimedAlready');
      if (!own.unsigned) throw new Refusal('judging.time.allSigned', {}, null, 'conflict');
      const { seatId, number } = own;
      const claimedAt = this.clock.now();
      const claim = { id: newId(), roundId, seatId, closesOn, claimedAt };
      await this.database.repo(TimeClaim).insert(claim);
      await this.journal.record({
        actorId: accountId,
        actorRole: 'Judge',
        event: 'round.claimTooShort',
        subjectType: 'round',
        subjectId: roundId,
        programmeId,
        details: { seat: number, closesOn },
      });
      const said = voices.filter(({ claimed }) => claimed).length + 1;
      if (!isTooShort(said, voices.length)) return 'claimed';
      await this.extend(round, voices, said);
      return 'extended';
    });
  }

  private async extend(round: Round, voices: readonly TimeVoice[], said: number): Promise<void> {
    const { id, programmeId, closesOn: from } = round;
    const calendar = await this.workingDays.calendar();
    const to = extendedEnd(calendar, round, beijingDate(this.clock.now()));
    await this.database.repo(Round).save(Object.assign(round, { closesOn: to }));
    await this.journal.record({
      actorId: null,
      actorRole: 'System',
      event: 'round.extend',
      subjectType: 'round',
      subjectId: id,
      programmeId,
      details: { from, to, said, judges: voices.length },
    });
    const variables = { before: from, closesOn: to };
    await this.notify.accounts(
      voices.map(({ accountId }) => accountId),
      { kind: 'roundExtended', variables, path: '/judging' },
    );
    await this.notify.role('CityRegistrar', {
      kind: 'roundExtended',
      variables,
      path: `/office/rounds/${id}`,
    });
  }
}
