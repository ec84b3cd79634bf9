import { Injectable } from '@nestjs/common';
import { Clock } from '../../config/clock.js';
import { Database } from '../../database/database.js';
import { newId } from '../../database/new-id.js';
import { Journal } from '../../journal/journal.js';
import { Notify } from '../../notifications/notify.js';
import { sha256Hex } from '../../rules/provenance/sha256-hex.js';
import { missing } from '../../rules/refusal.js';
import { type MinuteKind, refusePoints } from '../../rules/rounds/panel-minutes.js';
import type { Actor } from '../../web/actor.js';
import { holdOpen } from '../rounds/round-gate.js';
import { ChairQueries } from './chair.queries.js';
import { PanelMinute } from './panel-minute.entity.js';

/** The chair adds to the minutes of an open round. The office is told of a question. */
@Injectable()
export class RecordMinute {
  constructor(
    private readonly database: Database,
    private readonly queries: ChairQueries,
    private readonly notify: Notify,
    private readonly journal: Journal,
    private readonly clock: Clock,
  ) {}

  async run(
    { accountId }: Actor,
    roundId: string,
    { kind, text }: { readonly kind: MinuteKind; readonly text: string },
  ): Promise<void> {
    await this.database.transaction(async () => {
      await this.requireChair(accountId, roundId);
      const { programmeId } = await holdOpen(this.database, roundId);
      // Whoever replaces the chair holds the round: the chair may have changed while this waited.
      await this.requireChair(accountId, roundId);
      refusePoints(text);
      const number = (await this.queries.minutes(roundId)).length + 1;
      const minute = {
        id: newId(),
        roundId,
        number,
        kind,
        text,
        recordedBy: accountId,
        recordedAt: this.clock.now(),
        answer: null,
        answeredBy: null,
        answeredAt: null,
      };
      await this.database.repo(PanelMinute).insert(minute);
      await this.journal.record({
        actorId: accountId,
        actorRole: 'Chair',
        event: 'round.recordMinute',
        subjectType: 'round',
        subjectId: roundId,
        programmeId,
        details: { number, minute: kind, text: sha256Hex(text) },
      });
      if (kind !== 'question') return;
      const path = `/office/rounds/${roundId}`;
      await this.notify.role('CityRegistrar', { kind: 'chairAsked', variables: { number }, path });
    });
  }

  private async requireChair(accountId: string, roundId: string): Promise<void> {
    const chaired = await this.queries.chaired(accountId);
    if (!chaired.some((one) => one.roundId === roundId)) throw missing();
  }
}
