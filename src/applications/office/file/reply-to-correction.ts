import { Injectable } from '@nestjs/common';
import { Clock } from '../../../config/clock.js';
import { Database } from '../../../database/database.js';
import { Journal } from '../../../journal/journal.js';
import { applicationIn } from '../../../rules/lifecycle/application-groups.js';
import { Refusal, overtaken } from '../../../rules/refusal.js';
import type { Actor } from '../../../web/actor.js';
import { CorrectionRequest } from '../../correction-request.entity.js';
import { type ItemTexts, keepCorrectionWords } from '../../keep-correction-words.js';
import { lockWithProgramme } from '../../lock-with-programme.js';
import { TellApplicant } from '../../tell-applicant.js';
import { divisionFor } from '../division/division-scope.js';
import { ApplicationFileQueries } from './application-file.queries.js';
import { type CorrectionStage, correctionStages } from './request-correction.js';

export interface CorrectionReply {
  readonly applicationId: string;
  readonly stage: CorrectionStage;
  readonly texts: ItemTexts;
}

/** A word of the office that asked, on items of a correction that is not answered yet. */
@Injectable()
export class ReplyToCorrection {
  constructor(
    private readonly database: Database,
    private readonly files: ApplicationFileQueries,
    private readonly journal: Journal,
    private readonly tell: TellApplicant,
    private readonly clock: Clock,
  ) {}

  async run(actor: Actor, { applicationId, stage, texts }: CorrectionReply): Promise<void> {
    const { role } = correctionStages[stage];
    const division = stage === 'division' ? divisionFor(actor, role) : null;
    await this.database.transaction(async () => {
      await lockWithProgramme(this.database, applicationId);
      const { head } = await this.files.file(applicationId, division);
      const request = await this.database
        .repo(CorrectionRequest)
        .findOne({ where: { applicationId, stage }, order: { requestedAt: 'DESC' } });
      if (!request || request.answeredAt || !applicationIn.correcting.has(head.state)) {
        throw overtaken('review.correction.answered', 'application', head.state);
      }
      const items = await keepCorrectionWords(this.database, this.clock, {
        applicationId,
        correctionId: request.id,
        items: request.items,
        side: 'office',
        accountId: actor.accountId,
        texts,
      });
      if (items.length === 0) throw new Refusal('applications.correction.nothingSaid');
      await this.journal.record({
        actorId: actor.accountId,
        actorRole: role,
        event: 'application.replyToCorrection',
        subjectType: 'application',
        subjectId: applicationId,
        programmeId: head.programmeId,
        details: { correctionId: request.id, items },
      });
      await this.tell.run(applicationId, {
        kind: 'correctionReplied',
        variables: { items: items.length },
        path: `/my/applications/${applicationId}/correction`,
      });
    });
  }
}
