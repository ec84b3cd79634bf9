import { Injectable } from '@nestjs/common';
import { anyOf } from '../../database/any-of.js';
import { Database } from '../../database/database.js';
import { Journal } from '../../journal/journal.js';
import type { Actor as Role } from '../../rules/lifecycle/roles.js';
import { EvidencePin } from '../sheets/pins/evidence-pin.entity.js';
import { SheetMark } from '../sheets/sheet-mark.entity.js';
import { RepeatFile } from './repeat-file.entity.js';
import { RepeatSheet } from './repeat-sheet.entity.js';

/** Whose repeat goes, and of which file; left out when any does. */
export interface Dropped {
  readonly seatId?: string;
  readonly applicationId?: string;
}

export interface DroppedBy {
  readonly actorId: string | null;
  readonly role: Role;
  readonly programmeId: string;
}

/**
 * Takes repeats out where the file they repeat is no longer its judge's: what measures nothing any more is
 * not kept. In the transaction of a caller that holds the round.
 */
@Injectable()
export class DropRepeats {
  constructor(
    private readonly database: Database,
    private readonly journal: Journal,
  ) {}

  async run(
    roundId: string,
    which: readonly Dropped[],
    { actorId, role, programmeId }: DroppedBy,
  ): Promise<void> {
    const held = await this.database.repo(RepeatSheet).findBy({ roundId });
    const gone = held
      .filter((sheet) =>
        which.some(
          ({ seatId = sheet.seatId, applicationId = sheet.applicationId }) =>
            seatId === sheet.seatId && applicationId === sheet.applicationId,
        ),
      )
      .map(({ id }) => id)
      .toSorted();
    if (gone.length === 0) return;
    const ofSheets = { sheetId: anyOf(gone) };
    await this.database.repo(EvidencePin).delete(ofSheets);
    await this.database.repo(SheetMark).delete(ofSheets);
    await this.database.repo(RepeatFile).delete(ofSheets);
    await this.database.repo(RepeatSheet).delete({ id: anyOf(gone) });
    await this.journal.record({
      actorId,
      actorRole: role,
      event: 'round.dropRepeats',
      subjectType: 'round',
      subjectId: roundId,
      programmeId,
      details: { repeats: gone },
    });
  }
}
