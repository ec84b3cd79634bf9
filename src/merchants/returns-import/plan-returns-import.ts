import { Injectable } from '@nestjs/common';
import { Clock } from '../../config/clock.js';
import { Database } from '../../database/database.js';
import { hashOf } from '../../rules/provenance/sha256-hex.js';
import { Refusal } from '../../rules/refusal.js';
import { type ReturnFacts, checkReturn } from '../../rules/registry/check-return.js';
import { type FieldProblem, doubtKey, problem } from '../../rules/registry/field-problem.js';
import { returnYears } from '../../rules/registry/return-years.js';
import { type RawForm, typedTexts } from '../../web/forms/parse-value.js';
import { type Report, unreported } from '../../web/imports/import-progress.js';
import { type ReturnDoubts, ReturnDoubtQueries } from '../return-doubts.queries.js';
import { RETURN_FIELDS, SHOP_FIELDS, rawReturn, readReturn } from '../return-fields.js';
import { ReturnQueries, type ReturnRow } from '../return.queries.js';
import { RETURN_COLUMNS } from './return-columns.js';
import { type ReturnsFile, readReturnsFile } from './read-returns-file.js';
import { ReturnsOnRecord, type ShopOfReturn } from './returns-on-record.js';
import { type LineProblem, type RowGroup, groupRows } from './row-groups.js';

/** A figure as it is stored and as the file says it, as a person types them. */
export interface ChangedFigure {
  readonly field: string;
  readonly before: string;
  readonly after: string;
}

export interface PlannedReturn {
  readonly line: number;
  readonly merchantId: string;
  readonly name: string;
  readonly kind: 'new' | 'changed' | 'unchanged';
  readonly known: ReturnRow | null;
  readonly facts: ReturnFacts;
  /** Every doubt about the figures, confirmed before or not. */
  readonly doubts: readonly FieldProblem[];
  readonly changed: readonly ChangedFigure[];
}

export interface ReturnsPlan {
  readonly year: number;
  readonly encoding: ReturnsFile['encoding'];
  readonly hash: string;
  readonly rows: readonly PlannedReturn[];
  readonly errors: readonly LineProblem[];
  /** Each of them waits for a person's word. */
  readonly warnings: readonly LineProblem[];
  readonly counts: { readonly new: number; readonly changed: number; readonly unchanged: number };
  /** Shops by id, for the names of their figures. */
  readonly shops: ReadonlyMap<string, ShopOfReturn>;
  /** Stands for exactly these consequences and doubts. */
  readonly digest: string;
}

/** What a table of returns would do, to the cell; nothing is written. */
@Injectable()
export class PlanReturnsImport {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly returns: ReturnQueries,
    private readonly doubts: ReturnDoubtQueries,
  ) {}

  /** @throws Refusal for a file that is no table of the returns of one open year */
  async run(content: Buffer, report: Report = unreported): Promise<ReturnsPlan> {
    const file = readReturnsFile(content);
    const year = this.yearOf(file);
    const record = await ReturnsOnRecord.load(this.database, year);
    const stored = await this.returns.allOfYear(year);
    const doubtsOf = await this.doubts.ofYear(year);
    const filled = file.rows.filter((row) => row.filled);
    const { groups, problems } = groupRows(filled, record, FIGURES);
    const errors = [...problems];
    const warnings: LineProblem[] = [];
    const rows: PlannedReturn[] = [];
    const shops = new Map<string, ShopOfReturn>();
    for (const group of groups) {
      const { id } = group.merchant;
      const known = stored.get(id) ?? null;
      const own = record.shops(id);
      for (const shop of own) shops.set(shop.id, shop);
      const read = readGroup(group, { known, own, absent: file.absent }, (facts) =>
        doubtsOf(id, facts),
      );
      rows.push(read.row);
      errors.push(...read.errors);
      warnings.push(...read.warnings);
      if (known && record.isOwn(id) && read.row.kind === 'changed') {
        const asks = problem('grossWan', 'merchants.returnsImport.overwrites');
        warnings.push({ ...asks, line: group.total.line });
      }
      await report(0.3 + (0.7 * rows.length) / groups.length);
    }
    const count = (kind: PlannedReturn['kind']) => rows.filter((row) => row.kind === kind).length;
    const inOrder = (lines: readonly LineProblem[]) => lines.toSorted((a, b) => a.line - b.line);
    return {
      year,
      encoding: file.encoding,
      hash: file.hash,
      rows,
      errors: inOrder(errors),
      warnings: inOrder(warnings),
      counts: { new: count('new'), changed: count('changed'), unchanged: count('unchanged') },
      shops,
      digest: hashOf([
        rows.map(({ line, kind, merchantId, known, facts }) => [
          line,
          kind,
          merchantId,
          known?.version ?? 0,
          facts,
        ]),
        warnings.map((one) => [one.line, doubtKey(one)]),
      ]),
    };
  }

  /** The figures of one year are held against one year before. */
  private yearOf({ rows }: ReturnsFile): number {
    const open = returnYears(this.clock.now());
    const year = yearIn(rows[0]?.cells.year);
    const wrong = rows.find(({ cells }) => yearIn(cells.year) !== year);
    if (wrong || !open.includes(year)) {
      const { line, cells } = wrong ?? rows[0]!;
      const said = { years: open.join(', '), row: line, typed: (cells.year ?? '').slice(0, 20) };
      throw new Refusal('merchants.returnsImport.year', said, 'file');
    }
    return year;
  }
}

