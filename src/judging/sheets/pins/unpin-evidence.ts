import { Injectable } from '@nestjs/common';
import { Database } from '../../../database/database.js';
import { Journal } from '../../../journal/journal.js';
import { missing } from '../../../rules/refusal.js';
import type { Actor } from '../../../web/actor.js';
import { EvidencePin } from './evidence-pin.entity.js';
import { sheetSubject } from '../kept-sheet.js';
import { HoldOpenSheet } from './hold-open-sheet.js';

/** Takes a mark off again, while the sheet may still be scored. */
@Injectable()
export class UnpinEvidence {
  constructor(
    private readonly database: Database,
    private readonly hold: HoldOpenSheet,
    private readonly journal: Journal,
  ) {}

  async run(actor: Actor, sheetId: string, pinId: string): Promise<void> {
    return this.database.transaction(async () => {
      const { programmeId, repeated } = await this.hold.run(actor, sheetId);
      const subject = sheetSubject(repeated === 1);
      const pins = this.database.repo(EvidencePin);
      const pin = await pins.findOneBy({ id: pinId, sheetId });
      if (!pin) throw missing();
      await pins.delete(pin.id);
      const { indicator, documentId: document, page } = pin;
      await this.journal.record({
        actorId: actor.accountId,
        actorRole: 'Judge',
        event: `${subject}.unpinEvidence`,
        subjectType: subject,
        subjectId: sheetId,
        programmeId,
        details: { indicator, document, page },
      });
    });
  }
}
