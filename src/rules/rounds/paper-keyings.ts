import type { ScoreSheetState } from '../lifecycle/score-sheet-lifecycle.js';
import { sheetIn } from '../lifecycle/score-sheet-groups.js';
import { canonicalJson } from '../provenance/canonical-json.js';
import type { DraftSheet } from './draft-sheet.js';
import type { FigureFinding } from './re-review-result.js';

/** What somebody keyed from paper, as far as it is compared: the words beside the points are not. */
export interface ComparedKeying {
  readonly scores: Readonly<Record<string, number>>;
  /** Of a re-review only. */
  readonly findings?: Readonly<Record<string, FigureFinding>>;
}

/** Whether two people read the same on a paper: points and findings. */
export function keyingsAgree(one: ComparedKeying, other: ComparedKeying): boolean {
  return compared(one) === compared(other);
}

function compared({ scores, findings = {} }: ComparedKeying): string {
  return canonicalJson({ scores, findings });
}

/** One person's reading of a judge's sheet on paper. */
export interface PaperReading extends DraftSheet {
  readonly dissent: string | null;
}

/** What two readings of a sheet disagree about. */
export interface Differences {
  readonly indicators: readonly string[];
  /** One of them saw a dissenting opinion and the other none. */
  readonly dissent: boolean;
}

/** @param codes the indicators of the sheet, in its order */
export function differences(
  codes: readonly string[],
  first: PaperReading,
  second: PaperReading,
): Differences {
  return {
    indicators: codes.filter((code) => first.scores[code] !== second.scores[code]),
    dissent: (first.dissent === null) !== (second.dissent === null),
  };
}

export function differ({ indicators, dissent }: Differences): boolean {
  return indicators.length > 0 || dissent;
}

/**
 * What counts of two readings: points of the first, and its words where it has some. Where the two
 * disagreed, what a third person read stands instead.
 */
export function settledReading(
  first: PaperReading,
  second: PaperReading,
  third: PaperReading,
  { indicators, dissent }: Differences,
): PaperReading {
  const scores = { ...first.scores };
  const comments = { ...second.comments, ...first.comments };
  for (const code of indicators) {
    const [points, comment] = [third.scores[code], third.comments[code]];
    if (points === undefined) delete scores[code];
    else scores[code] = points;
    if (comment === undefined) delete comments[code];
    else comments[code] = comment;
  }
  return { scores, comments, dissent: dissent ? third.dissent : first.dissent };
}

/** How far the paper of a sheet is; no point is needed to tell. */
export const PAPER_STAGES = ['toKey', 'once', 'apart', 'onDevice', 'done'] as const;
export type PaperStage = (typeof PAPER_STAGES)[number];

/** Stages in which somebody still has to do something about the paper. */
export const OPEN_PAPER: ReadonlySet<PaperStage> = new Set(['toKey', 'once', 'apart', 'onDevice']);

/** @returns null for a sheet that is not on paper */
export function paperStage(sheet: {
  readonly state: ScoreSheetState;
  /** A paper was handed out, or keyed without that, and not withdrawn. */
  readonly onPaper: boolean;
  readonly keyings: number;
  readonly settled: boolean;
}): PaperStage | null {
  if (!sheet.onPaper) return null;
  // A sheet that was opened again is keyed anew: its paper is taken back first.
  if (sheetIn.signed.has(sheet.state)) return sheet.settled ? 'done' : 'onDevice';
  // Two that agree settle the sheet in the act of the second.
  return sheet.keyings > 1 ? 'apart' : sheet.keyings === 1 ? 'once' : 'toKey';
}
