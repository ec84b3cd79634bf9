import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Clock } from '../../config/clock.js';
import { Database } from '../../database/database.js';
import { Notify } from '../../notifications/notify.js';
import { PhaseClock } from '../../programmes/phase-clock.js';
import { beijingDate } from '../../rules/calendar/beijing-time.js';
import { CorrectionRequest } from '../correction-request.entity.js';
import { lockWithProgramme } from '../lock-with-programme.js';
import { KeepSubmission } from '../keep-submission.js';
import { MoveApplication } from '../move-application.js';
import { correctionAddressees } from './correction-addressees.js';
import { correctionEvents, correctionGuards } from './correct-application.js';
import { applicationIn } from '../../rules/lifecycle/application-groups.js';
import { quotedList } from '../../database/quoted-list.js';
import { TellApplicant } from '../tell-applicant.js';

interface Overdue {
  readonly id: string;
  readonly applicationId: string;
  readonly stage: keyof typeof correctionEvents;
  /** The listed items as stored, a JSON array. */
  readonly items: string;
}

/** After its due day a correction ends and the application goes on as it is (A05, by the clock). */
@Injectable()
export class CloseOverdueCorrections implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly move: MoveApplication,
    private readonly keep: KeepSubmission,
    private readonly notify: Notify,
    private readonly tell: TellApplicant,
    private readonly clock: Clock,
    private readonly phaseClock: PhaseClock,
  ) {}

  onModuleInit(): void {
    this.phaseClock.alsoRun(() => this.run());
  }

  /** Returns how many applications went on. */
  async run(): Promise<number> {
    const overdue = await this.database.rows<Overdue>(
      `SELECT r.id, r.application_id, r.stage, r.items, a.merchant_id, a.receipt_number
       FROM correction_request r JOIN application a ON a.id = r.application_id
       WHERE a.state IN (${quotedList(applicationIn.correcting)}) AND r.answered_at IS NULL AND r.due_on < ?
       ORDER BY r.due_on, r.id`,
      [beijingDate(this.clock.now())],
    );
    let closed = 0;
    for (const correction of overdue) if (await this.close(correction)) closed += 1;
    return closed;
  }

  private close({ id, applicationId, stage, items }: Overdue) {
    return this.database.transaction(async () => {
      const application = await lockWithProgramme(this.database, applicationId);
      if (!applicationIn.correcting.has(application.state)) return false;
      const answeredAt = this.clock.now();
      await this.database.repo(CorrectionRequest).update({ id }, { answeredAt });
      await this.keep.run({
        applicationId,
        kind: 'correction',
        accountId: null,
        submittedAt: answeredAt,
        confirmation: null,
      });
      await this.move.run({
        applicationId,
        event: correctionEvents[stage],
        actorId: null,
        role: 'System',
        guards: correctionGuards({ stage, items: JSON.parse(items) as string[] }),
        details: { correctionId: id, overdue: true },
      });
      await this.tell.run(applicationId, {
        kind: 'correctionOverdue',
        path: `/my/applications/${applicationId}`,
      });
      await correctionAddressees(this.notify, stage, application, {
        kind: 'correctionLapsed',
        variables: { receiptNumber: application.receiptNumber ?? '' },
      });
      return true;
    });
  }
}
