import { nameKey } from '../../../rules/identifiers/name-skeleton.js';
import { Refusal } from '../../../rules/refusal.js';
import { type FieldProblem, problem } from '../../../rules/registry/field-problem.js';
import { RuleError } from '../../../rules/rule-error.js';
import type { RuleSet } from '../../../rules/scoring/rule-set.js';
import type { Language } from '../../../text/catalogue.js';
import type { Actor } from '../../../web/actor.js';
import type { ApplicationFile } from '../file/application-file.queries.js';
import { type TypedVerdict, decide, verdictProblems } from '../verification/decided-value.js';
import { type FigureRow, figureRows, readVerdict, verdictText } from './figure-rows.js';
import type { VerdictColumn } from './verdict-columns.js';

export type LineProblem = FieldProblem & {
  readonly line: number;
  /** The figure that the sentence is about; without it the sentence is about the cell. */
  readonly item?: string;
};

export interface VerdictRow {
  readonly line: number;
  readonly cells: Readonly<Record<VerdictColumn['key'], string>>;
}

/** A verdict as it stands and as the file gives it. */
export interface PlannedVerdict extends TypedVerdict {
  readonly line: number;
  readonly label: string;
  readonly before: Pick<FigureRow, 'verdict' | 'value' | 'reason'>;
  readonly after: Pick<FigureRow, 'verdict' | 'value' | 'reason'>;
}

/** The rows about one application, held against its file. */
export function readVerdictRows(
  rows: readonly VerdictRow[],
  given: {
    readonly file: ApplicationFile;
    readonly rules: RuleSet;
    readonly lang: Language;
    readonly actor: Actor;
  },
) {
  const { file, rules, lang, actor } = given;
  const figures = new Map(figureRows(file, rules, lang).map((one) => [one.key, one]));
  // A table that was taken in the other language is the same table.
  const other = new Map(
    figureRows(file, rules, lang === 'en' ? 'zh-CN' : 'en').map((one) => [one.key, one.claimed]),
  );
  const errors: LineProblem[] = [];
  const warnings: LineProblem[] = [];
  const verdicts: PlannedVerdict[] = [];
  const lines = new Map<string, number>();
  let unchanged = 0;
  for (const { line, cells } of rows) {
    const wrong = (field: string, code: string, variables = {}) =>
      errors.push({ ...problem(field, code, variables), line });
    const figure = figures.get(cells.item);
    const before = lines.get(cells.item);
    lines.set(cells.item, line);
    if (cells.merchant && nameKey(cells.merchant) !== nameKey(file.head.merchantName)) {
      wrong('merchant', 'review.verdictImport.otherMerchant', { name: file.head.merchantName });
      continue;
    }
    if (!figure) {
      wrong('item', 'review.verdictImport.noItem');
      continue;
    }
    if (before !== undefined) {
      wrong('item', 'review.verdictImport.twice', { line: before });
      continue;
    }
    if (cells.claimed && ![figure.claimed, other.get(figure.key)].includes(cells.claimed)) {
      wrong('claimed', 'review.verdictImport.otherClaim', {
        claimed: figure.claimed || '\u2014',
      });
      continue;
    }
    const verdict = readVerdict(cells.verdict);
    if (!verdict) {
      wrong('verdict', 'review.verdictImport.noSuchVerdict', { typed: cells.verdict.slice(0, 40) });
      continue;
    }
    const { value, reason } = cells;
    const typed = { key: figure.key, version: figure.stored?.version ?? 0, verdict, value, reason };
    const claimed = figure.stored?.claimed ?? null;
    const refused = verdictProblems(typed, claimed).map(asProblem);
    if (refused.length > 0) {
      errors.push(...refused.map((one) => ({ ...one, item: figure.label, line })));
      continue;
    }
    const decided = decide(typed, claimed);
    const { stored } = figure;
    if (
      stored?.verdict === decided.verdict &&
      stored.verified === decided.verified &&
      stored.reason === decided.reason
    ) {
      unchanged += 1;
      continue;
    }
    if (stored?.verifierId && (stored.verifierId !== actor.accountId || stored.secondReaderId)) {
      const who = { name: stored.verifierName ?? '', read: stored.secondReaderId ? 'yes' : 'no' };
      warnings.push({ ...problem('verdict', 'review.verdictImport.overwrites', who), line });
    }
    const after = { verdict: verdictText(figure.key, verdict, lang), value, reason };
    verdicts.push({ ...typed, line, label: figure.label, before: figure, after });
  }
  return { errors, warnings, verdicts, unchanged };
}

/** What the page of the application would say; anything else is no refusal. */
export function asProblem(error: unknown): FieldProblem {
  if (!(error instanceof Refusal || error instanceof RuleError)) throw error;
  const field = error instanceof Refusal ? (error.field ?? '').split('.')[0]! : '';
  return { field: field || 'verdict', code: error.code, variables: error.variables };
}
