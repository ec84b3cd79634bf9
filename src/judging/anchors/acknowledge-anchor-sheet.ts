import { Injectable } from '@nestjs/common';
import { Clock } from '../../config/clock.js';
import { Database } from '../../database/database.js';
import { Journal } from '../../journal/journal.js';
import type { Actor } from '../../web/actor.js';
import { AnchorSheet } from './anchor-sheet.entity.js';
import { AnchorSheetQueries } from './anchor-sheet.queries.js';
import { holdAnchorSheet, shareAnchor } from './hold-anchor-sheet.js';

/** The judge has read how far it is from the reference; the anchor is done. */
@Injectable()
export class AcknowledgeAnchorSheet {
  constructor(
    private readonly database: Database,
    private readonly journal: Journal,
    private readonly clock: Clock,
    private readonly queries: AnchorSheetQueries,
  ) {}

  async run(actor: Actor, anchorId: string, version: number): Promise<void> {
    const { accountId } = actor;
    await this.database.transaction(async () => {
      const own = await shareAnchor(this.database, this.queries, accountId, anchorId);
      const sheet = await holdAnchorSheet(this.database, own, { version, state: 'Submitted' });
      const done = { state: 'Acknowledged' as const, acknowledgedAt: this.clock.now() };
      await this.database.repo(AnchorSheet).save(Object.assign(sheet, done));
      await this.journal.record({
        actorId: accountId,
        actorRole: 'Judge',
        event: 'anchorSheet.acknowledge',
        subjectType: 'anchorSheet',
        subjectId: sheet.id,
        programmeId: own.programmeId,
        details: { anchor: anchorId },
      });
    });
  }
}
