import { formatDay } from '../../../text/format.js';
import type { PageContext } from '../../../web/page-context.js';
import type { AwardListRecord } from '../award-list.queries.js';
import { LEFT_OUT_REASONS } from '../left-out.js';

export type ListWords = Pick<PageContext, 't' | 'lang'>;

/** What is said of a list wherever it stands: which version it corrects or was corrected by, and why it is shorter than the notice. */
export function listRemarks({ t, lang }: ListWords, list: AwardListRecord): readonly string[] {
  const { corrects, correctedBy, leftOut, number, correctionReason: reason } = list;
  const remarks: string[] = [];
  if (correctedBy) {
    const day = formatDay(lang, correctedBy.publishedOn);
    const paper = correctedBy.documentNumber ?? 'none';
    remarks.push(t('awards.list.corrected', { number: correctedBy.number, day, paper }));
  }
  if (corrects) {
    const day = formatDay(lang, corrects.publishedOn);
    const versions = { number, before: corrects.number, day };
    remarks.push(
      t('awards.list.corrects', { ...versions, paper: corrects.documentNumber ?? 'none' }),
    );
    if (reason) remarks.push(t('awards.list.correctsWhy', { reason }));
  }
  if (leftOut) {
    const parts = LEFT_OUT_REASONS.flatMap((one) => {
      const count = leftOut.reasons[one];
      return count ? [t(`awards.list.leftOut.${one}`, { count })] : [];
    });
    const counts = { posted: leftOut.posted, listed: list.rows.length };
    const reasons = parts.join(t('navigation.listComma'));
    remarks.push(t('awards.list.shorter', { ...counts, reasons }));
  }
  return remarks;
}
