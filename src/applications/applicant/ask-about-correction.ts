import { Injectable } from '@nestjs/common';
import { Clock } from '../../config/clock.js';
import { Database } from '../../database/database.js';
import { Journal } from '../../journal/journal.js';
import { Notify } from '../../notifications/notify.js';
import { applicationIn } from '../../rules/lifecycle/application-groups.js';
import { Refusal, overtaken } from '../../rules/refusal.js';
import type { Actor } from '../../web/actor.js';
import { type ItemTexts, keepCorrectionWords } from '../keep-correction-words.js';
import { shareWithProgramme } from '../share-with-programme.js';
import type { ApplicationFile } from './application-file.js';
import { correctionAddressees } from './correction-addressees.js';
import { merchantRole } from './merchant-role.js';

/** A question or a word of the merchant on items of a correction, before it is sent back. */
@Injectable()
export class AskAboutCorrection {
  constructor(
    private readonly database: Database,
    private readonly journal: Journal,
    private readonly notify: Notify,
    private readonly clock: Clock,
  ) {}

  async run(actor: Actor, file: ApplicationFile, texts: ItemTexts): Promise<void> {
    const { application, correction } = file;
    if (!correction) throw overtaken('applications.locked', 'application', application.state);
    await this.database.transaction(async () => {
      const row = await shareWithProgramme(this.database, application);
      if (!applicationIn.correcting.has(row.state)) {
        throw overtaken('applications.locked', 'application', row.state);
      }
      const items = await keepCorrectionWords(this.database, this.clock, {
        applicationId: application.id,
        correctionId: correction.id,
        items: correction.items,
        side: 'merchant',
        accountId: actor.accountId,
        texts,
      });
      if (items.length === 0) throw new Refusal('applications.correction.nothingSaid');
      await this.journal.record({
        actorId: actor.accountId,
        actorRole: merchantRole(actor),
        event: 'application.askAboutCorrection',
        subjectType: 'application',
        subjectId: application.id,
        programmeId: application.programmeId,
        details: { correctionId: correction.id, items },
      });
      await correctionAddressees(this.notify, correction.stage, application, {
        kind: 'correctionAsked',
        variables: { receiptNumber: application.receiptNumber ?? '', items: items.length },
      });
    });
  }
}
