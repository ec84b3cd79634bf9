import { randomBytes, randomInt } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Application } from '../../applications/application.entity.js';
import { Database } from '../../database/database.js';
import { newId } from '../../database/new-id.js';
import { Journal } from '../../journal/journal.js';
import type { Round } from '../../programmes/round.entity.js';
import { type DrawnRepeat, drawRepeat, numberLike } from '../../rules/rounds/hidden-repeat.js';
import type { Seat } from '../panel/seat.entity.js';
import type { ScoreSheet } from '../sheets/score-sheet.entity.js';
import { RepeatFile } from './repeat-file.entity.js';
import { RepeatSheet } from './repeat-sheet.entity.js';

export interface RepeatingRound extends Pick<Round, 'id' | 'categoryId' | 'programmeId'> {
  /** A flag of the entity, or as a row has it. */
  readonly repeats: boolean | number;
}

/** The repeat of one seat: which of its new files, and where in its list. */
export type PlannedRepeats = ReadonlyMap<string, DrawnRepeat>;

/** Puts one own file into a judge's list a second time, under a number of its own. In the caller's transaction. */
@Injectable()
export class IssueRepeats {
  constructor(
    private readonly database: Database,
    private readonly journal: Journal,
  ) {}

  /**
   * Draws for each seat that gets enough files and has no repeat yet. The seed is in the journal before anybody
   * has scored, so that what was drawn can be drawn again.
   * @param files how many a seat gets now
   */
  async plan(
    round: RepeatingRound,
    seats: readonly Seat[],
    files: (seatId: string) => number,
  ): Promise<PlannedRepeats> {
    const plan = new Map<string, DrawnRepeat>();
    if (!round.repeats) return plan;
    const held = await this.database.repo(RepeatSheet).findBy({ roundId: round.id });
    const seed = randomBytes(32).toString('hex');
    const drawn: { seat: number; files: number }[] = [];
    for (const { id, number } of seats) {
      const count = files(id);
      const repeat = drawRepeat(seed, number, count);
      if (!repeat || held.some(({ seatId }) => seatId === id)) continue;
      plan.set(id, repeat);
      drawn.push({ seat: number, files: count });
    }
    if (plan.size === 0) return plan;
    await this.journal.record({
      actorId: null,
      actorRole: 'System',
      event: 'round.drawRepeats',
      subjectType: 'round',
      subjectId: round.id,
      programmeId: round.programmeId,
      details: { seed, drawn },
    });
    return plan;
  }

  /** @param sheets the empty rows, each of the file that it repeats and at its place */
  async insert(
    { id, categoryId }: RepeatingRound,
    sheets: readonly Omit<ScoreSheet, 'added' | 'paperSince' | 'voidReason'>[],
  ): Promise<void> {
    if (sheets.length === 0) return;
    const applications = await this.database.repo(Application).findBy({ categoryId });
    const others = await this.database.repo(RepeatSheet).findBy({ roundId: id });
    const taken = new Set([
      ...applications.map(({ judgingNumber }) => judgingNumber),
      ...others.map(({ number }) => number),
    ]);
    const links = await this.database.rows<{ applicationId: string; documentId: string }>(
      `SELECT DISTINCT l.application_id, l.document_id FROM evidence_link l
       JOIN application a ON a.id = l.application_id WHERE a.category_id = ?
       ORDER BY l.application_id, l.document_id`,
      [categoryId],
    );
    for (const sheet of sheets) {
      const first = applications.find((one) => one.id === sheet.applicationId);
      let number: string;
      do number = numberLike(first?.judgingNumber ?? '', randomInt);
      while (taken.has(number));
      taken.add(number);
      await this.database.repo(RepeatSheet).insert({ ...sheet, number });
      const files = links
        .filter(({ applicationId }) => applicationId === sheet.applicationId)
        .map(({ documentId }) => ({ id: newId(), sheetId: sheet.id, documentId }));
      if (files.length) await this.database.repo(RepeatFile).insert(files);
    }
  }
}
