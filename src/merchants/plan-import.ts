import { Injectable } from '@nestjs/common';
import { Database } from '../database/database.js';
import { hashOf } from '../rules/provenance/sha256-hex.js';
import type { FieldProblem } from '../rules/registry/field-problem.js';
import {
  type MerchantFacts,
  type RecordField,
  changedFields,
  recordFacts,
  searchName,
} from '../rules/registry/merchant-facts.js';
import { checkers } from '../web/forms/check-value.js';
import { fieldsOf } from '../web/forms/field-meta.js';
import { parseValue } from '../web/forms/parse-value.js';
import { MerchantForm } from './merchant.form.js';
import { MerchantRecord } from './merchant-record.js';
import { type RegistryFile, readRegistryFile } from './read-registry-file.js';
import { type KnownMerchant, RegistryMatch } from './registry-match.js';

type Contact = 'contactMobile' | 'contactEmail';

export interface PlannedRow {
  readonly line: number;
  readonly facts: MerchantFacts;
  readonly kind: 'new' | 'changed' | 'unchanged';
  readonly known: KnownMerchant | null;
  readonly changed: readonly (RecordField | Contact)[];
}

export interface ImportPlan {
  readonly encoding: RegistryFile['encoding'];
  readonly hash: string;
  readonly rows: readonly PlannedRow[];
  readonly errors: readonly (FieldProblem & { readonly line: number })[];
  /** Doubtful credit codes; they are taken and listed, the office decides with the licence. */
  readonly warnings: readonly (FieldProblem & { readonly line: number })[];
  readonly counts: { readonly new: number; readonly changed: number; readonly unchanged: number };
  /** Stands for exactly these consequences; another plan of the same file has another digest. */
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

  async run(content: Buffer): Promise<ImportPlan> {
    const file = readRegistryFile(content);
    const parks = await this.record.parks();
    const read = file.rows.map((row) => ({ line: row.line, ...this.read(row.raw, parks) }));
    const known = await this.match.find(read.map(({ facts }) => facts));
    const seen = new Map<string, number>();
    const errors = read.flatMap(({ line, problems }) => problems.map((one) => ({ ...one, line })));
    const rows = read.map(({ line, facts }): PlannedRow => {
      const key = keyOf(facts);
      const before = seen.get(key);
      if (before === undefined) seen.set(key, line);
      else errors.push({ line, ...repeated(before) });
      const one = known.get(key) ?? null;
      return plan(line, one ? { ...facts, ...keptFacts(one, file.absent) } : facts, one);
    });
    const count = (kind: PlannedRow['kind']) => rows.filter((row) => row.kind === kind).length;
    return {
      encoding: file.encoding,
      hash: file.hash,
      rows,
      errors: errors.toSorted((a, b) => a.line - b.line),
      warnings: read.flatMap(({ line, warnings }) =>
        warnings.map((one) => ({ line, field: 'creditCode', ...one })),
      ),
      counts: { new: count('new'), changed: count('changed'), unchanged: count('unchanged') },
      digest: hashOf(rows.map(({ line, kind, known: one }) => [line, kind, one?.version ?? 0])),
    };
  }

  /** One row through the very fields and rules of the form; an introduction may follow later. */
  private read(raw: Readonly<Record<string, unknown>>, parks: readonly string[]) {
    const value: Record<string, unknown> = { birthDate: null, personIdNo: null };
    const shape: FieldProblem[] = [];
    for (const meta of importFields) {
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

/** Merchants are the same by credit code; those exempt from one by name. */
function keyOf(facts: { creditCode: string | null; name: string }): string {
  return facts.creditCode ?? `name ${searchName(facts.name ?? '')}`;
}

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

function repeated(line: number): FieldProblem {
  return { field: 'creditCode', code: 'merchants.import.repeated', variables: { line } };
}
