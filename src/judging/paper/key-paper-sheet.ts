import { Injectable } from '@nestjs/common';
import { Clock } from '../../config/clock.js';
import { Database } from '../../database/database.js';
import { newId } from '../../database/new-id.js';
import { StoreDocument } from '../../documents/store-document.js';
import { Journal } from '../../journal/journal.js';
import { Notify } from '../../notifications/notify.js';
import { Refusal, conflict } from '../../rules/refusal.js';
import {
  type PaperReading,
  differ,
  differences,
  keyingsAgree,
  settledReading,
} from '../../rules/rounds/paper-keyings.js';
import type { Indicator } from '../../rules/scoring/indicator.js';
import type { CommentRule } from '../../rules/scoring/rule-set.js';
import type { Actor } from '../../web/actor.js';
import { actingRole, requireSecondPerson } from '../../web/acting-role.js';
import type { UploadedFile } from '../../web/http/uploaded-file.js';
import { ScoreSheet } from '../sheets/score-sheet.entity.js';
import { EnterPaperScores } from './enter-paper-scores.js';
import { type HeldPaper, HoldPaper, newPaper } from './hold-paper.js';
import { PaperKeying } from './paper-keying.entity.js';
import { PaperSheet } from './paper-sheet.entity.js';
import { readingProblems } from '../../rules/rounds/reading-problems.js';

/** What one person keys: what the sheet says, that its judge signed it, and the first time its picture. */
export interface TypedPaper extends PaperReading {
  readonly signed: boolean;
  readonly scan: UploadedFile | null;
}

/** What came of a keying: it waits for a second one, agrees with it, or differs from it. */
export type PaperKeyed = 'waiting' | 'agreed' | 'apart';

/**
 * Two tabulators key a sheet that its judge signed on paper, each without seeing what the other keyed and
 * each once. The first keying closes the sheet for the judge's device; the second makes it the judge's
 * sheet when both are the same, and otherwise leaves the difference to a third person.
 */
@Injectable()
export class KeyPaperSheet {
  constructor(
    private readonly database: Database,
    private readonly hold: HoldPaper,
    private readonly enter: EnterPaperScores,
    private readonly documents: StoreDocument,
    private readonly notify: Notify,
    private readonly journal: Journal,
    private readonly clock: Clock,
  ) {}

  /** @param read what was typed, read once the sheet's indicators are known */
  async run(
    actor: Actor,
    sheetId: string,
    read: (indicators: readonly Indicator[], comment: CommentRule, first: boolean) => TypedPaper,
  ): Promise<PaperKeyed> {
    actingRole(actor, ['Tabulator']);
    return this.database.transaction(async () => {
      const held = await this.hold.run(sheetId);
      const { round, sheet, keyings, seat } = held;
      actingRole(actor, ['Tabulator'], round.programmeId);
      await this.hold.refusePanel(actor, round.programmeId);
      this.refuseClosed(actor, held);
      const { indicators, comment } = await this.hold.asked(round);
      const typed = read(indicators, comment, keyings.length === 0);
      const [problem] = readingProblems(indicators, comment, typed, keyings.length === 0);
      if (problem) throw new Refusal(problem.code, problem.variables, problem.field);
      const now = this.clock.now();
      const paper = held.paper ?? newPaper(sheetId, actor.accountId, now);
      if (typed.scan && keyings.length === 0) {
        const owner = { ownerType: 'scoreSheet', ownerId: sheetId } as const;
        const stored = await this.documents.run(actor, { ...owner, file: typed.scan });
        paper.scanId = stored.documentId;
      }
      await this.database.repo(PaperSheet).save(paper);
      const { scores, comments, dissent } = typed;
      const keying = Object.assign(new PaperKeying(), {
        id: newId(),
        paperSheetId: paper.id,
        accountId: actor.accountId,
        scores: { ...scores },
        comments: { ...comments },
        dissent,
        keyedAt: now,
      });
      await this.database.repo(PaperKeying).insert(keying);
      sheet.paperSince ??= now;
      await this.database.repo(ScoreSheet).save(sheet);
      await this.journal.record({
        actorId: actor.accountId,
        actorRole: 'Tabulator',
        event: 'scoreSheet.typePaper',
        subjectType: 'scoreSheet',
        subjectId: sheetId,
        programmeId: round.programmeId,
        details: { seat, keyings: keyings.length + 1 },
      });
      const [first] = keyings;
      if (!first) return 'waiting';
      const codes = indicators.map(({ code }) => code);
      const apart = differences(codes, first, keying);
      if (differ(apart)) return this.leave(held, actor);
      await this.enter.run(
        { ...held, keyings: [first, keying] },
        paper,
        settledReading(first, keying, keying, apart),
        {
          by: actor.accountId,
          how: { event: 'key', role: 'Tabulator' },
          independent: first.accountId !== keying.accountId && keyingsAgree(first, keying),
        },
      );
      return 'agreed';
    });
  }

  private refuseClosed({ accountId }: Actor, { stage, keyings, sheet }: HeldPaper): void {
    if (stage === 'onDevice' || (stage === null && sheet.signedAt !== null)) {
      throw conflict('judging.paper.signedOnDevice');
    }
    for (const one of keyings) requireSecondPerson({ accountId }, one.accountId, sheet.id);
    if (stage === 'apart' || stage === 'done') throw conflict('judging.paper.keyedTwice');
  }

  /** Whoever keyed hears that they differ, and nothing of what the other keyed. */
  private async leave(
    { sheet, keyings, seat }: HeldPaper,
    { accountId }: Actor,
  ): Promise<PaperKeyed> {
    const people = [...keyings.map((one) => one.accountId), accountId];
    await this.notify.accounts(people, {
      kind: 'judgingPaperApart',
      variables: { seat },
      path: `/office/paper-sheets/${sheet.id}`,
    });
    return 'apart';
  }
}
