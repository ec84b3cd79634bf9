import { beijingDate } from '../../../rules/calendar/beijing-time.js';
import type { RuleSet } from '../../../rules/scoring/rule-set.js';
import { formatDay } from '../../../text/format.js';
import type { TableNumbers } from '../../../web/component-models.js';
import type { PageContext } from '../../../web/page-context.js';
import type { QueueRow } from '../division/division.queries.js';

const cell = (value: string | number) => ({
  text: String(value),
  href: null,
  numeric: typeof value === 'number',
});

/** What a division was given to do, what came in and what it recommended, by category and by day. */
export function divisionCounts(
  divisionCode: string,
  rules: RuleSet,
  rows: readonly QueueRow[],
  context: PageContext,
): { readonly byCategory: TableNumbers; readonly byDay: TableNumbers } {
  const { t, lang } = context;
  const column = (key: string, numeric: boolean) => ({
    label: t(`review.counts.${key}`),
    unit: null,
    numeric,
  });
  const recommended = rows.filter(isRecommended);
  const byCategory = rules.categories.map(({ code, name, divisionQuotas }) => ({
    cutLine: false,
    cells: [
      cell(lang === 'zh-CN' ? name.zh : name.en),
      cell(divisionQuotas?.[divisionCode] ?? t('review.counts.unlimited')),
      cell(rows.filter(({ categoryCode }) => categoryCode === code).length),
      cell(recommended.filter(({ categoryCode }) => categoryCode === code).length),
    ],
  }));
  const received = rows.flatMap(({ submittedAt }) =>
    submittedAt ? [beijingDate(submittedAt)] : [],
  );
  const signed = recommended.flatMap(({ approvedAt }) =>
    approvedAt ? [beijingDate(approvedAt)] : [],
  );
  const days = [...new Set([...received, ...signed])].toSorted();
  const until = (list: readonly string[], day: string) => list.filter((one) => one <= day).length;
  return {
    byCategory: {
      id: 'counts',
      caption: t('review.counts.byCategory'),
      columns: [
        column('category', false),
        column('target', true),
        column('received', true),
        column('recommended', true),
      ],
      rows: byCategory,
      totals: null,
    },
    byDay: {
      id: 'days',
      caption: t('review.counts.byDay'),
      columns: [column('day', false), column('received', true), column('recommended', true)],
      rows: days.map((day) => ({
        cutLine: false,
        cells: [cell(formatDay(lang, day)), cell(until(received, day)), cell(until(signed, day))],
      })),
      totals: null,
    },
  };
}

function isRecommended({ conclusion, approvedAt }: QueueRow): boolean {
  return conclusion === 'recommend' && approvedAt !== null;
}
