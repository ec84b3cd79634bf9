import { Injectable } from '@nestjs/common';
import { Clock } from '../../../config/clock.js';
import { Database } from '../../../database/database.js';
import { Journal } from '../../../journal/journal.js';
import { ProgrammeQueries } from '../../../programmes/programme.queries.js';
import { beijingDate } from '../../../rules/calendar/beijing-time.js';
import { Refusal, conflict, missing } from '../../../rules/refusal.js';
import type { Actor } from '../../../web/actor.js';
import { Application } from '../../application.entity.js';
import { MoveApplication } from '../../move-application.js';
import { ScreeningStatement, type statementOutcomes } from '../../screening-statement.entity.js';
import { Screening } from '../../screening.entity.js';
import { assertPhase } from '../review-phase.js';
import { lockWithProgramme } from '../../lock-with-programme.js';
import { TellApplicant } from '../../tell-applicant.js';

export interface StatementAnswer {
  readonly statementId: string;
  readonly outcome: (typeof statementOutcomes)[number];
  readonly reply: string;
}

/** The office's reply, by another person than the screener; a sound statement reopens the screening. */
@Injectable()
export class AnswerStatement {
  constructor(
    private readonly database: Database,
    private readonly programmes: ProgrammeQueries,
    private readonly moveApplication: MoveApplication,
    private readonly journal: Journal,
    private readonly tell: TellApplicant,
    private readonly clock: Clock,
  ) {}

  async run(actor: Actor, { statementId, outcome, reply }: StatementAnswer): Promise<void> {
    await this.database.transaction(async () => {
      const statements = this.database.repo(ScreeningStatement);
      const known = await statements.findOneBy({ id: statementId });
      if (!known) throw missing();
      await lockWithProgramme(this.database, known.applicationId);
      const statement = await this.database.lock(ScreeningStatement, statementId);
      if (statement.outcome) throw conflict('review.statement.answeredAlready');
      const { applicationId } = statement;
      const application = await this.database
        .repo(Application)
        .findOneByOrFail({ id: applicationId });
      const screening = await this.database.repo(Screening).findOneBy({ applicationId });
      const another = screening?.screenerId !== actor.accountId;
      if (!another) throw new Refusal('review.statement.samePerson');
      const repliedAt = this.clock.now();
      await statements.save(
        Object.assign(statement, { outcome, reply, repliedBy: actor.accountId, repliedAt }),
      );
      const act = { actorId: actor.accountId, details: { statementId, outcome } };
      if (outcome === 'reopened') {
        const { state } = await this.programmes.byId(application.programmeId);
        assertPhase('screening', state);
        await this.moveApplication.run({
          ...act,
          applicationId,
          event: 'reopenScreening',
          role: 'CityRegistrar',
          guards: {
            statedInTime: beijingDate(statement.statedAt) <= (screening?.statementDueOn ?? ''),
            answeredByAnotherPerson: another,
          },
        });
      } else {
        await this.journal.record({
          ...act,
          actorRole: 'CityRegistrar',
          event: 'application.upholdScreening',
          subjectType: 'application',
          subjectId: applicationId,
          programmeId: application.programmeId,
        });
      }
      await this.tell.run(applicationId, {
        kind: outcome === 'reopened' ? 'statementAccepted' : 'statementAnswered',
        variables: { reply },
        path: `/my/applications/${applicationId}`,
      });
    });
  }
}