/** A year, with what people or spreadsheets write behind it; not a number for anything else. */
function yearIn(text = ''): number {
  return Number(/^(\d{4})(?:\.0+|\s*\u5e74\u5ea6?)?$/.exec(text.normalize('NFKC').trim())?.[1]);
}

const FIGURES = RETURN_COLUMNS.filter(({ kind }) => kind === 'figure').map(({ key }) => key);

interface Surroundings {
  readonly known: ReturnRow | null;
  readonly own: readonly ShopOfReturn[];
  readonly absent: readonly string[];
}

interface ReadGroup {
  readonly row: PlannedReturn;
  readonly errors: readonly LineProblem[];
  readonly warnings: readonly LineProblem[];
}

/** One merchant's rows through the very fields and rules of the form. */
function readGroup(
  group: RowGroup,
  { known, own, absent }: Surroundings,
  doubtsOf: (facts: ReturnFacts) => ReturnDoubts,
): ReadGroup {
  const before: RawForm = known ? rawReturn(known) : {};
  const typed = typedForm(group, before, own, absent);
  const changedBy = (facts: ReturnFacts) =>
    changedFigures(
      before,
      rawReturn({ ...facts, figures: {}, version: 0 } as unknown as ReturnRow),
    );
  const { id: merchantId, name } = group.merchant;
  const row = {
    line: group.total.line,
    merchantId,
    name,
    known,
    kind: known ? ('changed' as const) : ('new' as const),
    doubts: [],
  };
  if (known && group.shops.length === 0) {
    // Shops without figures of their own, as of a time when nobody asked for them, stay as they are.
    const totals = readReturn(typed, []);
    if (totals.errors.length === 0 && changedBy(totals.facts).length === 0) {
      const unchanged = { ...row, kind: 'unchanged' as const, facts: totals.facts, changed: [] };
      return { row: unchanged, errors: [], warnings: [] };
    }
  }
  const { facts, errors: unreadable } = readReturn(
    typed,
    own.map(({ id }) => id),
  );
  const at = (one: FieldProblem): LineProblem => {
    const ofShop = group.shops.find(({ shop }) => one.field.startsWith(`shop.${shop.id}.`));
    return { ...one, line: (ofShop?.row ?? group.total).line };
  };
  const errors = unreadable.length ? unreadable : checkReturn(facts);
  if (errors.length) {
    return { row: { ...row, facts, changed: [] }, errors: errors.map(at), warnings: [] };
  }
  const changed = changedBy(facts);
  if (known && changed.length === 0) {
    return { row: { ...row, kind: 'unchanged', facts, changed }, errors: [], warnings: [] };
  }
  const { all, open } = doubtsOf(facts);
  return { row: { ...row, facts, doubts: all, changed }, errors: [], warnings: open.map(at) };
}

/** The cells as the form would have sent them; of a single shop the totals are its figures. */
function typedForm(
  { total, shops }: RowGroup,
  before: RawForm,
  own: readonly ShopOfReturn[],
  absent: readonly string[],
): RawForm {
  const totals = Object.fromEntries(
    RETURN_FIELDS.map(({ key }) => [
      key,
      absent.includes(key) ? (before[key] ?? '') : (total.cells[key] ?? ''),
    ]),
  );
  const rows = SHOP_FIELDS.flatMap(({ key }) =>
    own.map(({ id }): [string, unknown] => {
      const field = `shop.${id}.${key}`;
      const row = shops.find(({ shop }) => shop.id === id)?.row;
      if (row) return [field, row.cells[key] ?? ''];
      if (own.length === 1 && (!before[field] || totals[key] !== before[key])) {
        return [field, totals[key]];
      }
      return [field, shops.length ? '' : (before[field] ?? '')];
    }),
  );
  return { ...totals, ...Object.fromEntries(rows) };
}

function changedFigures(before: RawForm, after: RawForm): readonly ChangedFigure[] {
  return Object.keys(after)
    .filter((field) => field !== 'version')
    .map((field) => ({
      field,
      before: typedTexts(before, field)[0] ?? '',
      after: typedTexts(after, field)[0] ?? '',
    }))
    .filter((one) => one.before !== one.after);
}
