import type { Block, Paper } from '../../../paper/paper.js';
import { PLAIN, column, heading, paragraph, table } from '../../../paper/paper.js';
import type { ProgrammeRow } from '../../../programmes/programme.queries.js';
import { beijingDate } from '../../../rules/calendar/beijing-time.js';
import type { CategoryRules, RuleSet } from '../../../rules/scoring/rule-set.js';
import { formatDay, formatInstant } from '../../../text/format.js';
import type { PageContext } from '../../../web/page-context.js';
import type { RecommendedRow } from '../division/division.queries.js';

type Words = Pick<PageContext, 't' | 'lang' | 'now'>;

/** 推荐汇总表 of one division, for its seal: each category in its order. */
export function recommendationsPaper(
  programme: Pick<ProgrammeRow, 'name'>,
  divisionCode: string,
  rules: RuleSet,
  rows: readonly RecommendedRow[],
) {
  return (words: Words): Paper => {
    const { t, lang, now } = words;
    const division = t(`division.${divisionCode}`);
    const blocks = rules.categories.flatMap((category) => {
      const own = rows.filter((row) => row.categoryCode === category.code);
      return own.length ? [headingOf(category, divisionCode, own, words), tableOf(own, words)] : [];
    });
    const today = beijingDate(now);
    return {
      ...PLAIN,
      lang,
      title: t('document.recommendationSummary'),
      addressee: t('review.summary.head', { programme: programme.name, division }),
      blocks: blocks.length ? blocks : [paragraph(t('review.summary.empty'))],
      signature: {
        signatory: t('review.summary.seal', { division }),
        day: formatDay(lang, today),
        isoDay: today,
      },
    };
  };
}

function headingOf(
  { name, divisionQuotas }: CategoryRules,
  divisionCode: string,
  own: readonly RecommendedRow[],
  { t, lang }: Words,
): Block {
  const quota = divisionQuotas?.[divisionCode];
  const count = quota ? t('review.summary.quota', { quota, count: own.length }) : '';
  return heading((lang === 'zh-CN' ? name.zh : name.en) + count);
}

function tableOf(own: readonly RecommendedRow[], { t, lang }: Words): Block {
  return table(
    [
      column(t('review.summary.rank'), 8),
      column(t('review.column.merchant'), 34, { head: true }),
      column(t('review.column.receipt'), 22),
      column(t('review.summary.signed'), 22),
    ],
    own.map(({ rank, merchantName, receiptNumber, approvedAt }) => [
      String(rank),
      merchantName,
      receiptNumber ?? '',
      approvedAt ? formatInstant(lang, approvedAt) : t('review.summary.unsigned'),
    ]),
  );
}
