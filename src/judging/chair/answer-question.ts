import { Injectable } from '@nestjs/common';
import { Clock } from '../../config/clock.js';
import { Database } from '../../database/database.js';
import { Journal } from '../../journal/journal.js';
import { Notify } from '../../notifications/notify.js';
import { sha256Hex } from '../../rules/provenance/sha256-hex.js';
import { conflict, missing } from '../../rules/refusal.js';
import type { Actor } from '../../web/actor.js';
import { actingRole } from '../../web/acting-role.js';
import { holdOpen } from '../rounds/round-gate.js';
import { PanelMinute } from './panel-minute.entity.js';

/** The office answers what the chair asked about the procedure; once, for the answer is part of the minutes. */
@Injectable()
export class AnswerQuestion {
  constructor(
    private readonly database: Database,
    private readonly notify: Notify,
    private readonly journal: Journal,
    private readonly clock: Clock,
  ) {}

  async run(
    actor: Actor,
    { roundId, number }: { readonly roundId: string; readonly number: number },
    answer: string,
  ): Promise<void> {
    actingRole(actor, ['CityRegistrar']);
    await this.database.transaction(async () => {
      const { programmeId } = await holdOpen(this.database, roundId);
      const actorRole = actingRole(actor, ['CityRegistrar'], programmeId);
      const minutes = this.database.repo(PanelMinute);
      const question = await minutes.findOneBy({ roundId, number, kind: 'question' });
      if (!question) throw missing();
      if (question.answeredAt) throw conflict('judging.chair.answeredAlready');
      const { accountId } = actor;
      const given = { answer, answeredBy: accountId, answeredAt: this.clock.now() };
      await minutes.save(Object.assign(question, given));
      await this.journal.record({
        actorId: accountId,
        actorRole,
        event: 'round.answerChair',
        subjectType: 'round',
        subjectId: roundId,
        programmeId,
        details: { number, text: sha256Hex(answer) },
      });
      await this.notify.accounts([question.recordedBy], {
        kind: 'chairAnswered',
        variables: { number },
        path: `/judging/chair/${roundId}`,
      });
    });
  }
}
