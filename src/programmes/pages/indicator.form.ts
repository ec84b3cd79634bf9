import { type BandRow, bandRows, bandsOf, edgesInOrder } from '../../rules/scoring/band-rows.js';
import { type Ranged, rangesOf } from '../../rules/scoring/computations.js';
import { isWhole } from '../../rules/scoring/find-band.js';
import { AMOUNT_KEYS } from '../../rules/scoring/figures.js';
import type { Indicator, SheetCode } from '../../rules/scoring/indicator.js';
import type { RuleText } from '../../rules/scoring/rule-text.js';
import type { Scoring, TickScoring } from '../../rules/scoring/scoring.js';
import { type RawForm, typedTexts } from '../../web/forms/parse-value.js';
import type { FieldError } from '../../web/forms/submitted.js';
import { parseNumber, typedText, unreadableNumber } from './typed-number.js';

/** Rows of a table of bands that the form offers; empty ones at its end are left out. */
export const MOST_ROWS = 10;
const TEXT_MOST = 300;
export const SHEETS: readonly SheetCode[] = ['material', 'insideDefence'];

/** The words and parameters of one indicator as typed; which of them there are depends on its computation. */
export function readIndicator(
  raw: RawForm,
  stored: Indicator,
): { readonly indicator: Indicator; readonly errors: readonly FieldError[] } {
  const read = new Reader(raw);
  const sheet =
    stored.type === 'E' && stored.sheet !== 'defence' ? read.sheet(stored.sheet) : stored.sheet;
  const indicator = { ...stored, sheet, scoring: readScoring(read, stored.scoring, stored.code) };
  return { indicator, errors: read.errors };
}

/** A sum of nothing but items that a verifier ticks; other sums keep their shape. */
export function checklistOf(scoring: Scoring): readonly TickScoring[] | null {
  if (scoring.kind !== 'sum') return null;
  const ticks = scoring.parts.filter((part) => part.kind === 'tick');
  return ticks.length === scoring.parts.length ? ticks : null;
}

function readScoring(read: Reader, stored: Scoring, code: string): Scoring {
  switch (stored.kind) {
    case 'anchors':
      return {
        ...stored,
        anchors: stored.anchors.map((anchor, at) => ({
          ...anchor,
          text: read.text(`anchor.${at}`, anchor.text),
        })),
      };
    case 'tick':
      return {
        ...stored,
        name: read.text('item', stored.name),
        points: read.number('points', stored.points, true),
      };
    case 'count':
      return {
        ...stored,
        figure: read.choice('figure', AMOUNT_KEYS, stored.figure),
        name: read.text('item', stored.name),
        pointsEach: read.number('pointsEach', stored.pointsEach, true),
        most: read.number('most', stored.most, true),
      };
    case 'sum': {
      const known = checklistOf(stored);
      if (!known) return stored;
      const parts = read.items(known, code);
      return { ...stored, parts, cap: parts.reduce((sum, { points }) => sum + points, 0) };
    }
    case 'growth': {
      const next = {
        ...stored,
        current: read.choice('current', AMOUNT_KEYS, stored.current),
        base: read.choice('base', AMOUNT_KEYS, stored.base),
      };
      return { ...next, bands: readBands(read, next, stored.bands) };
    }
    case 'bands': {
      const next = {
        ...stored,
        figure: read.choice('figure', AMOUNT_KEYS, stored.figure),
        closed: read.choice('closed', ['low', 'high'] as const, stored.closed),
      };
      return { ...next, bands: readBands(read, next, stored.bands) };
    }
    default:
      return 'bands' in stored
        ? { ...stored, bands: readBands(read, stored, stored.bands) }
        : stored;
  }
}

function readBands(read: Reader, scoring: Ranged, before: Ranged['bands']) {
  const { closed, unit } = rangesOf(scoring);
  const rows = read.rows(bandRows(before, closed), !isWhole(unit));
  if (!edgesInOrder(rows, closed)) read.wrong('row.0.edge', `programmes.refused.edges.${closed}`);
  return bandsOf(rows, closed, before);
}

class Reader {
  readonly errors: FieldError[] = [];

  constructor(private readonly raw: RawForm) {}

  wrong(field: string, code: string, variables: FieldError['variables'] = {}): void {
    this.errors.push({ field, code, variables });
  }

  number(field: string, stored: number, hundredths: boolean): number {
    const text = typedText(this.raw, field);
    if (text === null) return stored;
    const value = parseNumber(text, hundredths);
    if (value === null) this.errors.push(unreadableNumber(field, text, hundredths));
    return value ?? stored;
  }

  text(field: string, stored: RuleText): RuleText {
    const one = (lang: 'zh' | 'en') => {
      const name = `${field}.${lang}`;
      const text = (typedTexts(this.raw, name)[0] ?? stored[lang]).trim();
      if (text === '' || Array.from(text).length > TEXT_MOST) {
        this.wrong(name, 'programmes.refused.ruleText', { most: TEXT_MOST });
      }
      return text;
    };
    return { zh: one('zh'), en: one('en') };
  }

  choice<T extends string>(field: string, values: readonly T[], stored: T): T {
    const text = typedText(this.raw, field);
    if (text === null) return stored;
    const found = values.find((one) => one === text);
    if (!found) this.wrong(field, 'programmes.refused.choice');
    return found ?? stored;
  }

  sheet(stored: SheetCode): SheetCode {
    return this.choice('sheet', SHEETS, stored);
  }

  /** Items keep the key under which they are ticked; a new one gets the next that is free. */
  items(known: readonly TickScoring[], code: string): readonly TickScoring[] {
    if (typedText(this.raw, 'item.0.zh') === null) return known;
    const taken = new Set(known.map(({ item }) => item));
    const free = () => {
      let number = 1;
      while (taken.has(`${code}.item${number}`)) number += 1;
      taken.add(`${code}.item${number}`);
      return `${code}.item${number}`;
    };
    const filled = Array.from({ length: MOST_ROWS }, (_, at) => at).filter((at) =>
      ['zh', 'en', 'points'].some((part) => typedText(this.raw, `item.${at}.${part}`)),
    );
    if (filled.length === 0) this.wrong('item.0.zh', 'programmes.refused.oneItem');
    return filled.map((at) => ({
      kind: 'tick',
      item: known[at]?.item ?? free(),
      name: this.text(`item.${at}`, { zh: '', en: '' }),
      points: this.number(`item.${at}.points`, 0, true),
    }));
  }

  /** The last row that has points takes the rest, so its edge stays empty. */
  rows(stored: readonly BandRow[], hundredths: boolean): readonly BandRow[] {
    if (typedText(this.raw, 'row.0.points') === null) return stored;
    const typed = Array.from({ length: MOST_ROWS }, (_, at) => ({
      at,
      edge: typedText(this.raw, `row.${at}.edge`) ?? '',
      points: typedText(this.raw, `row.${at}.points`) ?? '',
    }));
    const filled = typed.filter(({ edge, points }) => edge !== '' || points !== '');
    if (filled.length < 2) this.wrong('row.0.points', 'programmes.refused.twoBands');
    return filled.map(({ at, edge }, index) => {
      const last = index === filled.length - 1;
      const points = this.number(`row.${at}.points`, 0, true);
      if (last) {
        if (edge !== '') this.wrong(`row.${at}.edge`, 'programmes.refused.lastBand');
        return { edge: null, points };
      }
      return { edge: this.number(`row.${at}.edge`, 0, hundredths), points };
    });
  }
}
