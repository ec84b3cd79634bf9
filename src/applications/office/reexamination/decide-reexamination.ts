import { Injectable } from '@nestjs/common';
import { Clock } from '../../../config/clock.js';
import { Database } from '../../../database/database.js';
import { Journal } from '../../../journal/journal.js';
import { WorkingDays } from '../../../programmes/working-days.js';
import { beijingDate } from '../../../rules/calendar/beijing-time.js';
import { addWorkingDays } from '../../../rules/calendar/working-day-calendar.js';
import { conflict, missing } from '../../../rules/refusal.js';
import type { Actor } from '../../../web/actor.js';
import { Application } from '../../application.entity.js';
import { MoveApplication } from '../../move-application.js';
import { Recommendation } from '../../recommendation.entity.js';
import { reexaminationDays } from '../division/sign-opinion.js';
import { ReexaminationRequest } from '../../reexamination-request.entity.js';
import { lockWithProgramme } from '../../lock-with-programme.js';
import { TellApplicant } from '../../tell-applicant.js';

export interface ReexaminationDecision {
  readonly requestId: string;
  readonly decision: 'accepted' | 'refused';
  readonly reply: string;
}

/** A08: the city's answer; an accepted request puts the file back before the division, unsigned. */
@Injectable()
export class DecideReexamination {
  constructor(
    private readonly database: Database,
    private readonly workingDays: WorkingDays,
    private readonly moveApplication: MoveApplication,
    private readonly journal: Journal,
    private readonly tell: TellApplicant,
    private readonly clock: Clock,
  ) {}

  async run(actor: Actor, { requestId, decision, reply }: ReexaminationDecision): Promise<void> {
    await this.database.transaction(async () => {
      const calendar = await this.workingDays.calendar();
      const lastDay = (declinedAt: string) =>
        addWorkingDays(calendar, beijingDate(declinedAt), reexaminationDays);
      const requests = this.database.repo(ReexaminationRequest);
      const known = await requests.findOneBy({ id: requestId });
      if (!known) throw missing();
      await lockWithProgramme(this.database, known.applicationId);
      const request = await requests.findOneByOrFail({ id: requestId });
      if (request.decision) throw conflict('review.reexamination.decided');
      const application = await this.database
        .repo(Application)
        .findOneByOrFail({ id: request.applicationId });
      await requests.update(
        { id: requestId },
        { decision, reply, decidedBy: actor.accountId, decidedAt: this.clock.now() },
      );
      const act = { actorId: actor.accountId, details: { requestId, decision } };
      if (decision === 'accepted') {
        await this.database
          .repo(Recommendation)
          .update(
            { applicationId: application.id },
            { approverId: null, approvedAt: null, sealScanId: null, declineReason: null },
          );
        await this.moveApplication.run({
          ...act,
          applicationId: application.id,
          event: 'requestReexamination',
          role: 'CityRegistrar',
          guards: {
            notReexaminedBefore: (await requests.countBy({ applicationId: application.id })) === 1,
            requestedInTime: beijingDate(request.requestedAt) <= lastDay(application.stateSince),
          },
        });
      } else {
        await this.journal.record({
          ...act,
          actorRole: 'CityRegistrar',
          event: 'application.refuseReexamination',
          subjectType: 'application',
          subjectId: application.id,
          programmeId: application.programmeId,
        });
      }
      await this.tell.run(application.id, {
        kind: decision === 'accepted' ? 'reexaminationAccepted' : 'reexaminationRefused',
        variables: { reply },
        path: `/my/applications/${application.id}`,
      });
    });
  }
}
