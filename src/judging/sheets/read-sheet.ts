import type { FigureRow } from '../../applications/figures-of.js';
import { roundSheet } from '../../rules/rounds/round-sheet.js';
import type { Indicator } from '../../rules/scoring/indicator.js';
import type { CommentRule, RuleSet } from '../../rules/scoring/rule-set.js';
import { type IndicatorEvidence, type VerifiedPoints, fileOf, keptReading } from './read-file.js';
import type { Pin } from './pins/pin.queries.js';
import type { EvidenceRow, SheetRow, TieRow } from './sheet.queries.js';
import { sheetIn } from '../../rules/lifecycle/score-sheet-groups.js';
import { roundIn } from '../../rules/lifecycle/round-groups.js';

/** A sheet as its judge may read it: the field policy has been applied, nothing else is left in it. */
export interface SheetReading {
  readonly id: string;
  readonly version: number;
  readonly editable: boolean;
  readonly blind: boolean;
  readonly number: string;
  /** Null in a blind round. */
  readonly merchantName: string | null;
  readonly headName: string | null;
  readonly indicators: readonly Indicator[];
  readonly evidence: readonly IndicatorEvidence[];
  readonly commentRule: CommentRule;
  readonly verified: readonly VerifiedPoints[];
  readonly scores: Readonly<Record<string, number>>;
  readonly comments: Readonly<Record<string, string>>;
  /** Pages of files that the scores rest on; left out where nothing can be pinned. */
  readonly pins?: readonly Pin[];
  /** Of a re-review: what the first scores rest on. */
  readonly marks?: readonly Pin[];
}

/** Applies the privacy tiers of judges (process §13) to one sheet and what belongs to it. */
export function readSheet(
  rules: RuleSet,
  row: SheetRow,
  figures: readonly FigureRow[],
  documents: readonly EvidenceRow[],
  ties: readonly TieRow[],
  indicators = roundSheet(rules, row.code, row.kind)?.indicators ?? [],
): SheetReading {
  const blind = row.blind === 1;
  return {
    id: row.id,
    version: row.version,
    editable:
      sheetIn.open.has(row.state) && row.paperSince === null && roundIn.open.has(row.roundState),
    blind,
    number: row.judgingNumber ?? '',
    merchantName: blind ? null : row.merchantName,
    headName: blind ? null : row.headName,
    indicators,
    commentRule: rules.comment,
    ...keptReading(rules, { file: fileOf(row), figures, documents, ties, indicators }),
    scores: JSON.parse(row.scores) as Record<string, number>,
    comments: JSON.parse(row.comments) as Record<string, string>,
  };
}
