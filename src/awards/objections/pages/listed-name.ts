import type { PageContext } from '../../../web/page-context.js';
import type { ListedMerchant } from '../objection.queries.js';

type Named = Pick<ListedMerchant, 'name' | 'categoryZh' | 'categoryEn'>;

/** A merchant with the category in which it stands on the list: it may stand there in another one too. */
export function listedName(
  { name, categoryZh, categoryEn }: Named,
  { t, lang }: PageContext,
): string {
  return t('awards.objection.listed', {
    name,
    category: lang === 'zh-CN' ? categoryZh : categoryEn,
  });
}
