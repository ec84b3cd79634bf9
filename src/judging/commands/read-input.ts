import { readFileSync } from 'node:fs';
import { CsvError, parse } from 'csv-parse/sync';
import { type CommandContext, UsageError } from '../../command.js';
import { type Rating } from '../../rules/calibration/rating.js';
import { type TableRow, ratingsFromTable } from '../../rules/calibration/ratings-table.js';
import { RuleError } from '../../rules/rule-error.js';

interface ParsedRecord {
  readonly record: Readonly<Record<string, string>>;
  readonly info: { readonly lines: number };
}

/**
 * Ratings from a CSV file with the columns judge, entry and score.
 * @throws UsageError naming the file, and the line where one is to blame
 */
export function readRatings(file: string, context: CommandContext): readonly Rating[] {
  const text = readText(file);
  return blamingFile(file, context, () => {
    let columns: string[] = [];
    const parsed = parseCsv(file, text, (header) => (columns = header));
    const rows: TableRow[] = parsed.map(({ record, info }) => ({
      line: info.lines,
      values: record,
    }));
    return ratingsFromTable(columns, rows);
  });
}

/** Parsed JSON of a file; @throws UsageError naming the file and what is wrong with it */
export function readJson(file: string): unknown {
  try {
    return JSON.parse(readText(file)) as unknown;
  } catch (error) {
    if (error instanceof UsageError) throw error;
    throw new UsageError('cli.notJson', { file, reason: (error as Error).message });
  }
}

/** Runs a rule; its refusal becomes a sentence that begins with the file. */
export function blamingFile<T>(file: string, context: CommandContext, work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof RuleError)) throw error;
    throw new UsageError('cli.fileProblem', {
      file,
      reason: context.t(error.code, error.variables),
    });
  }
}

/** The one file a command names. */
export function onlyFile(positionals: readonly string[]): string {
  const [file, ...others] = positionals;
  if (file === undefined || others.length > 0) throw new UsageError('cli.oneFile');
  return file;
}

/** A whole number given as an option, or the default. */
export function wholeOption<T>(name: string, text: string | undefined, otherwise: T): number | T {
  if (text === undefined) return otherwise;
  if (!/^\d{1,10}$/.test(text)) throw new UsageError('cli.wholeOption', { name, value: text });
  return Number(text);
}

function readText(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    throw new UsageError('cli.unreadable', { file, reason: (error as Error).message });
  }
}

function parseCsv(
  file: string,
  text: string,
  onHeader: (columns: string[]) => void,
): readonly ParsedRecord[] {
  try {
    return parse(text, {
      bom: true,
      info: true,
      skip_empty_lines: true,
      columns: (header: string[]) => {
        const columns = header.map((name) => name.trim());
        onHeader(columns);
        return columns;
      },
    }) as unknown as ParsedRecord[];
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const line = Number((error as { lines?: number }).lines ?? 1);
    throw new UsageError('cli.notCsv', { file, line });
  }
}
