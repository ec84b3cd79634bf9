import type { SqlValue } from '../../database/reader.js';
import { containing, searchWords } from '../titles/search-form.js';

export interface NoticeSearch {
  readonly sql: string;
  readonly values: readonly SqlValue[];
}

export const EVERY_NOTICE: NoticeSearch = { sql: '1 = 1', values: [] };

/** A number of a document is typed with whatever brackets the keyboard has. */
const brackets = /[\p{Ps}\p{Pe}\p{Pi}\p{Pf}"]/gu;

/** Each word in the title, the number or the text, or all together the sound of the title. */
export function noticeSearch(text: string, sounding: readonly string[]): NoticeSearch {
  const words = searchWords(text.replace(brackets, ' '));
  const places = ['n.title', "COALESCE(n.document_number, '')", 'n.body'];
  const written = words.map(
    () => `(${places.map((place) => `LOWER(${place}) LIKE ? ESCAPE '\\'`).join(' OR ')})`,
  );
  const heard = sounding.length ? [`n.title IN (${sounding.map(() => '?').join(', ')})`] : [];
  return {
    sql: `(${[`(${written.join(' AND ')})`, ...heard].join(' OR ')})`,
    values: [...words.flatMap((word) => places.map(() => containing(word))), ...sounding],
  };
}
