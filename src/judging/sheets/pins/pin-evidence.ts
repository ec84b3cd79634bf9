import { Injectable } from '@nestjs/common';
import { Clock } from '../../../config/clock.js';
import { Database } from '../../../database/database.js';
import { newId } from '../../../database/new-id.js';
import { Journal } from '../../../journal/journal.js';
import { Refusal } from '../../../rules/refusal.js';
import type { Actor } from '../../../web/actor.js';
import { EvidencePin } from './evidence-pin.entity.js';
import { sheetSubject } from '../kept-sheet.js';
import { HoldOpenSheet } from './hold-open-sheet.js';
import { PinQueries } from './pin.queries.js';

export interface TypedPin {
  readonly indicator: string;
  readonly documentId: string;
  /** Null for the file as a whole, NaN for what is no number. */
  readonly page: number | null;
}

const MOST_PAGE = 9999;
const MOST_PINS = 10;

/** Marks the page of a file that the score for an indicator rests on. */
@Injectable()
export class PinEvidence {
  constructor(
    private readonly database: Database,
    private readonly hold: HoldOpenSheet,
    private readonly pins: PinQueries,
    private readonly journal: Journal,
    private readonly clock: Clock,
  ) {}

  async run(
    actor: Actor,
    sheetId: string,
    { indicator, documentId, page }: TypedPin,
  ): Promise<void> {
    return this.database.transaction(async () => {
      const { programmeId, repeated } = await this.hold.run(actor, sheetId);
      const subject = sheetSubject(repeated === 1);
      const field = `pin-file-${indicator}`;
      if (!(await this.pins.isShown(sheetId, indicator, documentId))) {
        throw new Refusal('judging.pin.noFile', {}, field);
      }
      if (page !== null && !(Number.isSafeInteger(page) && page >= 1 && page <= MOST_PAGE)) {
        throw new Refusal('judging.pin.noPage', { most: MOST_PAGE }, `pin-page-${indicator}`);
      }
      const known = (await this.pins.ofSheet(sheetId)).filter((pin) => pin.indicator === indicator);
      if (known.some((pin) => pin.documentId === documentId && pin.page === page)) return;
      if (known.length >= MOST_PINS) {
        throw new Refusal('judging.pin.tooMany', { most: MOST_PINS }, field);
      }
      const pinnedAt = this.clock.now();
      await this.database
        .repo(EvidencePin)
        .insert({ id: newId(), sheetId, indicator, documentId, page, pinnedAt });
      await this.journal.record({
        actorId: actor.accountId,
        actorRole: 'Judge',
        event: `${subject}.pinEvidence`,
        subjectType: subject,
        subjectId: sheetId,
        programmeId,
        details: { indicator, document: documentId, page },
      });
    });
  }
}
