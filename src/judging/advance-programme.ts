import { Injectable } from '@nestjs/common';
import { Database } from '../database/database.js';
import { MoveProgramme } from '../programmes/move-programme.js';
import { ProgrammeQueries, type RoundRow } from '../programmes/programme.queries.js';
import { Programme } from '../programmes/programme.entity.js';
import type { ProgrammeEvent } from '../rules/lifecycle/programme-lifecycle.js';
import { Refusal } from '../rules/refusal.js';
import { roundSheet } from '../rules/rounds/round-sheet.js';
import type { Actor } from '../web/actor.js';
import { SpreadQueries } from './spread.queries.js';

export interface RoundWork {
  readonly round: RoundRow;
  readonly sheets: number;
  readonly unsigned: number;
  readonly openFlags: number;
}

/** Moves the programme from step to step of judging as rounds open and end (P08–P11). */
@Injectable()
export class AdvanceProgramme {
  constructor(
    private readonly database: Database,
    private readonly programmes: ProgrammeQueries,
    private readonly move: MoveProgramme,
    private readonly spread: SpreadQueries,
  ) {}

  async toMaterialReview(actor: Actor, programmeId: string): Promise<void> {
    if ((await this.state(programmeId)) !== 'RecusalDeclaration') return;
    await this.run(actor, programmeId, 'startMaterialReview', {
      everyJudgeDeclared: true,
      softConflictsDecided: true,
      vacatedSeatsFilled: true,
    });
  }

  /** Only when the material sheets of every category are signed; until then flags wait. */
  async toSpreadReview(actor: Actor, programmeId: string): Promise<void> {
    if ((await this.state(programmeId)) !== 'MaterialReview') return;
    const work = (await this.work(programmeId)).filter(({ round }) => round.kind === 'material');
    if (work.some(({ sheets, unsigned }) => !sheets || unsigned)) return;
    await this.run(actor, programmeId, 'startSpreadReview', {
      everySheetSigned: true,
      calibrationDone: true,
      spreadFlagOpen: work.some(({ openFlags }) => openFlags > 0),
    });
  }

  /** Refused in words before the lifecycle refuses, so that the office knows what is left. */
  async toDefence(actor: Actor, programmeId: string): Promise<void> {
    if ((await this.state(programmeId)) === 'Defence') return;
    const work = (await this.work(programmeId)).filter(({ round }) => round.kind === 'material');
    refuseUnfinished(work);
    await this.run(actor, programmeId, 'startDefence', { ...finished, defenceHasWeight: true });
  }

  /** After the last round of a kind: to the locking of scores, where no defence follows. */
  async afterClosing(actor: Actor, programmeId: string): Promise<void> {
    const state = await this.state(programmeId);
    const work = await this.work(programmeId);
    if (work.some(({ sheets, unsigned, openFlags }) => !sheets || unsigned || openFlags)) return;
    if (state === 'Defence') {
      await this.run(actor, programmeId, 'closeDefence', {
        everyDefenceSheetSigned: true,
        paperAndScreenReconciled: true,
      });
    } else if (state === 'MaterialReview' || state === 'SpreadReview') {
      await this.run(actor, programmeId, 'closeScoringWithoutDefence', {
        ...finished,
        defenceHasNoWeight: work.every(({ round }) => round.kind === 'material'),
      });
    }
  }

  /** Rounds that carry weight in categories with applications to judge, and what is left in each. */
  async work(programmeId: string): Promise<RoundWork[]> {
    const { rules } = await this.programmes.rules(programmeId);
    const rounds = (await this.programmes.rounds(programmeId)).filter(({ categoryCode, kind }) =>
      roundSheet(rules, categoryCode, kind),
    );
    const judged = await this.database.rows<{ categoryId: string }>(
      `SELECT DISTINCT category_id FROM application
       WHERE programme_id = ? AND state IN ('Verified', 'InReview', 'ScoreLocked')`,
      [programmeId],
    );
    const work: RoundWork[] = [];
    for (const round of rounds) {
      if (!judged.some(({ categoryId }) => categoryId === round.categoryId)) continue;
      const rows = await this.spread.totals(round.id);
      const flags = (await this.spread.flags(round, rows)) ?? [];
      work.push({
        round,
        sheets: rows.length,
        unsigned: rows.filter(({ state }) => state === 'Open').length,
        openFlags: flags.filter(({ rescored }) => !rescored).length,
      });
    }
    return work;
  }

  private async state(programmeId: string): Promise<string> {
    const programme = await this.database.repo(Programme).findOneByOrFail({ id: programmeId });
    return programme.state;
  }

  private async run(
    actor: Actor,
    programmeId: string,
    event: ProgrammeEvent,
    guards: Readonly<Record<string, boolean>>,
  ): Promise<void> {
    const actorId = actor.accountId;
    await this.move.run({ programmeId, event, actorId, role: 'CityRegistrar', guards });
  }
}

const finished = { everySheetSigned: true, calibrationDone: true, noSpreadFlagOpen: true };

export function refuseUnfinished(work: readonly RoundWork[]): void {
  for (const { round, sheets, unsigned, openFlags } of work) {
    const variables = { category: round.categoryCode };
    if (sheets === 0) throw new Refusal('judging.round.notIssued', variables);
    if (unsigned) throw new Refusal('judging.round.unsigned', { ...variables, count: unsigned });
    if (openFlags) throw new Refusal('judging.round.flagged', { ...variables, count: openFlags });
  }
}
