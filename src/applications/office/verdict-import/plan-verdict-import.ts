import { Injectable } from '@nestjs/common';
import { Database } from '../../../database/database.js';
import { ProgrammeQueries } from '../../../programmes/programme.queries.js';
import { nameKey } from '../../../rules/identifiers/name-skeleton.js';
import { hashOf } from '../../../rules/provenance/sha256-hex.js';
import { Refusal } from '../../../rules/refusal.js';
import { type FieldProblem, problem } from '../../../rules/registry/field-problem.js';
import { RuleError } from '../../../rules/rule-error.js';
import type { RuleSet } from '../../../rules/scoring/rule-set.js';
import type { Language } from '../../../text/catalogue.js';
import { type TableFile, type TableFileRow, readTableFile } from '../../../text/table-file.js';
import type { Actor } from '../../../web/actor.js';
import { type Report, unreported } from '../../../web/imports/import-progress.js';
import { type ApplicationFile, ApplicationFileQueries } from '../file/application-file.queries.js';
import { type TypedVerdict, decide } from '../verification/decided-value.js';
import { SaveVerdicts } from '../verification/save-verdicts.js';
import { type FigureRow, figureRows, readVerdict, verdictText } from './figure-rows.js';
import { VERDICT_TABLE, type VerdictColumn } from './verdict-columns.js';

export type LineProblem = FieldProblem & { readonly line: number };
type Cells = Readonly<Record<VerdictColumn['key'], string>>;

interface Row {
  readonly line: number;
  readonly cells: Cells;
}

/** A verdict as it stands and as the file gives it. */
export interface PlannedVerdict extends TypedVerdict {
  readonly line: number;
  readonly label: string;
  readonly before: Pick<FigureRow, 'verdict' | 'value' | 'reason'>;
  readonly after: Pick<FigureRow, 'verdict' | 'value' | 'reason'>;
}

export interface PlannedFile {
  readonly applicationId: string;
  readonly programmeId: string;
  readonly receipt: string;
  readonly merchantName: string;
  readonly verdicts: readonly PlannedVerdict[];
}

export interface VerdictPlan {
  readonly encoding: TableFile<VerdictColumn>['encoding'];
  readonly hash: string;
  readonly files: readonly PlannedFile[];
  readonly errors: readonly LineProblem[];
  /** Each of them waits for a person's word. */
  readonly warnings: readonly LineProblem[];
  readonly counts: { readonly new: number; readonly changed: number; readonly unchanged: number };
  readonly digest: string;
}

/** What a table of verdicts would do for the verifier who brings it; nothing is written. */
@Injectable()
export class PlanVerdictImport {
  constructor(
    private readonly database: Database,
    private readonly programmes: ProgrammeQueries,
    private readonly files: ApplicationFileQueries,
    private readonly saveVerdicts: SaveVerdicts,
  ) {}

  /** @throws Refusal for a file that is no table of verdicts */
  async run(
    actor: Actor,
    content: Buffer,
    lang: Language,
    report: Report = unreported,
  ): Promise<VerdictPlan> {
    const { encoding, hash, rows: read } = readTableFile(content, VERDICT_TABLE);
    const { groups, errors } = await this.groups(read.map(rowOf));
    const files: PlannedFile[] = [];
    const warnings: LineProblem[] = [];
    let unchanged = 0;
    for (const { id, rows } of groups) {
      const file = await this.files.file(id, null);
      const { rules } = await this.programmes.rules(file.head.programmeId);
      const planned = readFile(rows, { file, rules, lang, actor });
      unchanged += planned.unchanged;
      errors.push(...planned.errors);
      warnings.push(...planned.warnings);
      if (planned.verdicts.length) {
        const refused = await problemOf(() => this.saveVerdicts.assertOpen(actor, file));
        if (refused) errors.push({ ...refused, line: planned.verdicts[0]!.line, field: 'receipt' });
        files.push({
          applicationId: id,
          programmeId: file.head.programmeId,
          receipt: file.head.receiptNumber ?? '',
          merchantName: file.head.merchantName,
          verdicts: planned.verdicts,
        });
      }
      await report(0.2 + (0.8 * (groups.findIndex((one) => one.id === id) + 1)) / groups.length);
    }
    const verdicts = files.flatMap((one) => one.verdicts);
    const fresh = verdicts.filter(({ before }) => before.verdict === '').length;
    const inOrder = (lines: readonly LineProblem[]) => lines.toSorted((a, b) => a.line - b.line);
    return {
      encoding,
      hash,
      files,
      errors: inOrder(errors),
      warnings: inOrder(warnings),
      counts: { new: fresh, changed: verdicts.length - fresh, unchanged },
      digest: hashOf(
        files.map((one) => [
          one.applicationId,
          one.verdicts.map(({ key, version, verdict, value, reason }) => [
            key,
            version,
            verdict,
            value,
            reason,
          ]),
        ]),
      ),
    };
  }

