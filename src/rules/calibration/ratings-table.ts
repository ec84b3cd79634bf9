import { RuleError } from '../rule-error.js';
import type { Rating } from './rating.js';

/** One record of a parsed file: column name → text. */
export interface TableRow {
  /** Line in the file, counted from 1 with the header. */
  readonly line: number;
  readonly values: Readonly<Record<string, string>>;
}

const REQUIRED = ['judge', 'entry', 'score'] as const;
const NUMBER = /^[+-]?(\d+(\.\d*)?|\.\d+)([eE][+-]?\d+)?$/;

/**
 * Ratings from a parsed table with the columns judge, entry and score; other columns are ignored and
 * outer blanks of a value do not count.
 *
 * @throws RuleError `ratings.missingColumn` {column}, `ratings.emptyValue` {line, column},
 *   `ratings.notANumber` {line, value}, `ratings.duplicate` {line, firstLine, judge, entry},
 *   `ratings.tooFew` {count, minimum}.
 */
export function ratingsFromTable(
  columns: readonly string[],
  rows: readonly TableRow[],
): readonly Rating[] {
  for (const column of REQUIRED)
    if (!columns.includes(column)) throw new RuleError('ratings.missingColumn', { column });
  const firstLines = new Map<string, number>();
  const ratings = rows.map(({ line, values }) => {
    const cell = (column: string) => {
      const value = (values[column] ?? '').trim();
      if (value === '') throw new RuleError('ratings.emptyValue', { line, column });
      return value;
    };
    const judge = cell('judge');
    const entry = cell('entry');
    const text = cell('score');
    const score = Number(text);
    if (!NUMBER.test(text) || !Number.isFinite(score))
      throw new RuleError('ratings.notANumber', { line, value: text });
    const pair = JSON.stringify([judge, entry]);
    const firstLine = firstLines.get(pair);
    if (firstLine !== undefined)
      throw new RuleError('ratings.duplicate', { line, firstLine, judge, entry });
    firstLines.set(pair, line);
    return { judge, entry, score };
  });
  if (ratings.length < MINIMUM)
    throw new RuleError('ratings.tooFew', { count: ratings.length, minimum: MINIMUM });
  return ratings;
}

/** Two judges on two entries: fewer ratings allow no comparison at all. */
const MINIMUM = 4;
