import type { ApplicationAnswers } from '../../applications/application.entity.js';
import { verifiedFigures } from '../../applications/verified-figures.js';
import { type FigureRow, type ShopOfApplication } from '../../applications/figures-of.js';
import {
  type Reading,
  namesAtSubmission,
  namesInRows,
  readRows,
  readText,
} from '../../rules/rounds/evidence-policy.js';
import type { ShownRows } from '../../rules/rounds/evidence-policy.js';
import { roundSheet } from '../../rules/rounds/round-sheet.js';
import { categoryRules } from '../../rules/scoring/category-sheets.js';
import { computeIndicatorPoints } from '../../rules/scoring/compute-indicator-points.js';
import type { Indicator } from '../../rules/scoring/indicator.js';
import type { CategoryCode, CommentRule, RuleSet } from '../../rules/scoring/rule-set.js';
import type { Pin } from './pins/pin.queries.js';
import type { EvidenceRow, SheetRow, TieRow } from './sheet.queries.js';
import { sheetIn } from '../../rules/lifecycle/score-sheet-groups.js';
import { roundIn } from '../../rules/lifecycle/round-groups.js';

export interface IndicatorEvidence {
  readonly indicator: Indicator;
  readonly text: string;
  readonly rows: readonly ShownRows[];
  readonly documents: readonly ShownDocument[];
}

interface ShownDocument {
  readonly id: string;
  readonly caption: string;
  readonly contentType: string;
  /** Kept back in a blind round, because no copy without identifying metadata could be made. */
  readonly withheld: boolean;
}

export interface VerifiedPoints {
  readonly indicator: Indicator;
  readonly points: number;
}

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
  const answers = JSON.parse(row.answers) as Partial<ApplicationAnswers>;
  const blind = row.blind === 1;
  const rows = answers.rows ?? {};
  const reading: Reading = {
    blind,
    names: [
      row.merchantName,
      row.headName,
      row.contactName,
      ...ties.map(({ name }) => name),
      ...(blind ? namesAtSubmission(JSON.parse(row.snapshot ?? 'null')) : []),
      ...namesInRows(rows),
    ],
  };
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
    evidence: indicators.map((indicator) => ({
      indicator,
      text: readText(answers.texts?.[indicator.code] ?? '', reading),
      rows: readRows(rows, indicator.code, reading),
      documents: documents
        .filter((document) => document.indicator === indicator.code)
        .map(({ documentId, caption, contentType, hasBlindCopy }) => ({
          id: documentId,
          caption: readText(caption, reading),
          contentType,
          withheld: blind && hasBlindCopy === 0,
        })),
    })),
    verified: verifiedPoints(rules, row, figures, ties),
    scores: JSON.parse(row.scores) as Record<string, number>,
    comments: JSON.parse(row.comments) as Record<string, string>,
  };
}

/** Points of the verified indicators, without the amounts; what tax says stays with the office. */
function verifiedPoints(
  rules: RuleSet,
  row: SheetRow,
  figures: readonly FigureRow[],
  ties: readonly TieRow[],
): readonly VerifiedPoints[] {
  const category = categoryRules(rules, row.code as CategoryCode);
  const shops = shopsOf(row.snapshot, ties);
  const values = verifiedFigures(category, figures, shops, row.correctionCount);
  return category.rubric
    .flatMap((dimension) => dimension.indicators)
    .filter(({ type, scoring, sheet }) => {
      return type !== 'E' && scoring.kind !== 'tax' && sheet === 'material';
    })
    .map((indicator) => ({
      indicator,
      points: computeIndicatorPoints(indicator, values, rules).points,
    }));
}

/** Shops as frozen at submission; before snapshots carried them, as registered. */
function shopsOf(snapshot: string | null, ties: readonly TieRow[]): readonly ShopOfApplication[] {
  const frozen = snapshot
    ? (JSON.parse(snapshot) as { shops?: readonly ShopOfApplication[] }).shops
    : undefined;
  return frozen ?? ties.filter(({ kind }) => kind === 'shop');
}
