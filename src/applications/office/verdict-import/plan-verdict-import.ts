import { Injectable } from '@nestjs/common';
import { Database } from '../../../database/database.js';
import { ProgrammeQueries } from '../../../programmes/programme.queries.js';
import { hashOf } from '../../../rules/provenance/sha256-hex.js';
import { type FieldProblem, problem } from '../../../rules/registry/field-problem.js';
import type { Language } from '../../../text/catalogue.js';
import { type TableFile, type TableFileRow, readTableFile } from '../../../text/table-file.js';
import type { Actor } from '../../../web/actor.js';
import { type Report, unreported } from '../../../web/imports/import-progress.js';
import { ApplicationFileQueries } from '../file/application-file.queries.js';
import { SaveVerdicts } from '../verification/save-verdicts.js';
import {
  type LineProblem,
  type PlannedVerdict,
  type VerdictRow,
  asProblem,
  readVerdictRows,
} from './read-verdict-rows.js';
import { VERDICT_TABLE, type VerdictColumn } from './verdict-columns.js';

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
      const planned = readVerdictRows(rows, { file, rules, lang, actor });
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
  private async groups(rows: readonly VerdictRow[]) {
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
    const groups = new Map<string, VerdictRow[]>();
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

function rowOf({ line, cells }: TableFileRow<VerdictColumn>): VerdictRow {
  const texts = Object.fromEntries(cells.map(({ column, text }) => [column.key, text.trim()]));
  const blank = Object.fromEntries(VERDICT_TABLE.columns.map(({ key }) => [key, '']));
  return { line, cells: { ...blank, ...texts } as VerdictRow['cells'] };
}

async function problemOf(work: () => Promise<unknown>): Promise<FieldProblem | null> {
  try {
    await work();
    return null;
  } catch (error) {
    return asProblem(error);
  }
}
