import { Injectable } from '@nestjs/common';
import { Database } from '../../database/database.js';
import { Journal } from '../../journal/journal.js';
import { requireMove } from '../../rules/lifecycle/require-move.js';
import type { Actor as Role } from '../../rules/lifecycle/roles.js';
import {
  type ScoreSheetEvent,
  scoreSheetLifecycle,
} from '../../rules/lifecycle/score-sheet-lifecycle.js';
import { RepeatSheet } from '../repeats/repeat-sheet.entity.js';
import { type JudgedSheet, sheetSubject } from './kept-sheet.js';
import { ScoreSheet } from './score-sheet.entity.js';

export interface SheetMove {
  readonly event: ScoreSheetEvent;
  readonly actorId: string | null;
  readonly role: Role;
  /** What the caller found out about each guard of the row; an unnamed guard is unmet. */
  readonly guards: Readonly<Record<string, boolean>>;
  readonly programmeId: string;
  readonly details: Readonly<Record<string, unknown>>;
  /** What else the step writes on the sheet; the journal's head is the entry about this step. */
  readonly change: (chainHead: string) => Partial<ScoreSheet & RepeatSheet>;
}

/**
 * Moves a sheet along its lifecycle table, in the caller's transaction, with a journal entry. The
 * caller holds the round and has read the sheet after that.
 */
@Injectable()
export class MoveSheet {
  constructor(
    private readonly database: Database,
    private readonly journal: Journal,
  ) {}

  async run(sheet: JudgedSheet, move: SheetMove): Promise<void> {
    const result = requireMove(scoreSheetLifecycle, sheet.state, move.event, move);
    const repeated = sheet instanceof RepeatSheet;
    const chainHead = await this.journal.record({
      actorId: move.actorId,
      actorRole: move.role,
      event: repeated ? `repeatSheet.${move.event}` : `scoreSheet.${move.event}`,
      subjectType: sheetSubject(repeated),
      subjectId: sheet.id,
      programmeId: move.programmeId,
      details: move.details,
    });
    Object.assign(sheet, move.change(chainHead), { state: result.to });
    if (repeated) await this.database.repo(RepeatSheet).save(sheet);
    else await this.database.repo(ScoreSheet).save(sheet);
  }
}
