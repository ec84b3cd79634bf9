import { Injectable } from '@nestjs/common';
import { Clock } from '../../config/clock.js';
import { Database } from '../../database/database.js';
import { Notify } from '../../notifications/notify.js';
import type { Actor } from '../../web/actor.js';
import { KeepSubmission } from '../keep-submission.js';
import { MoveApplication } from '../move-application.js';
import { shareWithProgramme } from '../share-with-programme.js';
import type { ApplicationFile } from './application-file.js';
import { merchantRole } from './merchant-role.js';

/** Takes a submitted application back to change it (A02r); what was handed in goes on counting. */
@Injectable()
export class ReopenApplication {
  constructor(
    private readonly database: Database,
    private readonly move: MoveApplication,
    private readonly keep: KeepSubmission,
    private readonly notify: Notify,
    private readonly clock: Clock,
  ) {}

  /** @param file loaded through the actor's merchant just before */
  async run(actor: Actor, file: ApplicationFile): Promise<void> {
    const { application, window } = file;
    await this.database.transaction(async () => {
      await shareWithProgramme(this.database, application);
      await this.keep.keepFirst(application.id);
      await this.move.run({
        applicationId: application.id,
        event: 'reopenSubmission',
        actorId: actor.accountId,
        role: merchantRole(actor),
        guards: {
          beforeDeadline: (window?.open ?? false) && this.clock.now() < window!.acceptsUntil,
        },
      });
      const variables = { receiptNumber: application.receiptNumber ?? '' };
      await this.notify.holders(
        ['DivisionReviewer'],
        { kind: 'applicationReopened', variables, path: '/division' },
        { divisionCode: application.divisionCode },
      );
    });
  }
}
