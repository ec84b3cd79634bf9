import { Injectable } from '@nestjs/common';
import { RecordAccess } from '../../accounts/record-access.js';
import { Clock } from '../../config/clock.js';
import { Database } from '../../database/database.js';
import { ProgrammeQueries } from '../../programmes/programme.queries.js';
import { missing } from '../../rules/refusal.js';
import type { Actor } from '../../web/actor.js';
import { anchorsFirst } from './anchors-first.js';
import { tableOf } from './kept-sheet.js';
import { PinQueries } from './pins/pin.queries.js';
import { type SheetReading, readSheet } from './read-sheet.js';
import { type OwnMark, SheetMarks } from './sheet-marks.js';
import { SheetQueries, type SheetRow } from './sheet.queries.js';

export interface OpenedSheet {
  readonly row: SheetRow;
  readonly reading: SheetReading;
  readonly mark: OwnMark;
}

/** One own sheet with its evidence, read through the privacy policy; notes when it was first opened. */
@Injectable()
export class OpenSheet {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly programmes: ProgrammeQueries,
    private readonly queries: SheetQueries,
    private readonly access: RecordAccess,
    private readonly marks: SheetMarks,
    private readonly pins: PinQueries,
  ) {}

  /** @param looked false for a copy that its judge has not looked at yet */
  async run(actor: Actor, sheetId: string, looked = true): Promise<OpenedSheet> {
    const row = await this.queries.one(actor.accountId, sheetId);
    if (!row) throw missing();
    if (row.anchorsOpen > 0) throw anchorsFirst(row.anchorsOpen);
    const [{ rules }, figures, documents, ties, pins] = await Promise.all([
      this.programmes.rules(row.programmeId),
      this.queries.figures(row.applicationId),
      this.queries.evidence({ sheetId: row.id }),
      this.queries.ties(row.merchantId),
      this.pins.ofSheet(sheetId),
    ]);
    if (looked && !row.firstOpenedAt) await this.noteFirstOpening(actor, row);
    const reading = { ...readSheet(rules, row, figures, documents, ties), pins };
    return { row, reading, mark: this.marks.read(row) };
  }

  private async noteFirstOpening(actor: Actor, { id, repeated }: SheetRow): Promise<void> {
    await this.database.execute(
      `UPDATE ${tableOf(repeated === 1)} SET first_opened_at = ? WHERE id = ? AND first_opened_at IS NULL`,
      [this.clock.now(), id],
    );
    await this.access.run({
      accountId: actor.accountId,
      action: 'sheet.view',
      objectType: 'scoreSheet',
      objectId: id,
      result: 'ok',
    });
  }
}
