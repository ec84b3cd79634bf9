import { Injectable } from '@nestjs/common';
import { Clock } from '../../config/clock.js';
import { Database } from '../../database/database.js';
import { Journal } from '../../journal/journal.js';
import { ProgrammeQueries } from '../../programmes/programme.queries.js';
import { Round } from '../../programmes/round.entity.js';
import { hashOf } from '../../rules/provenance/sha256-hex.js';
import { Refusal, conflict, missing } from '../../rules/refusal.js';
import { anchorsFirst } from './anchors-first.js';
import { type DraftSheet, draftProblems, draftTotal } from '../../rules/rounds/draft-sheet.js';
import { type MergedDraft, mergeDrafts, seenOf } from '../../rules/rounds/merge-drafts.js';
import { roundSheet } from '../../rules/rounds/round-sheet.js';
import type { Indicator } from '../../rules/scoring/indicator.js';
import type { Actor } from '../../web/actor.js';
import { type KeptSheet, holdSheet, isOnPaper, sheetSubject, tableOf } from './kept-sheet.js';
import { type OwnMark, SheetMarks, type TypedMark } from './sheet-marks.js';
import { SheetQueries } from './sheet.queries.js';
import { sheetIn } from '../../rules/lifecycle/score-sheet-groups.js';
import { roundIn } from '../../rules/lifecycle/round-groups.js';
import { quotedList } from '../../database/quoted-list.js';
import { transition } from '../../rules/lifecycle/lifecycle.js';
import { scoreSheetLifecycle } from '../../rules/lifecycle/score-sheet-lifecycle.js';

/** A draft as it was typed, at the version that its page showed. */
export interface TypedSheet extends DraftSheet {
  readonly version: number;
  /** Indicator → what the page had shown of it; what is left out counts as changed. */
  readonly seen?: Readonly<Record<string, string>>;
  /** Left out where the form has no place for it. */
  readonly mark?: TypedMark | null;
}

/** What is saved now. In `conflicts` the value saved before stands, and the typed one waits. */
export interface SavedSheet extends MergedDraft {
  readonly version: number;
  readonly savedAt: string;
  readonly mark: OwnMark | null;
}

interface Work {
  readonly indicators: readonly Indicator[];
  readonly given: TypedSheet;
  readonly savedAt: string;
}

type Put = MergedDraft & { readonly version: number; readonly written: boolean };

/**
 * Saves a draft in one short transaction, while it and its round are open. At the version that the judge
 * saw it is saved whole, and nothing is read twice, for judges save every few seconds. Where another window
 * was faster, the two are merged indicator by indicator.
 */
@Injectable()
export class SaveSheet {
  constructor(
    private readonly database: Database,
    private readonly journal: Journal,
    private readonly clock: Clock,
    private readonly programmes: ProgrammeQueries,
    private readonly sheets: SheetQueries,
    private readonly marks: SheetMarks,
  ) {}

  /**
   * @param read what was typed, read once the sheet's indicators are known
   * @throws Refusal of kind conflict when the sheet was signed or its round locked
   */
  async run(
    actor: Actor,
    sheetId: string,
    read: (indicators: readonly Indicator[]) => TypedSheet,
  ): Promise<SavedSheet> {
    return this.database.transaction(async () => {
      const head = await this.sheets.head(actor.accountId, sheetId);
      if (!head) throw missing();
      // Whoever locks the round or changes its rules waits; other judges do not.
      const round = await this.database.share(Round, head.roundId);
      const step = transition(scoreSheetLifecycle, head.state, 'score', {
        role: 'Judge',
        guards: { roundOpen: roundIn.open.has(round.state) },
      });
      if (!step.ok) throw conflict('judging.sheet.closed');
      const repeated = head.repeated === 1;
      if (head.paperSince !== null) throw conflict('judging.paper.keyedByOffice');
      const { rules } = await this.programmes.rules(head.programmeId);
      if (head.anchorsOpen > 0) throw anchorsFirst(head.anchorsOpen);
      const indicators = roundSheet(rules, head.code, head.kind)?.indicators ?? [];
      const given = read(indicators);
      const [problem] = draftProblems(indicators, given);
      if (problem) {
        throw new Refusal(problem.key, problem.variables, `score-${problem.indicator}`);
      }
      const savedAt = this.clock.now();
      const of = { id: sheetId, repeated };
      const mark = given.mark ? await this.marks.keep(of, given.mark) : null;
      const saved = await this.put(of, { indicators, given, savedAt });
      if (saved.written) {
        const { scores, comments } = saved.draft;
        await this.journal.record({
          actorId: actor.accountId,
          actorRole: 'Judge',
          event: `${sheetSubject(repeated)}.score`,
          subjectType: sheetSubject(repeated),
          subjectId: sheetId,
          programmeId: head.programmeId,
          details: { version: saved.version, scores, comments: hashOf(comments) },
        });
      }
      return { ...saved, savedAt, mark };
    });
  }

  private async put(of: KeptSheet, work: Work): Promise<Put> {
    const { indicators, given } = work;
    const { scores, comments, version, seen = {} } = given;
    const whole = { draft: { scores, comments }, taken: [], conflicts: [] };
    // A page that changed no indicator has nothing to say about them, in the journal neither.
    if (indicators.every(({ code }) => seen[code] === seenOf(given, code))) {
      return { ...whole, version, written: false };
    }
    const next = await this.write(of, given, version, work);
    if (next !== null) return { ...whole, version: next, written: true };
    const now = await holdSheet(this.database, of);
    if (!sheetIn.open.has(now.state)) throw conflict('judging.sheet.closed');
    if (isOnPaper(now)) throw conflict('judging.paper.keyedByOffice');
    const codes = indicators.map(({ code }) => code);
    const merged = mergeDrafts(codes, now, { mine: given, seen });
    if (codes.every((code) => seenOf(merged.draft, code) === seenOf(now, code))) {
      return { ...merged, version: now.version, written: false };
    }
    const held = await this.write(of, merged.draft, now.version, work);
    return { ...merged, version: held ?? now.version, written: held !== null };
  }

  /** The next version, or null when the sheet is at another one or no longer open. */
  private async write(
    { id, repeated }: KeptSheet,
    draft: DraftSheet,
    version: number,
    { indicators, savedAt }: Work,
  ): Promise<number | null> {
    const total = draftTotal(indicators, draft);
    const [row] = updated(
      await this.database.execute(
        `UPDATE ${tableOf(repeated)} SET scores = ?, comments = ?, total = ?, saved_at = ?,
                first_opened_at = COALESCE(first_opened_at, ?),
                completed_at = COALESCE(completed_at, ?), version = version + 1
         WHERE id = ? AND version = ? AND state IN (${quotedList(sheetIn.open)})
         RETURNING version`,
        [
          JSON.stringify(draft.scores),
          JSON.stringify(draft.comments),
          total,
          savedAt,
          savedAt,
          total === null ? null : savedAt,
          id,
          version,
        ],
      ),
    );
    return row?.version ?? null;
  }
}

type Rows = { version: number }[];

/** PostgreSQL's driver answers an UPDATE with its rows and their number, SQLite's with the rows. */
function updated(result: unknown): Rows {
  const given = result as Rows | [Rows, number];
  return (Array.isArray(given[0]) ? given[0] : given) as Rows;
}
