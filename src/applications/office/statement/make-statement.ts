import { Injectable } from '@nestjs/common';
import { Clock } from '../../../config/clock.js';
import { Database } from '../../../database/database.js';
import { newId } from '../../../database/new-id.js';
import { Journal } from '../../../journal/journal.js';
import { Notify } from '../../../notifications/notify.js';
import { WorkingDays } from '../../../programmes/working-days.js';
import { beijingDate } from '../../../rules/calendar/beijing-time.js';
import { addWorkingDays } from '../../../rules/calendar/working-day-calendar.js';
import { Refusal, conflict, missing, overtaken } from '../../../rules/refusal.js';
import { type Actor, merchantOf } from '../../../web/actor.js';
import { Application } from '../../application.entity.js';
import { ScreeningStatement } from '../../screening-statement.entity.js';
import { Screening } from '../../screening.entity.js';
import { applicationIn } from '../../../rules/lifecycle/application-groups.js';
import { lockWithProgramme } from '../../lock-with-programme.js';
import { LIMITS } from '../../../rules/programme/limits.js';

/** A11: who was screened out states its case, once, within three working days. */
@Injectable()
export class MakeStatement {
  constructor(
    private readonly database: Database,
    private readonly workingDays: WorkingDays,
    private readonly notify: Notify,
    private readonly journal: Journal,
    private readonly clock: Clock,
  ) {}

  async run(
    actor: Actor,
    input: { readonly applicationId: string; readonly statement: string },
  ): Promise<void> {
    const merchantId = merchantOf(actor) ?? '';
    const now = this.clock.now();
    const today = beijingDate(now);
    await this.database.transaction(async () => {
      await lockWithProgramme(this.database, input.applicationId);
      const calendar = await this.workingDays.calendar();
      const answerDueOn = addWorkingDays(calendar, today, LIMITS.statementAnswer);
      const application = await this.database
        .repo(Application)
        .findOneBy({ id: input.applicationId, merchantId });
      if (!application) throw missing();
      const { id: applicationId, programmeId } = application;
      const screening = await this.database.repo(Screening).findOneBy({ applicationId });
      if (!applicationIn.screenedOut.has(application.state) || !screening) {
        throw overtaken('review.statement.notNow', 'application', application.state);
      }
      if (!screening.statementDueOn || today > screening.statementDueOn) {
        throw new Refusal('review.statement.late');
      }
      const statements = this.database.repo(ScreeningStatement);
      if (await statements.existsBy({ applicationId })) throw conflict('review.statement.once');
      await statements.insert({
        id: newId(),
        applicationId,
        statement: input.statement,
        statedBy: actor.accountId,
        statedAt: now,
        answerDueOn,
        outcome: null,
        reply: null,
        repliedBy: null,
        repliedAt: null,
      });
      await this.journal.record({
        actorId: actor.accountId,
        actorRole: actor.duties[0]?.role ?? 'Agent',
        event: 'application.makeStatement',
        subjectType: 'application',
        subjectId: applicationId,
        programmeId,
        details: { answerDueOn },
      });
      await this.notify.role('CityRegistrar', {
        kind: 'statementMade',
        variables: { receiptNumber: application.receiptNumber ?? '', due: answerDueOn },
        path: '/office/statements',
      });
    });
  }
}
