import { Injectable } from '@nestjs/common';
import { Clock } from '../../../config/clock.js';
import { Database } from '../../../database/database.js';
import { newId } from '../../../database/new-id.js';
import { Journal } from '../../../journal/journal.js';
import { WorkingDays } from '../../../programmes/working-days.js';
import { beijingDate } from '../../../rules/calendar/beijing-time.js';
import { addWorkingDays } from '../../../rules/calendar/working-day-calendar.js';
import { Refusal, conflict, missing, overtaken } from '../../../rules/refusal.js';
import { type Actor, merchantOf } from '../../../web/actor.js';
import { Application } from '../../application.entity.js';
import { ReexaminationRequest } from '../../reexamination-request.entity.js';
import { reexaminationDays } from '../division/sign-opinion.js';
import { applicationIn } from '../../../rules/lifecycle/application-groups.js';
import { lockWithProgramme } from '../../lock-with-programme.js';

/** Working days in which the city office answers (process A08). */
const answerDays = 5;

/** A declined applicant asks, once and in time, to be looked at again. */
@Injectable()
export class RequestReexamination {
  constructor(
    private readonly database: Database,
    private readonly journal: Journal,
    private readonly workingDays: WorkingDays,
    private readonly clock: Clock,
  ) {}

  async run(
    actor: Actor,
    input: { readonly applicationId: string; readonly statement: string },
  ): Promise<{ answerDueOn: string }> {
    const merchantId = merchantOf(actor);
    return this.database.transaction(async () => {
      await lockWithProgramme(this.database, input.applicationId);
      const application = await this.database
        .repo(Application)
        .findOneBy({ id: input.applicationId, merchantId: merchantId ?? '' });
      if (!application) throw missing();
      if (!applicationIn.declined.has(application.state))
        throw overtaken('review.reexamination.notNow', 'application', application.state);
      const calendar = await this.workingDays.calendar();
      const today = beijingDate(this.clock.now());
      const declinedOn = beijingDate(application.stateSince);
      if (today > addWorkingDays(calendar, declinedOn, reexaminationDays)) {
        throw new Refusal('review.reexamination.late');
      }
      const answerDueOn = addWorkingDays(calendar, today, answerDays);
      const requests = this.database.repo(ReexaminationRequest);
      if (await requests.existsBy({ applicationId: application.id })) {
        throw conflict('review.reexamination.once');
      }
      await requests.insert({
        id: newId(),
        applicationId: application.id,
        statement: input.statement,
        requestedBy: actor.accountId,
        requestedAt: this.clock.now(),
        answerDueOn,
        decision: null,
        reply: null,
        decidedBy: null,
        decidedAt: null,
      });
      await this.journal.record({
        actorId: actor.accountId,
        actorRole: actor.duties[0]?.role ?? 'Agent',
        event: 'application.askReexamination',
        subjectType: 'application',
        subjectId: application.id,
        programmeId: application.programmeId,
        details: { answerDueOn },
      });

      return { answerDueOn };
    });
  }
}