  /** Rows that say something → the applications they are about. */
  private async groups(rows: readonly Row[]) {
    const errors: LineProblem[] = [];
    const known = new Map<string, string>();
    const receipts = [...new Set(rows.map(({ cells }) => cells.receipt).filter(Boolean))];
    for (let at = 0; at < receipts.length; at += 500) {
      const chunk = receipts.slice(at, at + 500);
      const found = await this.database.rows<{ id: string; receiptNumber: string }>(
        `SELECT id, receipt_number FROM application
         WHERE submitted_at IS NOT NULL AND receipt_number IN (${chunk.map(() => '?').join(', ')})
         ORDER BY receipt_number`,
        chunk,
      );
      for (const { id, receiptNumber } of found) known.set(receiptNumber, id);
    }
    const groups = new Map<string, Row[]>();
    for (const row of rows) {
      const { verdict, value, reason, receipt } = row.cells;
      const id = known.get(receipt);
      if (!verdict && (value || reason)) {
        const said = problem('verdict', 'review.verdictImport.noVerdict');
        errors.push({ ...said, line: row.line });
      } else if (verdict && !id) {
        const said = problem('receipt', 'review.verdictImport.unknown');
        errors.push({ ...said, line: row.line });
      } else if (verdict) groups.set(id!, [...(groups.get(id!) ?? []), row]);
    }
    // In the order in which they are held when they are written.
    const inOrder = [...groups].map(([id, own]) => ({ id, rows: own }));
    return { groups: inOrder.toSorted((a, b) => (a.id < b.id ? -1 : 1)), errors };
  }
}

function rowOf({ line, cells }: TableFileRow<VerdictColumn>): Row {
  const texts = Object.fromEntries(cells.map(({ column, text }) => [column.key, text.trim()]));
  const blank = Object.fromEntries(VERDICT_TABLE.columns.map(({ key }) => [key, '']));
  return { line, cells: { ...blank, ...texts } as Cells };
}

function readFile(
  rows: readonly Row[],
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
    const { refused, decided } = decidedOf(typed, figure.stored?.claimed ?? null);
    if (refused) {
      errors.push({ ...refused, line });
      continue;
    }
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

function decidedOf(typed: TypedVerdict, claimed: string | null) {
  try {
    return { decided: decide(typed, claimed), refused: null } as const;
  } catch (error) {
    return { decided: null, refused: asProblem(error) } as const;
  }
}

async function problemOf(work: () => Promise<unknown>): Promise<FieldProblem | null> {
  try {
    await work();
    return null;
  } catch (error) {
    return asProblem(error);
  }
}

/** What the page of the application would say; anything else is no refusal. */
function asProblem(error: unknown): FieldProblem {
  if (!(error instanceof Refusal || error instanceof RuleError)) throw error;
  const field = error instanceof Refusal ? (error.field ?? '').split('.')[0]! : '';
  return { field: field || 'verdict', code: error.code, variables: error.variables };
}
