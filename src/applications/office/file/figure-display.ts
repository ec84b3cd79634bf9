import type { Translate } from '../../../web/page-context.js';
import type { Language } from '../../../text/catalogue.js';
import { hasText } from '../../../text/catalogue.js';
import { formatDay, formatHundredths, formatNumber } from '../../../text/format.js';
import { amountUnit } from '../../../rules/scoring/amounts.js';
import type { NeededFigure } from '../../../rules/scoring/needed-figures.js';
import type { RuleText } from '../../../rules/scoring/rule-text.js';
import type { SnapshotShop } from './snapshot.js';

export type FigureKind =
  | 'wan'
  | 'percent'
  | 'count'
  | 'rating'
  | 'day'
  | 'choice'
  | 'tick'
  | 'certification'
  | 'samplingFailure';

const kindOfStem: Readonly<Record<string, FigureKind>> = {
  openedOn: 'day',
  choice: 'choice',
  tick: 'tick',
  certification: 'certification',
  samplingFailure: 'samplingFailure',
};

/** The kind of value under a figure's key (see `figuresOf`). */
export function figureKind(key: string): FigureKind {
  const [stem = '', ...rest] = key.split('.');
  if (key === 'samplingFailure.none') return 'tick';
  const kind = kindOfStem[stem];
  if (kind) return kind;
  if (stem === 'shop' && rest[1] === 'rating') return 'rating';
  if (stem === 'shop' && rest[1] === 'ratedOn') return 'day';
  const unit = amountUnit((stem === 'shop' ? rest[1] : key) as never);
  return unit === 'wan' || unit === 'percent' ? unit : 'count';
}

/** The key under which the rubric asks for the figure: rows such as certificates stand under their stem. */
export function neededKey(key: string): string {
  const [stem = ''] = key.split('.');
  return stem === 'certification' || stem === 'samplingFailure' ? stem : key;
}

export interface FigureTexts {
  readonly t: Translate;
  readonly lang: Language;
  readonly shops: readonly SnapshotShop[];
  readonly needed: ReadonlyMap<string, NeededFigure>;
  /** The rules' own names of checklist items, by figure key. */
  readonly names: ReadonlyMap<string, RuleText>;
}

/** The name of a figure beside its value, which has the unit already. */
export function figureLabel(key: string, texts: FigureTexts): string {
  const label = figureLabelWithUnit(key, texts);
  const kind = figureKind(key);
  if (kind !== 'wan' && kind !== 'percent') return label;
  const unit = texts.t(`review.figure.inLabel.${kind}`);
  return label.endsWith(unit) ? label.slice(0, -unit.length).trimEnd() : label;
}

/** For a field that is written by hand. */
export function figureLabelWithUnit(key: string, { t, lang, shops, names }: FigureTexts): string {
  const [stem = '', second = '', third = '', metric = ''] = key.split('.');
  const name = names.get(key);
  if (name) return lang === 'zh-CN' ? name.zh : name.en;
  if (stem === 'shop') {
    const found = shops.find(({ id }) => id === second);
    const shop = found ? shopLabel(found, t) : second;
    const figure =
      third === 'rating'
        ? t(`scoring.rating.${metric}`)
        : t(known(third) ?? 'review.figure.other', { key: third });
    return t('review.figure.ofShop', { shop, figure });
  }
  if (key.endsWith('.declaration')) return t('review.figure.declaration');
  if (key === 'samplingFailure.none') return t('review.figure.samplingNone');
  if (stem === 'certification' || stem === 'samplingFailure') {
    return t(`review.figure.${stem}`, { number: second });
  }
  return t(known(stem === 'choice' || stem === 'tick' ? second : stem) ?? 'review.figure.other', {
    key,
  });
}

/** A merchant often gives its shops on several platforms the same name. */
export function shopLabel({ shopName, platform }: SnapshotShop, t: Translate): string {
  return t('review.shop', { shop: shopName, platform: t(`merchants.platform.${platform}`) });
}

/** A stored value as people read it; an em dash where nothing was given. */
export function figureText(
  key: string,
  value: string | null,
  { t, lang, needed }: FigureTexts,
): string {
  if (value === null || value === '') return t('review.figure.none');
  const kind = figureKind(key);
  const [first = '', second = ''] = value.split('|');
  const day = (text: string) => (text ? formatDay(lang, text) : t('review.figure.noDay'));
  const option = needed.get(neededKey(key))?.options.find(({ code }) => code === first);
  const named = option ? (lang === 'zh-CN' ? option.name.zh : option.name.en) : first;
  const texts: Record<FigureKind, () => string> = {
    wan: () => t('review.figure.wan', { value: formatHundredths(Number(value)) }),
    percent: () => t('review.figure.percent', { value: formatHundredths(Number(value)) }),
    count: () => formatNumber(Number(value)),
    rating: () => formatHundredths(Number(value)),
    day: () => day(value),
    choice: () => named,
    tick: () => t(value === '1' ? 'review.figure.yes' : 'review.figure.no'),
    certification: () => t('review.figure.certificate', { type: named, until: day(second) }),
    samplingFailure: () => t('review.figure.failure', { date: day(first), remedied: day(second) }),
  };
  return texts[kind]();
}

function known(name: string): string | null {
  return [`scoring.figure.${name}`, `review.figure.${name}`].find(hasText) ?? null;
}
