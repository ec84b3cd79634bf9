import { Injectable } from '@nestjs/common';
import { Clock } from '../../config/clock.js';
import { Database } from '../../database/database.js';
import { Notify } from '../../notifications/notify.js';
import { unchangedItems } from '../../rules/applications/item-changes.js';
import { beijingDate } from '../../rules/calendar/beijing-time.js';
import { applicationIn } from '../../rules/lifecycle/application-groups.js';
import { Refusal, overtaken } from '../../rules/refusal.js';
import type { Actor } from '../../web/actor.js';
import { CorrectionMessage } from '../correction-message.entity.js';
import { CorrectionRequest } from '../correction-request.entity.js';
import { type ItemTexts, keepCorrectionWords } from '../keep-correction-words.js';
import { KeepSubmission } from '../keep-submission.js';
import { MoveApplication } from '../move-application.js';
import { shareWithProgramme } from '../share-with-programme.js';
import { Submission } from '../submission.entity.js';
import { type ApplicationFile, claimsOf } from './application-file.js';
import { correctionAddressees } from './correction-addressees.js';
import { merchantRole } from './merchant-role.js';
import { contentHash } from './submit-application.js';
import { TellApplicant } from '../tell-applicant.js';

export interface CorrectionAnswer {
  readonly texts: ItemTexts;
  /** The merchant has seen what it left as it was, and means it. */
  readonly unchangedMeant: boolean;
}

/** Sends a corrected application back to the office that asked (A05), with a word on each item. */
@Injectable()
export class CorrectApplication {
  constructor(
    private readonly database: Database,
    private readonly move: MoveApplication,
    private readonly keep: KeepSubmission,
    private readonly notify: Notify,
    private readonly tell: TellApplicant,
    private readonly clock: Clock,
  ) {}

  async run(actor: Actor, file: ApplicationFile, given: CorrectionAnswer): Promise<void> {
    const { application, correction } = file;
    if (!correction) throw overtaken('applications.locked', 'application', application.state);
    if (beijingDate(this.clock.now()) > correction.dueOn) {
      throw new Refusal('applications.correction.overdue');
    }
    await this.database.transaction(async () => {
      const row = await shareWithProgramme(this.database, application);
      const { items } = correction;
      const answered = await keepCorrectionWords(this.database, this.clock, {
        applicationId: application.id,
        correctionId: correction.id,
        items,
        side: 'merchant',
        accountId: actor.accountId,
        texts: given.texts,
      });
      if (applicationIn.correcting.has(row.state)) {
        await this.refuseSilence(application.id, correction, given);
      }
      const answeredAt = this.clock.now();
      await this.database.repo(CorrectionRequest).update({ id: correction.id }, { answeredAt });
      const number = await this.keep.run({
        applicationId: application.id,
        kind: 'correction',
        accountId: actor.accountId,
        submittedAt: answeredAt,
        confirmation: null,
      });
      await this.move.run({
        applicationId: application.id,
        event: correctionEvents[correction.stage],
        actorId: actor.accountId,
        role: merchantRole(actor),
        guards: correctionGuards(correction),
        details: {
          correctionId: correction.id,
          items,
          answered,
          number,
          contentHash: contentHash(file, claimsOf(file)),
        },
      });
      const receiptNumber = application.receiptNumber ?? '';
      await this.tell.run(application.id, {
        kind: 'applicationCorrected',
        path: `/my/applications/${application.id}`,
      });
      await correctionAddressees(this.notify, correction.stage, application, {
        kind: 'correctionReturned',
        variables: { receiptNumber },
      });
    });
  }

  /** What was asked for is changed, or answered, or left as it is on purpose. */
  private async refuseSilence(
    applicationId: string,
    { id, items }: { readonly id: string; readonly items: readonly string[] },
    { unchangedMeant }: CorrectionAnswer,
  ): Promise<void> {
    const before = await this.database
      .repo(Submission)
      .findOne({ where: { applicationId }, order: { number: 'DESC' } });
    if (!before || unchangedMeant) return;
    const said = await this.database
      .repo(CorrectionMessage)
      .findBy({ correctionId: id, side: 'merchant' });
    const now = await this.keep.content(applicationId);
    const silent = unchangedItems(before.content, now, items).filter(
      (item) => !said.some((word) => word.item === item),
    );
    if (silent.length) {
      const variables = { count: silent.length };
      throw new Refusal('applications.correction.unchanged', variables, 'unchanged');
    }
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
