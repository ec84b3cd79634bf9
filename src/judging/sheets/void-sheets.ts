import { Injectable } from '@nestjs/common';
import { Database } from '../../database/database.js';
import { Round } from '../../programmes/round.entity.js';
import { MoveSheet } from './move-sheet.js';
import { SheetMarks } from './sheet-marks.js';
import { ScoreSheet } from './score-sheet.entity.js';
import { ConflictDeclaration } from '../conflicts/conflict-declaration.entity.js';
import { Seat } from '../panel/seat.entity.js';
import { DropRepeats } from '../repeats/drop-repeats.js';
import { reopenFirstPass } from '../rounds/reopen-first-pass.js';
import type { Removal } from '../removals/removal.entity.js';
import { conflictIn } from '../../rules/lifecycle/conflict-states.js';
import { sheetIn } from '../../rules/lifecycle/score-sheet-groups.js';
import { roundIn } from '../../rules/lifecycle/round-groups.js';

export interface Voiding {
  readonly actorId: string;
  readonly role: 'CityRegistrar' | 'Approver' | 'Judge';
  readonly reason: string;
  readonly seatId: string;
  /** Left out when every sheet of the seat falls. */
  readonly applicationId?: string;
  /** Who proposed it and on which ground; null for a judge who steps back from a sheet not yet signed. */
  readonly removal: Pick<Removal, 'proposedBy' | 'ground'> | null;
}

/**
 * Marks sheets as void in rounds that are not locked (R1, R2): kept with scores, reason and time,
 * outside every calculation. Runs in the caller's transaction.
 */
@Injectable()
export class VoidSheets {
  constructor(
    private readonly database: Database,
    private readonly move: MoveSheet,
    private readonly marks: SheetMarks,
    private readonly repeats: DropRepeats,
  ) {}

  /** The rounds in which a sheet fell. */
  async run(given: Voiding): Promise<readonly Round[]> {
    const { seatId, applicationId } = given;
    const known = await this.database
      .repo(ScoreSheet)
      .findBy({ seatId, ...(applicationId ? { applicationId } : {}) });
    const touched = new Map<string, Round>();
    // Every round and sheet before the first entry of the journal, whose head is held last.
    const held = await this.database.lockAll(
      Round,
      known.map(({ roundId }) => roundId),
    );
    const rounds = new Map(held.map((round) => [round.id, round]));
    const sheets = await this.database.lockAll(
      ScoreSheet,
      known.map(({ id }) => id),
    );
    const fallen = await this.fallenFor(seatId);
    for (const sheet of sheets) {
      const round = rounds.get(sheet.roundId)!;
      if (sheetIn.voided.has(sheet.state)) continue;
      if (!roundIn.open.has(round.state)) continue;
      // Who leaves the panel without a relation leaves valid scores behind.
      if (!applicationId && !given.removal?.ground && sheetIn.signed.has(sheet.state)) continue;
      touched.set(round.id, round);
      await this.move.run(sheet, {
        event: 'void',
        actorId: given.actorId,
        role: given.role,
        guards: {
          conflictEstablished: fallen(sheet.applicationId),
          reasonGiven: given.reason.trim() !== '',
          roundNotLocked: !roundIn.locked.has(round.state),
          groundNamed: given.removal?.ground != null,
          secondPersonConfirms:
            given.removal !== null && given.removal.proposedBy !== given.actorId,
        },
        programmeId: round.programmeId,
        details: { round: round.id, was: sheet.state, total: sheet.total },
        change: () => ({ voidReason: given.reason }),
      });
      await this.marks.erase({ sheetId: sheet.id });
      if (!sheet.added) await reopenFirstPass(this.database, round.id, [sheet]);
    }
    for (const { id, state, programmeId } of held) {
      if (!roundIn.open.has(state)) continue;
      const by = { actorId: given.actorId, role: given.role, programmeId };
      await this.repeats.run(id, [{ seatId, ...(applicationId ? { applicationId } : {}) }], by);
    }
    return [...touched.values()];
  }

  /** For which applications the judge of a seat can no longer score: all of them once it is vacated. */
  private async fallenFor(seatId: string): Promise<(applicationId: string) => boolean> {
    const { vacatedAt } = await this.database.repo(Seat).findOneByOrFail({ id: seatId });
    const declarations = await this.database.repo(ConflictDeclaration).findBy({ seatId });
    const barred = declarations.filter(({ state }) => conflictIn.barred.has(state));
    return (applicationId) =>
      vacatedAt !== null || barred.some((one) => one.applicationId === applicationId);
  }
}
