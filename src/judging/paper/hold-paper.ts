import { Injectable } from '@nestjs/common';
import { Database } from '../../database/database.js';
import { newId } from '../../database/new-id.js';
import type { Round } from '../../programmes/round.entity.js';
import { ProgrammeQueries } from '../../programmes/programme.queries.js';
import { Category } from '../../programmes/category.entity.js';
import { Refusal, missing, overtaken } from '../../rules/refusal.js';
import { type PaperStage, paperStage } from '../../rules/rounds/paper-keyings.js';
import { roundSheet } from '../../rules/rounds/round-sheet.js';
import type { Indicator } from '../../rules/scoring/indicator.js';
import type { CommentRule } from '../../rules/scoring/rule-set.js';
import type { Actor } from '../../web/actor.js';
import { Seat } from '../panel/seat.entity.js';
import { holdOpen } from '../rounds/round-gate.js';
import { sheetIn } from '../../rules/lifecycle/score-sheet-groups.js';
import { ScoreSheet } from '../sheets/score-sheet.entity.js';
import { PaperKeying } from './paper-keying.entity.js';
import { PaperSheet } from './paper-sheet.entity.js';

/** A sheet of an open round with its paper, as they stand while the caller holds them. */
export interface HeldPaper {
  readonly round: Round;
  readonly sheet: ScoreSheet;
  readonly seat: number;
  /** Null before anybody handed one out or keyed one. */
  readonly paper: PaperSheet | null;
  /** In the order in which they were keyed. */
  readonly keyings: readonly PaperKeying[];
  readonly stage: PaperStage | null;
}

/** Holds the paper of a sheet in the caller's transaction. */
@Injectable()
export class HoldPaper {
  constructor(
    private readonly database: Database,
    private readonly programmes: ProgrammeQueries,
  ) {}

  async run(sheetId: string): Promise<HeldPaper> {
    const known = await this.database
      .repo(ScoreSheet)
      .findOne({ where: { id: sheetId }, select: { roundId: true } });
    if (!known) throw missing();
    const round = await holdOpen(this.database, known.roundId);
    const sheet = await this.database.lock(ScoreSheet, sheetId);
    if (sheetIn.voided.has(sheet.state)) {
      throw overtaken('judging.sheet.closed', 'scoreSheet', sheet.state);
    }
    const [paper = null] = await livePapers(this.database, [sheetId]);
    const keyings = paper
      ? await this.database
          .repo(PaperKeying)
          .find({ where: { paperSheetId: paper.id }, order: { keyedAt: 'ASC', id: 'ASC' } })
      : [];
    const { number: seat } = await this.database.repo(Seat).findOneByOrFail({ id: sheet.seatId });
    const stage = paperStage({
      state: sheet.state,
      onPaper: paper !== null,
      keyings: keyings.length,
      settled: paper?.settledAt != null,
    });
    return { round, sheet, seat, paper, keyings, stage };
  }

  /** What a sheet of the round asks for. */
  async asked({ programmeId, categoryId, kind }: Round): Promise<{
    readonly indicators: readonly Indicator[];
    readonly comment: CommentRule;
  }> {
    const { rules } = await this.programmes.rules(programmeId);
    const { code } = await this.database.repo(Category).findOneByOrFail({ id: categoryId });
    return {
      indicators: roundSheet(rules, code, kind)?.indicators ?? [],
      comment: rules.comment,
    };
  }

  /** Whoever judges in a programme keys no paper of it, their own or a colleague's. */
  async refusePanel({ accountId }: Actor, programmeId: string): Promise<void> {
    const seat = await this.database.row(
      `SELECT s.id FROM seat s JOIN expert e ON e.id = s.expert_id
       WHERE s.programme_id = ? AND e.account_id = ? LIMIT 1`,
      [programmeId, accountId],
    );
    if (seat) throw new Refusal('judging.paper.ownPanel');
  }
}

/** The papers of sheets that are not withdrawn, at most one of each. */
export function livePapers(database: Database, sheetIds: readonly string[]): Promise<PaperSheet[]> {
  return database
    .repo(PaperSheet)
    .createQueryBuilder('paper')
    .where('paper.score_sheet_id IN (:...sheetIds)', { sheetIds: [...sheetIds, ''] })
    .andWhere('paper.withdrawn_at IS NULL')
    .getMany();
}

export function newPaper(scoreSheetId: string, issuedBy: string, issuedAt: string): PaperSheet {
  return Object.assign(new PaperSheet(), {
    id: newId(),
    scoreSheetId,
    issuedBy,
    issuedAt,
    scanId: null,
    settledBy: null,
    settledAt: null,
    settledNote: null,
    withdrawnBy: null,
    withdrawnAt: null,
    withdrawnReason: null,
  });
}
