import { Injectable } from '@nestjs/common';
import { Database } from '../../database/database.js';
import { Journal } from '../../journal/journal.js';
import { sha256Hex } from '../../rules/provenance/sha256-hex.js';
import { Refusal, conflict } from '../../rules/refusal.js';
import {
  type Differences,
  type PaperReading,
  differences,
  settledReading,
} from '../../rules/rounds/paper-keyings.js';
import type { Indicator } from '../../rules/scoring/indicator.js';
import type { CommentRule } from '../../rules/scoring/rule-set.js';
import type { Actor } from '../../web/actor.js';
import { actingRole, requireSecondPerson } from '../../web/acting-role.js';
import { EnterPaperScores } from './enter-paper-scores.js';
import { HoldPaper } from './hold-paper.js';
import { settlementProblems } from '../../rules/rounds/reading-problems.js';

export const READERS = ['Tabulator', 'Approver'] as const;

/** What a third person reads on the paper where two keyed it differently, and how it is to be read. */
export interface TypedSettlement extends PaperReading {
  readonly note: string;
}

/** What the sheet asks for, and the two readings of it. */
export interface AskedSettlement {
  readonly indicators: readonly Indicator[];
  readonly comment: CommentRule;
  readonly first: PaperReading;
  readonly second: PaperReading;
  readonly apart: Differences;
}

/**
 * A third person, who keyed nothing of the sheet, takes it in hand and decides each field on which the two
 * differ. What they agree on stands.
 */
@Injectable()
export class SettleKeyings {
  constructor(
    private readonly database: Database,
    private readonly hold: HoldPaper,
    private readonly enter: EnterPaperScores,
    private readonly journal: Journal,
  ) {}

  /** @param read what was typed, read once it is known what differs */
  async run(
    actor: Actor,
    sheetId: string,
    read: (asked: AskedSettlement) => TypedSettlement,
  ): Promise<void> {
    actingRole(actor, READERS);
    await this.database.transaction(async () => {
      const held = await this.hold.run(sheetId);
      const { round, keyings, paper, stage, seat } = held;
      const role = actingRole(actor, READERS, round.programmeId) as (typeof READERS)[number];
      await this.hold.refusePanel(actor, round.programmeId);
      const [first, second] = keyings;
      if (stage !== 'apart' || !paper || !first || !second) {
        throw conflict('judging.paper.notApart');
      }
      for (const one of keyings) requireSecondPerson(actor, one.accountId, sheetId);
      const { indicators, comment } = await this.hold.asked(round);
      const codes = indicators.map(({ code }) => code);
      const apart = differences(codes, first, second);
      const typed = read({ indicators, comment, first, second, apart });
      const reading = settledReading(first, second, typed, apart);
      const [problem] = settlementProblems(indicators, comment, reading, typed.note);
      if (problem) throw new Refusal(problem.code, problem.variables, problem.field);
      await this.journal.record({
        actorId: actor.accountId,
        actorRole: role,
        event: 'scoreSheet.comparePaper',
        subjectType: 'scoreSheet',
        subjectId: sheetId,
        programmeId: round.programmeId,
        details: {
          seat,
          fields: [...apart.indicators, ...(apart.dissent ? ['dissent'] : [])],
          note: sha256Hex(typed.note),
        },
      });
      await this.enter.run(held, paper, reading, {
        by: actor.accountId,
        how: { event: 'settle', role, note: typed.note },
        independent: keyings.every(({ accountId }) => accountId !== actor.accountId),
      });
    });
  }
}
