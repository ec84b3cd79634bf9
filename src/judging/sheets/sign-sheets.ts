import { Injectable } from '@nestjs/common';
import { Clock } from '../../config/clock.js';
import { Database } from '../../database/database.js';
import { ProgrammeQueries } from '../../programmes/programme.queries.js';
import type { Round } from '../../programmes/round.entity.js';
import { defenceDayOf } from '../../rules/hall/defence-day.js';
import { hashOf } from '../../rules/provenance/sha256-hex.js';
import { Refusal, conflict, missing, overtaken } from '../../rules/refusal.js';
import { draftTotal, signingProblems } from '../../rules/rounds/draft-sheet.js';
import { roundSheet } from '../../rules/rounds/round-sheet.js';
import type { RuleSet } from '../../rules/scoring/rule-set.js';
import type { Indicator } from '../../rules/scoring/indicator.js';
import type { Actor } from '../../web/actor.js';
import { HallQueries } from '../hall/hall.queries.js';
import { FreezeFlags } from '../rounds/freeze-flags.js';
import { holdOpen } from '../rounds/round-gate.js';
import { MoveSheet } from './move-sheet.js';
import { roundIn } from '../../rules/lifecycle/round-groups.js';
import { RepeatSheet } from '../repeats/repeat-sheet.entity.js';
import { type JudgedSheet, isOnPaper } from './kept-sheet.js';
import { ScoreSheet } from './score-sheet.entity.js';
import { type OverviewRow, SheetQueries } from './sheet.queries.js';
import { UnseenSheets } from './unseen-sheets.js';
import { sheetIn } from '../../rules/lifecycle/score-sheet-groups.js';

/** One sheet as the judge saw it when signing. */
export interface SheetToSign {
  readonly sheetId: string;
  readonly version: number;
}

/**
 * A judge's signature closes sheets: total and head of the journal are written on each. All or none;
 * a sheet that changed since it was shown is not signed. A judge scores or steps back: an empty
 * score cannot be signed. What was never opened or never looked at among the others is signed by whoever
 * says so.
 */
@Injectable()
export class SignSheets {
  constructor(
    private readonly database: Database,
    private readonly move: MoveSheet,
    private readonly clock: Clock,
    private readonly programmes: ProgrammeQueries,
    private readonly queries: SheetQueries,
    private readonly unseen: UnseenSheets,
    private readonly freeze: FreezeFlags,
    private readonly hall: HallQueries,
  ) {}

  async run(
    actor: Actor,
    roundId: string,
    given: {
      readonly sheets: readonly SheetToSign[];
      readonly dissent: string | null;
      /** That sheets are signed although something of them was never seen. */
      readonly confirmed: boolean;
    },
  ): Promise<number> {
    if (given.sheets.length === 0) throw new Refusal('judging.sign.choose', {}, 'sheets');
    return this.database.transaction(async () => {
      const round = await holdOpen(this.database, roundId);
      const held = await this.take(actor, given.sheets);
      const own = await this.queries.overview(actor.accountId, roundId);
      const [first] = own;
      if (!first) throw missing();
      const { rules } = await this.programmes.rules(first.programmeId);
      const indicators = roundSheet(rules, first.code, first.kind)?.indicators ?? [];
      await this.refuseAbsent(round, rules, held);
      const signedAt = this.clock.now();
      const isWhole = (sheet: JudgedSheet) =>
        signingProblems(indicators, sheet, rules.comment).length === 0;
      for (const sheet of held) {
        const sheetId = sheet.id;
        const shown = own.find(({ id }) => id === sheetId);
        if (!shown) throw missing();
        const [problem] = signingProblems(indicators, sheet, rules.comment);
        if (problem) {
          const number = shown.judgingNumber ?? '';
          throw new Refusal('judging.sign.incomplete', { number, indicator: problem.indicator });
        }
      }
      if (!given.confirmed) await this.refuseUnseen(actor, held, own, indicators);
      for (const sheet of held) {
        const shown = own.find(({ id }) => id === sheet.id)!;
        const total = draftTotal(indicators, sheet);
        const { dissent } = given;
        await this.move.run(sheet, {
          event: 'sign',
          actorId: actor.accountId,
          role: 'Judge',
          guards: {
            everyIndicatorScored: total !== null,
            requiredCommentsWritten: isWhole(sheet),
            roundOpen: roundIn.open.has(round.state),
          },
          programmeId: shown.programmeId,
          details: {
            seat: shown.seat,
            scores: sheet.scores,
            total,
            comments: hashOf(sheet.comments),
            dissent: dissent ? hashOf(dissent) : null,
          },
          change: (chainHead) => ({ total, signedAt, chainHead, dissent }),
        });
      }
      await this.freeze.run(round);
      return given.sheets.length;
    });
  }

  /** Whoever did not come when called is not scored, where that gives 0; two people say so afterwards. */
  private async refuseAbsent(
    { id, kind }: Round,
    rules: RuleSet,
    held: readonly JudgedSheet[],
  ): Promise<void> {
    if (kind !== 'defence' || defenceDayOf(rules).absent !== 'zero') return;
    const absent = await this.hall.absent(id);
    const sheet = held.find(({ applicationId }) => absent.has(applicationId));
    if (!sheet) return;
    throw new Refusal(
      'judging.sign.absent',
      { number: absent.get(sheet.applicationId)! },
      'sheets',
    );
  }

  private async refuseUnseen(
    actor: Actor,
    held: readonly JudgedSheet[],
    own: readonly OverviewRow[],
    indicators: readonly Indicator[],
  ): Promise<void> {
    const chosen = own.filter(({ id }) => held.some((sheet) => sheet.id === id));
    const { unopened, unreviewed } = await this.unseen.among(actor.accountId, chosen, indicators);
    const numbers = new Set([...unopened, ...unreviewed].map((row) => row.judgingNumber ?? ''));
    if (numbers.size === 0) return;
    const named = { count: numbers.size, numbers: [...numbers].toSorted().join(' ') };
    throw new Refusal('judging.sign.unseen', named, 'confirm');
  }

  /** The sheets as they are now, held. What was voided or changed in between is said as such. */
  private async take(actor: Actor, wanted: readonly SheetToSign[]): Promise<JudgedSheet[]> {
    const held: JudgedSheet[] = [];
    const ids = wanted.map(({ sheetId }) => sheetId);
    const rows = [
      ...(await this.database.lockAll(ScoreSheet, ids)),
      ...(await this.database.lockAll(RepeatSheet, ids)),
    ];
    for (const { sheetId, version } of wanted) {
      const sheet = rows.find(({ id }) => id === sheetId);
      if (sheet?.accountId !== actor.accountId) throw missing();
      if (!sheetIn.open.has(sheet.state))
        throw overtaken('judging.sheet.closed', 'scoreSheet', sheet.state);
      if (isOnPaper(sheet)) throw conflict('judging.paper.keyedByOffice');
      if (sheet.version !== version) throw conflict('judging.sign.changed');
      held.push(sheet);
    }
    return held;
  }
}
