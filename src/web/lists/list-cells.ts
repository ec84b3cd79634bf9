import type { CsvCell } from '../../text/csv.js';
import { formatDay, formatHundredths, formatInstant, formatNumber } from '../../text/format.js';
import type { ListColumn, Said, Words } from './list-table.js';
import type { Stored } from './list-reader.js';

export function said(label: Said, { t, lang }: Words): string {
  if (typeof label === 'string') return t(label);
  return lang === 'zh-CN' ? label.zh : label.en;
}

export function heading({ label, words }: ListColumn, { t }: Words): string {
  return t(label, words);
}

/** What a page shows in a cell. */
export function cellText(column: ListColumn, value: Stored, words: Words): string {
  if (value === null || value === '') return column.nothing ? words.t(column.nothing) : '';
  if (column.write) return column.write(String(value), words);
  if (column.say) return said(column.say(String(value)), words);
  if (column.kind === 'number') return formatNumber(Number(value));
  if (column.kind === 'hundredths') return formatHundredths(Number(value));
  if (column.kind === 'instant') return formatInstant(words.lang, String(value));
  if (column.kind === 'day') return formatDay(words.lang, String(value));
  return String(value);
}

/** What a file holds: numbers stay numbers, everything else is what the page says. */
export function cellOfFile(column: ListColumn, value: Stored, words: Words): CsvCell {
  if (value === null || value === '') return null;
  if (column.kind === 'number' && !column.say && !column.write) return Number(value);
  if (column.kind === 'hundredths') return Number(value) / 100;
  if (column.kind === 'day') return String(value);
  return cellText(column, value, words);
}
