import { Injectable } from '@nestjs/common';
import { Database } from '../database/database.js';
import { hashOf } from '../rules/provenance/sha256-hex.js';
import { nameKey } from '../rules/identifiers/name-skeleton.js';
import { type FieldProblem, problem } from '../rules/registry/field-problem.js';
import {
  type MerchantFacts,
  type RecordField,
  changedFields,
  recordFacts,
} from '../rules/registry/merchant-facts.js';
import { shareDoubts } from '../rules/registry/record-doubts.js';
import { isSamePerson } from '../rules/registry/same-person.js';
import { checkers } from '../web/forms/check-value.js';
import { fieldsOf } from '../web/forms/field-meta.js';
import { parseValue } from '../web/forms/parse-value.js';
import { type Report, unreported } from '../web/imports/import-progress.js';
import { MerchantForm } from './merchant.form.js';
import { MerchantRecord } from './merchant-record.js';
import { type RegistryFile, type RegistryRow, readRegistryFile } from './read-registry-file.js';
import { type FoundMerchants, type KnownMerchant, RegistryMatch } from './registry-match.js';

type Contact = 'contactMobile' | 'contactEmail';

export interface PlannedRow {
  readonly line: number;
  readonly facts: MerchantFacts;
  readonly kind: 'new' | 'changed' | 'unchanged';
  readonly known: KnownMerchant | null;
  readonly changed: readonly (RecordField | Contact)[];
}

export interface PlannedWarning extends FieldProblem {
  readonly line: number;
  /** The import waits until a person says that the file is right. */
  readonly asks: boolean;
}

export interface ImportPlan {
  readonly encoding: RegistryFile['encoding'];
  readonly hash: string;
  readonly rows: readonly PlannedRow[];
  readonly errors: readonly (FieldProblem & { readonly line: number })[];
  /** Doubts. Those about a credit code do not ask: the office decides later with the licence in hand. */
  readonly warnings: readonly PlannedWarning[];
  readonly counts: { readonly new: number; readonly changed: number; readonly unchanged: number };
  /** Stands for exactly these consequences and doubts; another plan of the same file has another. */
  readonly digest: string;
}

/** What an import would do, to the line; nothing is written. */
@Injectable()
export class PlanImport {
  private readonly match: RegistryMatch;

  constructor(
    database: Database,
    private readonly record: MerchantRecord,
  ) {
    this.match = new RegistryMatch(database, record);
  }

  async run(content: Buffer, report: Report = unreported): Promise<ImportPlan> {
    const file = readRegistryFile(content);
    const parks = await this.record.parks();
    const read: ({ readonly line: number } & ReturnType<PlanImport['read']>)[] = [];
    for (const row of file.rows) {
      read.push({ line: row.line, ...this.read(row, parks) });
      await report(0.2 + (0.6 * read.length) / file.rows.length);
    }
    const found = await this.find(read.map(({ facts }) => facts));
    const errors = read.flatMap(({ line, problems }) => problems.map((one) => ({ ...one, line })));
    const rows = read.map(({ line, facts }): PlannedRow => {
      const one = found.of(facts);
      return plan(line, one ? { ...facts, ...keptFacts(one, file.absent) } : facts, one);
    });
    const again = [...repeated(rows), ...rows.flatMap(mergedProblem)];
    const once = rows.filter(({ line }) => !again.some((one) => one.line === line));
    const warnings: PlannedWarning[] = [
      ...read.flatMap(({ line, warnings: doubts }) =>
        doubts.map((one) => ({ line, field: 'creditCode', asks: false, ...one })),
      ),
      ...rows.flatMap(shareWarnings),
      ...nameWarnings(once, found),
    ];
    const count = (kind: PlannedRow['kind']) => rows.filter((row) => row.kind === kind).length;
    return {
      encoding: file.encoding,
      hash: file.hash,
      rows,
      errors: [...errors, ...again].toSorted((a, b) => a.line - b.line),
      warnings: warnings.toSorted((a, b) => a.line - b.line),
      counts: { new: count('new'), changed: count('changed'), unchanged: count('unchanged') },
      digest: hashOf([
        rows.map(({ line, kind, known: one }) => [line, kind, one?.version ?? 0]),
        warnings.map(({ line, field, code }) => [line, field, code]),
      ]),
    };
  }

  find(facts: readonly MerchantFacts[]): Promise<FoundMerchants> {
    return this.match.find(facts);
  }

