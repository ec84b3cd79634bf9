import { partsOfItem } from '../../../rules/applications/item-changes.js';
import type { CategoryRules } from '../../../rules/scoring/rule-set.js';
import { type FigureTexts, figureLabel } from '../file/figure-display.js';

/** The name of an item that an applicant is asked to repair, for the office that asks. */
export function correctableLabel(
  item: string,
  { rubric }: Pick<CategoryRules, 'rubric'>,
  texts: FigureTexts,
): string {
  const { t, lang } = texts;
  const [part] = partsOfItem(item);
  const { kind, key } = part!;
  if (kind === 'figure') return figureLabel(key, texts);
  if (kind === 'rows') return t(`applications.rows.${key}`);
  if (kind === 'penalty') return t('applications.penalty.title');
  const indicator = rubric.flatMap(({ indicators }) => indicators).find(({ code }) => code === key);
  const name = indicator
    ? `${key} ${lang === 'zh-CN' ? indicator.name.zh : indicator.name.en}`
    : key;
  return t(`review.correctable.${kind}`, { name });
}
