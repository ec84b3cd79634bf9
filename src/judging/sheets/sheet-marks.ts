import { Inject, Injectable } from '@nestjs/common';
import { CONFIG } from '../../config/config.module.js';
import type { Config } from '../../config/config.js';
import { Clock } from '../../config/clock.js';
import { Database } from '../../database/database.js';
import { newId } from '../../database/new-id.js';
import { Sealer } from '../../database/sealed.js';
import { mergeNotes, seenText } from '../../rules/rounds/merge-drafts.js';
import { type KeptSheet, holdSheet } from './kept-sheet.js';
import { OWN_SHEETS } from './own-sheets.js';
import { SheetMark } from './sheet-mark.entity.js';

export interface OwnMark {
  readonly flagged: boolean;
  readonly note: string;
}

/** A mark as it was typed, with what its page had shown of it. */
export interface TypedMark extends OwnMark {
  readonly seen: { readonly flagged: boolean; readonly note: string };
}

/**
 * Keeps what a judge notes for nobody else, in the transactions of others. A mark is sealed at rest, leaves
 * no trace in the journal and is erased where its sheet can no longer change.
 */
@Injectable()
export class SheetMarks {
  private readonly sealer: Sealer;

  constructor(
    @Inject(CONFIG) config: Config,
    private readonly database: Database,
    private readonly clock: Clock,
  ) {
    this.sealer = new Sealer(config.secret);
  }

  /** When sheets can no longer change: of a round that is locked or ended, of a sheet that fell. */
  async erase(where: { readonly roundId: string } | { readonly sheetId: string }): Promise<void> {
    const [column, id] =
      'roundId' in where
        ? (['round_id', where.roundId] as const)
        : (['id', where.sheetId] as const);
    await this.database.execute(
      `DELETE FROM sheet_mark WHERE sheet_id IN (SELECT sh.id FROM ${OWN_SHEETS} sh WHERE sh.${column} = ?)`,
      [id],
    );
  }

  read(row: { readonly flagged: number | null; readonly noteSealed: string | null }): OwnMark {
    return {
      flagged: row.flagged === 1,
      note: row.noteSealed === null ? '' : this.sealer.open(row.noteSealed),
    };
  }

  /** What is kept now, both windows' changes in it. The caller shares the round of the sheet. */
  async keep(sheet: KeptSheet, typed: TypedMark): Promise<OwnMark> {
    const { seen } = typed;
    const flagChanged = typed.flagged !== seen.flagged;
    if (!flagChanged && seenText(typed.note) === seen.note) return typed;
    await holdSheet(this.database, sheet);
    const sheetId = sheet.id;
    const marks = this.database.repo(SheetMark);
    const known = await marks.findOneBy({ sheetId });
    const before = known
      ? this.read({ flagged: known.flagged ? 1 : 0, noteSealed: known.noteSealed })
      : { flagged: false, note: '' };
    const flagged = flagChanged ? typed.flagged : before.flagged;
    const note = mergeNotes(before.note, { mine: typed.note, seen: seen.note });
    const noteSealed = note === '' ? null : this.sealer.seal(note);
    const savedAt = this.clock.now();
    if (known) await marks.update(known.id, { flagged, noteSealed, savedAt });
    else await marks.insert({ id: newId(), sheetId, flagged, noteSealed, savedAt });
    return { flagged, note };
  }
}
