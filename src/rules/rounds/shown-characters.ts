import type { Indicator } from '../scoring/indicator.js';
import { type AnswerRows, readRows, readText } from './evidence-policy.js';

/**
 * Characters that a judge's sheet puts before the judge: the texts and rows of its indicators as the
 * field policy shows them. Attached files are not counted, so the length is never too great.
 */
export function shownCharacters(
  answers: {
    readonly texts?: Readonly<Record<string, string>>;
    readonly rows?: AnswerRows;
  },
  indicators: readonly Indicator[],
  blind: boolean,
): number {
  const reading = { blind, names: [] };
  const shown = indicators.flatMap(({ code }) => [
    readText(answers.texts?.[code] ?? '', reading),
    ...readRows(answers.rows ?? {}, code, reading).flatMap(({ rows }) => rows.flat()),
  ]);
  return shown.reduce((sum, text) => sum + Array.from(text).length, 0);
}
