import type { Tone } from '../../web/layout-model.js';
import type { PageContext, Translate } from '../../web/page-context.js';

/** The name of a category in the reader's language. */
export function categoryName(
  { lang }: Pick<PageContext, 'lang'>,
  category: { readonly nameZh: string; readonly nameEn: string },
): string {
  return lang === 'zh-CN' ? category.nameZh : category.nameEn;
}

export function divisionName(t: Translate, code: string): string {
  return t(`division.${code}`);
}

export const outcomeTones: Readonly<Record<string, Tone>> = {
  proposed: 'good',
  notProposed: 'neutral',
  undecided: 'attention',
};

export const titleTones: Readonly<Record<string, Tone>> = {
  Active: 'good',
  UnderReview: 'active',
  Warned: 'attention',
  Revoked: 'bad',
  Expired: 'neutral',
};
