import { normaliseText } from '../../../rules/identifiers/normalise-text.js';
import { type FieldProblem, problem } from '../../../rules/registry/field-problem.js';
import {
  type DraftSheet,
  draftProblems,
  indicatorState,
} from '../../../rules/rounds/draft-sheet.js';
import { mergeDrafts, seenOf } from '../../../rules/rounds/merge-drafts.js';
import type { Indicator } from '../../../rules/scoring/indicator.js';
import type { CommentRule } from '../../../rules/scoring/rule-set.js';
import type { RowKey, WorkbookColumn } from './workbook-columns.js';

export type LineProblem = FieldProblem & { readonly line: number };

export interface WorkbookRow {
  readonly line: number;
  readonly cells: Readonly<Record<WorkbookColumn['key'], string>>;
  readonly key: RowKey;
}

/** A cell as it stands and as the workbook gives it. */
export interface PlannedCell {
  readonly line: number;
  readonly indicator: Indicator;
  readonly field: 'score' | 'comment';
  /** Hundredths of a point or a comment; null where there is none. */
  readonly before: number | string | null;
  readonly after: number | string | null;
}

interface ReadRows {
  readonly errors: readonly LineProblem[];
  readonly warnings: readonly LineProblem[];
  /** Warnings that wait for the judge's word: the workbook would write over what was saved since. */
  readonly asked: number;
  readonly cells: readonly PlannedCell[];
  readonly unchanged: number;
  /** The whole sheet as it would be saved. */
  readonly draft: DraftSheet;
}

/** The rows of one sheet, held against what is saved now: the merge of two windows, and the rules of a save. */
export function readWorkbookRows(
  rows: readonly WorkbookRow[],
  given: {
    readonly saved: DraftSheet;
    readonly number: string;
    readonly indicators: readonly Indicator[];
    readonly comment: CommentRule;
  },
): ReadRows {
  const { saved, number, indicators, comment } = given;
  const errors: LineProblem[] = [];
  const warnings: LineProblem[] = [];
  const cells: PlannedCell[] = [];
  const scores = { ...saved.scores };
  const comments = { ...saved.comments };
  const lines = new Map<string, number>();
  let asked = 0;
  let unchanged = 0;
  for (const { line, cells: typed, key } of rows) {
    const { code, seen } = key;
    const wrong = (field: WorkbookColumn['key'], said: string, variables = {}) =>
      errors.push({ ...problem(field, said, variables), line });
    const indicator = indicators.find((one) => one.code === code);
    const before = lines.get(code);
    lines.set(code, line);
    if (!indicator || typed.number !== number || typed.indicator.split(' ')[0] !== code) {
      wrong('sheet', 'judging.workbook.otherRow', { number, indicator: code });
      continue;
    }
    if (before !== undefined) {
      wrong('sheet', 'judging.workbook.twice', { line: before });
      continue;
    }
    const points = readPoints(typed.score);
    if (Number.isNaN(points)) {
      wrong('score', 'judging.workbook.notPoints', { typed: typed.score.slice(0, 40) });
      continue;
    }
    const words = normaliseText(typed.comment.replace(/\r\n?/g, '\n'));
    const mine: DraftSheet = {
      scores: points === null ? {} : { [code]: points },
      comments: words === '' ? {} : { [code]: words },
    };
    const merged = mergeDrafts([code], saved, { mine, seen: { [code]: seen } });
    const changes =
      merged.conflicts.length > 0 || seenOf(merged.draft, code) !== seenOf(saved, code);
    if (!changes) {
      unchanged += 1;
      continue;
    }
    const problems = draftProblems([indicator], mine);
    for (const each of problems) {
      wrong(
        each.key === 'judging.sheet.commentLong' ? 'comment' : 'score',
        each.key,
        each.variables,
      );
    }
    if (merged.conflicts.length) {
      asked += 1;
      warnings.push({ ...problem('score', 'judging.workbook.meanwhile'), line });
    } else if (
      problems.length === 0 &&
      indicatorState(indicator, mine, comment) === 'commentMissing'
    ) {
      const asks = { minimum: comment.minimumCharacters };
      warnings.push({ ...problem('comment', 'judging.workbook.commentMissing', asks), line });
    }
    const now = { score: saved.scores[code] ?? null, comment: saved.comments[code] ?? null };
    const then = { score: points, comment: words || null };
    for (const field of ['score', 'comment'] as const) {
      if (now[field] === then[field]) continue;
      cells.push({ line, indicator, field, before: now[field], after: then[field] });
    }
    delete scores[code];
    delete comments[code];
    Object.assign(scores, mine.scores);
    Object.assign(comments, mine.comments);
  }
  return { errors, warnings, asked, cells, unchanged, draft: { scores, comments } };
}

/** Hundredths; null for an empty cell, NaN for what is no number of points. */
function readPoints(text: string): number | null {
  const plain = text.normalize('NFKC').trim();
  if (plain === '') return null;
  return /^\d{1,4}(?:\.\d{1,6})?$/.test(plain) ? Math.round(Number(plain) * 100) : Number.NaN;
}