  /** One row through the very fields and rules of the form; an introduction may follow later. */
  private read({ raw, problems }: RegistryRow, parks: readonly string[]) {
    const value: Record<string, unknown> = { birthDate: null, personIdNo: null };
    const shape: FieldProblem[] = [...problems];
    for (const meta of importFields) {
      if (problems.some(({ field }) => field === meta.name)) {
        value[meta.name] = null;
        continue;
      }
      const parsed = parseValue(raw, meta);
      const found = checkers[meta.kind](parsed, meta);
      if (found) shape.push({ field: meta.name, ...found });
      value[meta.name] = parsed;
    }
    const facts = { ...value, intro: value.intro ?? '' } as unknown as MerchantFacts;
    if (shape.length) return { facts, problems: shape, warnings: [] };
    return this.record.checkAlone(facts, parks);
  }
}

const importFields = fieldsOf(MerchantForm)
  .filter((meta) => meta.name !== 'birthDate' && meta.name !== 'personIdNo')
  .map((meta) => (meta.name === 'intro' ? { ...meta, required: false } : meta));

function plan(line: number, facts: MerchantFacts, known: KnownMerchant | null): PlannedRow {
  if (!known) return { line, facts, kind: 'new', known, changed: [] };
  const fields = changedFields(known.facts, recordFacts(facts));
  const contacts = (['contactMobile', 'contactEmail'] as const).filter(
    (key) => known[key] !== facts[key],
  );
  const changed = [...fields, ...contacts];
  return { line, facts, kind: changed.length ? 'changed' : 'unchanged', known, changed };
}

/** A column that the file does not have says nothing about what is registered. */
function keptFacts(known: KnownMerchant, absent: readonly string[]): Partial<MerchantFacts> {
  const stored: Readonly<Record<string, unknown>> = {
    ...known.facts,
    contactEmail: known.contactEmail,
  };
  return Object.fromEntries(absent.map((key) => [key, stored[key] ?? null]));
}

/** Rows that speak of a merchant of an earlier row. */
function repeated(rows: readonly PlannedRow[]): (FieldProblem & { readonly line: number })[] {
  const codes = new Map<string, number>();
  const people = new Map<string, PlannedRow[]>();
  return rows.flatMap((row) => {
    const { line, facts } = row;
    let before: number | undefined;
    if (facts.creditCode === null) {
      const alike = people.get(nameKey(facts.name ?? '')) ?? [];
      before = alike.find((one) => isSamePerson(one.facts, facts))?.line;
      people.set(nameKey(facts.name ?? ''), [...alike, row]);
    } else {
      before = codes.get(facts.creditCode);
      codes.set(facts.creditCode, before ?? line);
    }
    if (before === undefined) return [];
    return [{ line, ...problem('creditCode', 'merchants.import.repeated', { line: before }) }];
  });
}

/** A record that was merged into another is not brought up to date any more. */
function mergedProblem({ line, known }: PlannedRow): (FieldProblem & { readonly line: number })[] {
  return known?.mergedIntoId ? [{ line, ...problem('creditCode', 'merchants.import.merged') }] : [];
}

/** Only what the file changes is asked: a share that stands in the register was asked when it came. */
function shareWarnings({ line, facts, known }: PlannedRow): PlannedWarning[] {
  return shareDoubts(facts)
    .filter(({ field }) => known?.facts[field as RecordField] !== facts[field as RecordField])
    .map((one) => ({ ...one, line, asks: true }));
}

/** New names that another merchant of the register bears, or one of an earlier row. */
function nameWarnings(
  rows: readonly PlannedRow[],
  { names }: Pick<FoundMerchants, 'names'>,
): PlannedWarning[] {
  const seen = new Map<string, number>();
  return rows.flatMap(({ line, facts, known }): PlannedWarning[] => {
    const key = nameKey(facts.name ?? '');
    const before = seen.get(key);
    seen.set(key, before ?? line);
    if (key === '' || (known && nameKey(known.facts.name) === key)) return [];
    const other = (names.get(key) ?? []).find(({ id }) => id !== known?.id);
    if (other) {
      const code = other.creditCode ? 'merchants.import.sameName' : 'merchants.import.samePerson';
      const variables = { name: other.name, code: other.creditCode ?? '' };
      return [{ ...problem('name', code, variables), line, asks: true }];
    }
    if (before === undefined) return [];
    const variables = { line: before };
    return [{ ...problem('name', 'merchants.import.sameNameInFile', variables), line, asks: true }];
  });
}
