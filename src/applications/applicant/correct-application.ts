import { Injectable } from '@nestjs/common';
import { Clock } from '../../config/clock.js';
import { Database } from '../../database/database.js';
import { beijingDate } from '../../rules/calendar/beijing-time.js';
import { Refusal, overtaken } from '../../rules/refusal.js';
import type { Actor } from '../../web/actor.js';
import { CorrectionRequest } from '../correction-request.entity.js';
import { MoveApplication } from '../move-application.js';
import { type ApplicationFile, claimsOf } from './application-file.js';
import { merchantRole } from './merchant-role.js';
import { contentHash } from './submit-application.js';
import { shareWithProgramme } from '../share-with-programme.js';
import { TellApplicant } from '../tell-applicant.js';

/** Sends a corrected application back to the office that asked (A05), with its due day kept. */
@Injectable()
export class CorrectApplication {
  constructor(
    private readonly database: Database,
    private readonly move: MoveApplication,
    private readonly tell: TellApplicant,
    private readonly clock: Clock,
  ) {}

  async run(actor: Actor, file: ApplicationFile): Promise<void> {
    const { application, correction } = file;
    if (!correction) throw overtaken('applications.locked', 'application', application.state);
    if (beijingDate(this.clock.now()) > correction.dueOn) {
      throw new Refusal('applications.correction.overdue');
    }
    await this.database.transaction(async () => {
      await shareWithProgramme(this.database, application);
      await this.database
        .repo(CorrectionRequest)
        .update({ id: correction.id }, { answeredAt: this.clock.now() });
      await this.move.run({
        applicationId: application.id,
        event: correctionEvents[correction.stage],
        actorId: actor.accountId,
        role: merchantRole(actor),
        guards: correctionGuards(correction),
        details: {
          correctionId: correction.id,
          items: correction.items,
          contentHash: contentHash(file, claimsOf(file)),
        },
      });
      await this.tell.run(application.id, {
        kind: 'applicationCorrected',
        path: `/my/applications/${application.id}`,
      });
    });
  }
}

export const correctionEvents = {
  division: 'correctForDivision',
  screening: 'correctForScreening',
} as const;

/** Where items are listed, only these could be saved: `readStep` and the evidence look at no other. */
export function correctionGuards(correction: {
  readonly stage: keyof typeof correctionEvents;
  readonly items: readonly string[];
}) {
  return {
    requestedByDivision: correction.stage === 'division',
    requestedByScreening: correction.stage === 'screening',
    onlyListedItemsChanged: correction.items.length > 0,
  };
}
