import { LRUCache } from 'lru-cache';
import type { ApplicationAnswers } from '../../applications/application.entity.js';
import type { FigureRow, ShopOfApplication } from '../../applications/figures-of.js';
import { verifiedFigures } from '../../applications/verified-figures.js';
import {
  type Reading,
  type ShownRows,
  namesAtSubmission,
  namesInRows,
  readRows,
  readText,
} from '../../rules/rounds/evidence-policy.js';
import { categoryRules } from '../../rules/scoring/category-sheets.js';
import { computeIndicatorPoints } from '../../rules/scoring/compute-indicator-points.js';
import type { Indicator } from '../../rules/scoring/indicator.js';
import type { CategoryCode, RuleSet } from '../../rules/scoring/rule-set.js';
import type { EvidenceRow, SheetRow, TieRow } from './sheet.queries.js';

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

/** What of an application a judge's reading of it depends on, whoever the judge is. */
export type FileFacts = Pick<
  SheetRow,
  | 'blind'
  | 'code'
  | 'merchantName'
  | 'headName'
  | 'contactName'
  | 'answers'
  | 'snapshot'
  | 'correctionCount'
>;

export interface FileInput {
  readonly file: FileFacts;
  readonly figures: readonly FigureRow[];
  readonly documents: readonly EvidenceRow[];
  readonly ties: readonly TieRow[];
  /** Those whose evidence is shown. */
  readonly indicators: readonly Indicator[];
}

export interface FileReading {
  readonly evidence: readonly IndicatorEvidence[];
  readonly verified: readonly VerifiedPoints[];
}

/** Characters that the readings kept under one set of rules were found by. */
const MOST = 4_000_000;
const readings = new WeakMap<RuleSet, LRUCache<string, FileReading>>();

/**
 * The reading of a file, which is the same for all its judges and each of their visits: done once for
 * everything that goes into it, so that it cannot be stale. Rules are one object while they are frozen.
 */
export function keptReading(rules: RuleSet, input: FileInput): FileReading {
  const known =
    readings.get(rules) ??
    new LRUCache<string, FileReading>({
      maxSize: MOST,
      sizeCalculation: (_, key) => key.length,
    });
  readings.set(rules, known);
  const { indicators, ...facts } = input;
  const key = JSON.stringify([facts, indicators.map(({ code }) => code)]);
  const kept = known.get(key) ?? readFile(rules, input);
  known.set(key, kept);
  return kept;
}

export function fileOf(row: SheetRow): FileFacts {
  const { blind, code, merchantName, headName, contactName, answers, snapshot, correctionCount } =
    row;
  return { blind, code, merchantName, headName, contactName, answers, snapshot, correctionCount };
}

function readFile(
  rules: RuleSet,
  { file, figures, documents, ties, indicators }: FileInput,
): FileReading {
  const answers = JSON.parse(file.answers) as Partial<ApplicationAnswers>;
  const blind = file.blind === 1;
  const rows = answers.rows ?? {};
  const reading: Reading = {
    blind,
    names: [
      file.merchantName,
      file.headName,
      file.contactName,
      ...ties.map(({ name }) => name),
      ...(blind ? namesAtSubmission(JSON.parse(file.snapshot ?? 'null')) : []),
      ...namesInRows(rows),
    ],
  };
  return {
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
    verified: verifiedPoints(rules, file, figures, ties),
  };
}

/** Points of the verified indicators, without the amounts; what tax says stays with the office. */
function verifiedPoints(
  rules: RuleSet,
  file: FileFacts,
  figures: readonly FigureRow[],
  ties: readonly TieRow[],
): readonly VerifiedPoints[] {
  const category = categoryRules(rules, file.code as CategoryCode);
  const shops = shopsOf(file.snapshot, ties);
  const values = verifiedFigures(category, figures, shops, file.correctionCount);
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
