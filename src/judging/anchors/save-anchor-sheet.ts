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
import { AnchorSheetQueries, type OwnAnchor } from './anchor-sheet.queries.js';
import type { TypedSheet } from '../sheets/save-sheet.js';
import { type MergedDraft, mergeDrafts } from '../../rules/rounds/merge-drafts.js';
import { holdAnchorSheet, shareAnchor } from './hold-anchor-sheet.js';

export type SavedAnchorSheet = MergedDraft & { readonly version: number; readonly savedAt: string };

const BEGUN_MEANWHILE = 'judging.anchor.begunMeanwhile';

/**
 * A judge's draft of an anchor; the first save makes the sheet. Where another window was faster, the two are
 * merged indicator by indicator, as on any sheet.
 */
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
    read: (indicators: readonly Indicator[]) => TypedSheet,
  ): Promise<SavedAnchorSheet> {
    try {
      return await this.once(actor, anchorId, read);
    } catch (error) {
      if (!(error instanceof Refusal) || error.code !== BEGUN_MEANWHILE) throw error;
      // Its sheet is there now, and what was typed here is merged into it.
      return this.once(actor, anchorId, read);
    }
  }

  private async once(
    { accountId }: Actor,
    anchorId: string,
    read: (indicators: readonly Indicator[]) => TypedSheet,
  ): Promise<SavedAnchorSheet> {
    return this.database.transaction(async () => {
      const own = await shareAnchor(this.database, this.queries, accountId, anchorId);
      const { rules } = await this.programmes.rules(own.programmeId);
      const indicators = roundSheet(rules, own.code, 'material')?.indicators ?? [];
      const given = read(indicators);
      const [problem] = draftProblems(indicators, given);
      if (problem) throw new Refusal(problem.key, problem.variables, `score-${problem.indicator}`);
      const savedAt = this.clock.now();
      const saved = own.sheetId
        ? await this.change(own, indicators, given, savedAt)
        : await this.begin(accountId, anchorId, given, savedAt);
      await this.journal.record({
        actorId: accountId,
        actorRole: 'Judge',
        event: 'anchorSheet.score',
        subjectType: 'anchorSheet',
        subjectId: saved.id,
        programmeId: own.programmeId,
        details: { anchor: anchorId, version: saved.version },
      });
      return { ...saved, savedAt };
    });
  }

  private async change(
    own: OwnAnchor,
    indicators: readonly Indicator[],
    given: TypedSheet,
    savedAt: string,
  ) {
    const sheet = await holdAnchorSheet(this.database, own, { state: 'Open' });
    const { scores, comments, version, seen = {} } = given;
    const codes = indicators.map(({ code }) => code);
    const merged =
      sheet.version === version
        ? { draft: { scores, comments }, taken: [], conflicts: [] }
        : mergeDrafts(codes, sheet, { mine: given, seen });
    const saved = await this.database
      .repo(AnchorSheet)
      .save(Object.assign(sheet, { ...merged.draft, savedAt }));
    return { ...merged, id: saved.id, version: saved.version };
  }

  private async begin(
    accountId: string,
    anchorId: string,
    { scores, comments }: DraftSheet,
    savedAt: string,
  ) {
    // Of two windows that both save for the first time, one makes the sheet. The other may not wait for
    // it now, for it holds the head of the journal.
    await this.journal.hold();
    const now = await this.queries.one(accountId, anchorId);
    if (now?.sheetId) throw conflict(BEGUN_MEANWHILE);
    const id = newId();
    await this.database.repo(AnchorSheet).insert({
      id,
      anchorId,
      accountId,
      state: 'Open',
      scores,
      comments,
      savedAt,
      submittedAt: null,
      acknowledgedAt: null,
      version: 1,
    });
    return { draft: { scores, comments }, taken: [], conflicts: [], id, version: 1 };
  }
}
