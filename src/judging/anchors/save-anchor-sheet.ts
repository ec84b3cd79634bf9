import { Injectable } from '@nestjs/common';
import { Clock } from '../../config/clock.js';
import { Database } from '../../database/database.js';
import { newId } from '../../database/new-id.js';
import { Journal } from '../../journal/journal.js';
import { ProgrammeQueries } from '../../programmes/programme.queries.js';
import { Refusal, conflict } from '../../rules/refusal.js';
import { type DraftSheet, draftProblems } from '../../rules/rounds/draft-sheet.js';
import { roundSheet } from '../../rules/rounds/round-sheet.js';
import type { Indicator } from '../../rules/scoring/indicator.js';
import type { Actor } from '../../web/actor.js';
import { AnchorSheet } from './anchor-sheet.entity.js';
import { AnchorSheetQueries } from './anchor-sheet.queries.js';
import { holdAnchorSheet, shareAnchor } from './hold-anchor-sheet.js';

/** A judge's draft of an anchor, whole, at the version that was seen; the first save makes the sheet. */
@Injectable()
export class SaveAnchorSheet {
  constructor(
    private readonly database: Database,
    private readonly journal: Journal,
    private readonly clock: Clock,
    private readonly programmes: ProgrammeQueries,
    private readonly queries: AnchorSheetQueries,
  ) {}

  /** @param read what was typed, read once the indicators are known */
  async run(
    actor: Actor,
    anchorId: string,
    read: (indicators: readonly Indicator[]) => DraftSheet & { readonly version: number },
  ): Promise<{ readonly version: number; readonly savedAt: string }> {
    const { accountId } = actor;
    return this.database.transaction(async () => {
      let own = await shareAnchor(this.database, this.queries, accountId, anchorId);
      const { rules } = await this.programmes.rules(own.programmeId);
      const indicators = roundSheet(rules, own.code, 'material')?.indicators ?? [];
      const { version, scores, comments } = read(indicators);
      const [problem] = draftProblems(indicators, { scores, comments });
      if (problem) throw new Refusal(problem.key, problem.variables, `score-${problem.indicator}`);
      const savedAt = this.clock.now();
      if (!own.sheetId) {
        // Of two windows that both save for the first time, one makes the sheet.
        await this.journal.hold();
        own = (await this.queries.one(accountId, anchorId)) ?? own;
        if (own.sheetId || version !== 0) throw conflict();
      }
      const saved = own.sheetId
        ? await this.database.repo(AnchorSheet).save(
            Object.assign(await holdAnchorSheet(this.database, own, { version, state: 'Open' }), {
              scores,
              comments,
              savedAt,
            }),
          )
        : await this.begin(accountId, anchorId, { scores, comments, savedAt });
      await this.journal.record({
        actorId: accountId,
        actorRole: 'Judge',
        event: 'anchorSheet.score',
        subjectType: 'anchorSheet',
        subjectId: saved.id,
        programmeId: own.programmeId,
        details: { anchor: anchorId, version: saved.version },
      });
      return { version: saved.version, savedAt };
    });
  }

  private async begin(
    accountId: string,
    anchorId: string,
    given: Pick<AnchorSheet, 'scores' | 'comments' | 'savedAt'>,
  ): Promise<{ readonly id: string; readonly version: number }> {
    const id = newId();
    await this.database.repo(AnchorSheet).insert({
      ...given,
      id,
      anchorId,
      accountId,
      state: 'Open',
      submittedAt: null,
      acknowledgedAt: null,
      version: 1,
    });
    return { id, version: 1 };
  }
}
