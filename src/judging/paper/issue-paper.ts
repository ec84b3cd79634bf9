import { Injectable } from '@nestjs/common';
import { Clock } from '../../config/clock.js';
import { Database } from '../../database/database.js';
import { Journal } from '../../journal/journal.js';
import { Notify } from '../../notifications/notify.js';
import { sheetIn } from '../../rules/lifecycle/score-sheet-groups.js';
import { Refusal } from '../../rules/refusal.js';
import type { Actor } from '../../web/actor.js';
import { actingRole } from '../../web/acting-role.js';
import { Seat } from '../panel/seat.entity.js';
import { lockRound } from '../rounds/lock-round.js';
import { holdOpen } from '../rounds/round-gate.js';
import { DropRepeats } from '../repeats/drop-repeats.js';
import { ScoreSheet } from '../sheets/score-sheet.entity.js';
import { livePapers, newPaper } from './hold-paper.js';
import { PaperSheet } from './paper-sheet.entity.js';

const CLERKS = ['Tabulator', 'CityRegistrar'] as const;

/**
 * The office hands out paper: from now on each of these sheets is accounted for, keyed or taken back.
 * The judge may still sign on the device as long as nothing was keyed.
 */
@Injectable()
export class IssuePaper {
  constructor(
    private readonly database: Database,
    private readonly journal: Journal,
    private readonly notify: Notify,
    private readonly clock: Clock,
    private readonly repeats: DropRepeats,
  ) {}

  /** @param number of a seat, or null for every seat that has an open sheet */
  async run(actor: Actor, roundId: string, number: number | null): Promise<number> {
    actingRole(actor, CLERKS);
    return this.database.transaction(async () => {
      const { programmeId, categoryId } = await lockRound(this.database, roundId);
      const actorRole = actingRole(actor, CLERKS, programmeId);
      await holdOpen(this.database, roundId);
      const seats = await this.database
        .repo(Seat)
        .findBy({ categoryId, ...(number === null ? {} : { number }) });
      const sheets = await this.database.repo(ScoreSheet).findBy({ roundId });
      const asked = sheets.filter(
        ({ seatId, state }) => sheetIn.open.has(state) && seats.some(({ id }) => id === seatId),
      );
      const live = await livePapers(
        this.database,
        asked.map(({ id }) => id),
      );
      const without = asked.filter(({ id }) => !live.some((one) => one.scoreSheetId === id));
      if (without.length === 0) throw new Refusal('judging.paper.noneToIssue', {}, 'seat');
      const now = this.clock.now();
      const papers = without.map(({ id }) => newPaper(id, actor.accountId, now));
      await this.database.repo(PaperSheet).save(papers);
      // On paper a second number on the same file would be for the office to key, and to see.
      const gone = [...new Set(without.map(({ seatId }) => seatId))].map((seatId) => ({ seatId }));
      await this.repeats.run(roundId, gone, {
        actorId: actor.accountId,
        role: actorRole,
        programmeId,
      });
      await this.journal.record({
        actorId: actor.accountId,
        actorRole,
        event: 'round.issuePaper',
        subjectType: 'round',
        subjectId: roundId,
        programmeId,
        details: { seat: number, count: papers.length },
      });
      await this.notify.accounts(
        without.map(({ accountId }) => accountId),
        { kind: 'judgingPaperIssued', path: '/judging' },
      );
      return papers.length;
    });
  }
}
