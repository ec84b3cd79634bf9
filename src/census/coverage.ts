import type { CensusRow } from '../rules/census/census-table.js';
import { formatHundredths } from '../text/format.js';
import type { PageContext } from '../web/page-context.js';

/** How much of the register stands behind the figures, and of which year they are. */
export function coverage(
  { merchants, filed, filedPct }: CensusRow,
  year: number,
  { t }: Pick<PageContext, 't'>,
): string {
  const share = formatHundredths(filedPct ?? 0);
  return t('census.coverage', { year: String(year), merchants, filed, share });
}
