import { type RubricLine, withLines } from '../../rules/scoring/edit-rubric.js';
import type { Indicator } from '../../rules/scoring/indicator.js';
import {
  type WritableKind,
  newIndicator,
  writableKinds,
} from '../../rules/scoring/new-indicator.js';
import type { RuleText } from '../../rules/scoring/rule-text.js';
import type { RuleSet } from '../../rules/scoring/rule-set.js';
import type { RawForm } from '../../web/forms/parse-value.js';
import type { FieldError } from '../../web/forms/submitted.js';
import { parseNumber, typedText, unreadableNumber } from './typed-number.js';

/** Blank lines under a rubric; a saved page has as many again. */
export const NEW_LINES = [0, 1] as const;
const NAME_MOST = { zh: 60, en: 120 } as const;

/** A rubric, or the defence sheet where `category` is null, as plain dimensions. */
export function dimensionsOf(rules: RuleSet, category: string | null) {
  return category === null
    ? [{ name: null, indicators: rules.defenceSheet }]
    : rules.categories.find(({ code }) => code === category)!.rubric;
}

export const lineField = (code: string, part: string) => `line.${code}.${part}`;
export const newField = (at: number, part: string) => `new.${at}.${part}`;

/** The rubric as typed: every line with its place, weight and names, without those ticked, with new ones. */
export function readRubric(
  raw: RawForm,
  stored: RuleSet,
  category: string | null,
): { readonly rules: RuleSet; readonly errors: readonly FieldError[] } {
  const errors: FieldError[] = [];
  const dimensions = dimensionsOf(stored, category);
  const read = new Reader(raw, errors, dimensions.length, writableKinds(stored));
  const lines = dimensions.flatMap(({ indicators }, d) =>
    indicators.flatMap((indicator, i): RubricLine[] => {
      const field = (part: string) => lineField(indicator.code, part);
      if (typedText(raw, field('removed')) === 'on') return [];
      const own = {
        ...indicator,
        name: read.name(field, indicator.name),
        weight: read.number(field('weight'), indicator.weight, true),
      };
      return [
        {
          indicator: own,
          dimension: read.dimension(field('dimension'), d),
          position: read.number(field('position'), i + 1, false),
        },
      ];
    }),
  );
  const added = NEW_LINES.flatMap((at) => readNew(raw, stored, category, at, read));
  return { rules: withLines(stored, category, [...lines, ...added]), errors };
}

function readNew(
  raw: RawForm,
  stored: RuleSet,
  category: string | null,
  at: number,
  read: Reader,
): RubricLine[] {
  const field = (part: string) => newField(at, part);
  const blank = ['code', 'zh', 'en', 'weight'].every((part) => !typedText(raw, field(part)));
  if (blank) return [];
  const kind = category === null ? 'anchors' : read.kind(field('kind'));
  const indicator: Indicator = newIndicator(stored, {
    code: read.code(field('code')),
    name: read.name(field, { zh: '', en: '' }),
    weight: read.number(field('weight'), 0, true),
    sheet: category === null ? 'defence' : 'material',
    kind,
  });
  const dimension = read.dimension(field('dimension'), 0);
  const last = typedText(raw, field('position')) === '';
  const position = last ? Infinity : read.number(field('position'), Infinity, false);
  return [{ indicator, dimension, position }];
}

/** Reads fields, and keeps what is wrong with them. */
class Reader {
  constructor(
    private readonly raw: RawForm,
    private readonly errors: FieldError[],
    private readonly dimensions: number,
    private readonly kinds: readonly WritableKind[],
  ) {}

  number(field: string, stored: number, hundredths: boolean): number {
    const text = typedText(this.raw, field);
    if (text === null) return stored;
    const value = parseNumber(text, hundredths);
    if (value === null) this.errors.push(unreadableNumber(field, text, hundredths));
    return value ?? stored;
  }

  name(field: (part: string) => string, stored: RuleText): RuleText {
    const read = (lang: 'zh' | 'en') => {
      const text = typedText(this.raw, field(lang)) ?? stored[lang];
      const most = NAME_MOST[lang];
      if (text === '' || Array.from(text).length > most) {
        const code = 'programmes.refused.indicatorName';
        this.errors.push({ field: field(lang), code, variables: { most } });
      }
      return text;
    };
    return { zh: read('zh'), en: read('en') };
  }

  code(field: string): string {
    const text = (typedText(this.raw, field) ?? '').toUpperCase();
    if (!/^[A-Z]\d{1,3}$/.test(text)) {
      this.errors.push({ field, code: 'programmes.refused.indicatorCode', variables: {} });
    }
    return text;
  }

  dimension(field: string, stored: number): number {
    const text = typedText(this.raw, field);
    if (text === null) return stored;
    const value = Number(text);
    if (/^\d{1,2}$/.test(text) && value < this.dimensions) return value;
    this.errors.push({ field, code: 'programmes.refused.choice', variables: {} });
    return stored;
  }

  kind(field: string): WritableKind {
    const text = typedText(this.raw, field);
    const found = this.kinds.find((one) => one === text);
    if (!found) this.errors.push({ field, code: 'programmes.refused.choice', variables: {} });
    return found ?? 'anchors';
  }
}
