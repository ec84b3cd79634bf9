import type { HelperOptions } from 'handlebars';
import { type Language, type TextVariables, translate } from '../../text/catalogue.js';
import {
  formatDay,
  formatDayWeekday,
  formatHundredths,
  formatInstant,
  formatNumber,
} from '../../text/format.js';

/** What helpers find beside the model of a page. */
export interface DrawingData {
  readonly lang: Language;
  /** A template drawn for a content, once for all who see it. */
  readonly kept: (name: string, content: object) => string;
}

/** The only logic a template may call. Results are plain strings, so Handlebars escapes them. */
export const viewHelpers = {
  t: (key: string, options: HelperOptions) =>
    translate(language(options), key, options.hash as TextVariables),
  /** A part of the page that shows nothing but its content: `{{kept 'judging/score-step' this}}`. */
  kept: (name: string, content: object, options: HelperOptions) => {
    const html = (options.data as DrawingData).kept(name, content);
    return { toHTML: () => html };
  },
  /** What labels, hints and errors of a field point to. */
  fieldId: ({ name, scope }: { readonly name: string; readonly scope?: string }) =>
    `field-${name}${scope === undefined ? '' : `-${scope}`}`,
  eq: (left: unknown, right: unknown) => left === right,
  not: (value: unknown) => !value,
  and: (...values: unknown[]) => values.slice(0, -1).every(truthy),
  or: (...values: unknown[]) => values.slice(0, -1).some(truthy),
  date: (day: string, options: HelperOptions) => formatDay(language(options), day),
  dateWeekday: (day: string, options: HelperOptions) => formatDayWeekday(language(options), day),
  instant: (instant: string, options: HelperOptions) => formatInstant(language(options), instant),
  number: (value: number) => formatNumber(value),
  points: (hundredths: number) => formatHundredths(hundredths),
  wan: (hundredths: number) => formatHundredths(hundredths),
  /** How many Chinese characters wide a line of text is; the style sheet knows 8 to 24. */
  breadth: (text: string) => {
    const wide = text.match(/[\u2e80-\uffef]/g)?.length ?? 0;
    return Math.min(24, Math.max(8, Math.ceil(wide + (text.length - wide) * 0.55)));
  },
  /** Whether a text stays Chinese on a page in another language, as names and official texts do. */
  inChinese: (text: unknown, options: HelperOptions) =>
    language(options) !== 'zh-CN' && typeof text === 'string' && /\p{Script=Han}/u.test(text),
};

function language(options: HelperOptions): Language {
  return (options.data as DrawingData).lang;
}

function truthy(value: unknown): boolean {
  return Array.isArray(value) ? value.length > 0 : Boolean(value);
}
