import { hasLostDigits, readDay, readFlag } from '../rules/registry/read-cells.js';
import { languages, translate } from '../text/catalogue.js';
import { spreadsheetDay } from '../text/number-formats.js';
import { codeReader } from '../text/table-file.js';
import type { RegistryColumn } from './registry-columns.js';

/** Cell text → what a browser would send for the same field, or why it says nothing. */
export type ReadCell = (
  text: string,
) => { readonly value: unknown } | { readonly code: string; readonly typed: string };

const value = (found: unknown) => ({ value: found });
const shown = (text: string) => Array.from(text.trim()).slice(0, 40).join('');

export function cellReader(column: RegistryColumn): ReadCell {
  const { digits, kind } = column;
  if (kind === 'code') {
    const read = codeReader(column.values ?? [], column.options ?? '');
    return (text) => value(read(text));
  }
  if (kind === 'codes') {
    const read = codeReader(column.values ?? [], column.options ?? '');
    return (text) =>
      value(
        text
          .split(/[\p{P}|]+/u)
          .map(read)
          .filter(Boolean),
      );
  }
  if (kind === 'day') return (text) => value(readDay(text, spreadsheetDay));
  if (kind === 'flag') return flagReader();
  if (digits === undefined) return value;
  return (text) =>
    hasLostDigits(text, digits)
      ? { code: 'forms.table.digitsLost', typed: shown(text) }
      : value(text);
}

function flagReader(): ReadCell {
  const said = (key: string) => languages.map((language) => translate(language, key));
  const words = { yes: said('merchants.yes'), no: said('merchants.no') };
  return (text) => {
    const flag = readFlag(text, words);
    if (flag === null) return { code: 'forms.table.noFlag', typed: shown(text) };
    return value(flag ? 'on' : '');
  };
}
