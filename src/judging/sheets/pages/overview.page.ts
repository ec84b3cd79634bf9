import { formatHundredths } from '../../../text/format.js';
import type { StatusTag, Tabs } from '../../../web/component-models.js';
import type { PageContext } from '../../../web/page-context.js';
import type { PageFrame } from '../../../web/views/page.js';
import { categoryName, sheetStatus } from './judging-home.page.js';
import { indicatorLabel } from './score-step.js';
import { type Overview, type OwnSheet, overviewFilters } from './overview.js';
import { type Spread, spreadOf } from './spread.js';

declare module '../../../web/views/page.js' {
  interface PageModels {
    'judging/review': OverviewPage;
  }
}

interface Column {
  readonly key: string;
  readonly label: string;
  readonly most: string | null;
  readonly number: boolean;
  readonly href: string;
  readonly sorted: 'ascending' | 'descending' | null;
}

interface Line {
  readonly href: string;
  readonly number: string;
  readonly name: string | null;
  readonly points: readonly { readonly code: string; readonly value: string }[];
  readonly total: string;
  readonly flagged: boolean;
  readonly noted: boolean;
  readonly comments: string;
  readonly status: StatusTag;
}

export interface OverviewPage extends PageFrame {
  readonly finding: string;
  readonly spreads: readonly Spread[];
  readonly action: string;
  readonly signHref: string;
  readonly asked: Overview['asked'];
  readonly findHint: string;
  readonly tabs: Tabs;
  readonly table: {
    readonly columns: readonly Column[];
    readonly named: boolean;
    readonly sheets: readonly Line[];
    readonly caption: string;
  };
}

/** A judge's own sheets of a round in one table, with how the own points spread. */
export function overviewPage(overview: Overview) {
  return (context: PageContext): OverviewPage => {
    const { t } = context;
    const { sheets, shown, asked } = overview;
    const { row } = sheets[0]!;
    const base = `judging/rounds/${row.roundId}`;
    const title = t('judging.review.title', { category: categoryName(row, context) });
    const named = sheets.some(({ name }) => name !== null);
    return {
      title,
      breadcrumbs: [
        { label: t('judging.home.title'), href: '/judging' },
        { label: title, href: null },
      ],
      finding: finding(sheets, context),
      spreads: spreads(overview, context),
      action: `${base}/review`,
      signHref: `${base}/sign`,
      asked,
      findHint: t(named ? 'judging.review.find.hint' : 'judging.review.find.blindHint'),
      tabs: {
        label: t('judging.review.show'),
        tabs: overviewFilters.map((show) => ({
          href: address(base, { ...asked, show }),
          label: t(`judging.review.show.${show}`),
          current: show === asked.show,
          count: overview.counts[show],
        })),
      },
      table: {
        columns: columns(overview, named, context).map(({ key, ...column }) => ({
          ...column,
          key,
          href: address(base, { ...asked, sort: nextOrder(key, asked.sort, column.number) }),
          sorted: orderOf(key, asked.sort),
        })),
        named,
        sheets: shown.map((sheet) => line(sheet, overview, context)),
        caption: t('judging.review.caption', { count: shown.length }),
      },
    };
  };
}

function columns({ indicators }: Overview, named: boolean, { t }: PageContext) {
  const plain = (key: string, label: string, number = false) => ({
    key,
    label: t(label),
    most: null,
    number,
  });
  return [
    plain('number', 'judging.review.number'),
    ...(named ? [plain('name', 'judging.review.name')] : []),
    ...indicators.map(({ code, weight }) => ({
      key: code,
      label: code,
      most: formatHundredths(weight),
      number: true,
    })),
    plain('total', 'judging.sheet.totalLabel', true),
    plain('comment', 'judging.review.comments'),
    plain('flag', 'judging.review.flag'),
    plain('state', 'judging.sheet.state'),
  ];
}

function line(sheet: OwnSheet, { indicators }: Overview, context: PageContext): Line {
  const { t } = context;
  const { row, scores, commentsMissing } = sheet;
  return {
    href: `/judging/sheets/${row.id}`,
    number: sheet.number,
    name: sheet.name,
    points: indicators.map(({ code }) => ({
      code,
      value: scores[code] === undefined ? '' : formatHundredths(scores[code]),
    })),
    total: row.total === null ? '' : formatHundredths(row.total),
    flagged: sheet.flagged,
    noted: sheet.noted,
    comments: commentsMissing
      ? t('judging.review.commentsMissing', { count: commentsMissing })
      : '',
    status: sheetStatus({ ...row, begun: sheet.progress > 0 ? 1 : 0 }, context),
  };
}

function finding(sheets: readonly OwnSheet[], { t }: PageContext): string {
  const totals = sheets.flatMap(({ row }) => row.total ?? []).toSorted((a, b) => a - b);
  const total = sheets.length;
  if (totals.length === 0) return t('judging.review.findingNone', { total });
  return t('judging.review.finding', {
    done: totals.length,
    total,
    low: formatHundredths(totals[0]!),
    middle: formatHundredths(totals[Math.floor((totals.length - 1) / 2)]!),
    high: formatHundredths(totals.at(-1)!),
  });
}

function spreads({ sheets, indicators }: Overview, context: PageContext): readonly Spread[] {
  const { t } = context;
  const most = indicators.reduce((sum, { weight }) => sum + weight, 0);
  const whole = {
    code: t('judging.sheet.totalLabel'),
    label: t('judging.sheet.totalLabel'),
    weight: most,
  };
  const totals = sheets.flatMap(({ row }) => row.total ?? []);
  const given = indicators.map((indicator) => ({
    of: { ...indicator, label: indicatorLabel(indicator, context) },
    points: sheets.flatMap(({ scores }) => scores[indicator.code] ?? []),
  }));
  return [{ of: whole, points: totals }, ...given]
    .filter(({ points }) => points.length > 0)
    .map(({ of, points }) => spreadOf(of, points, context));
}

function orderOf(key: string, sort: string): Column['sorted'] {
  if (sort === key) return 'ascending';
  return sort === `-${key}` ? 'descending' : null;
}

/** Numbers begin with the highest, words with the first; again turns the order. */
function nextOrder(key: string, sort: string, number: boolean): string {
  const order = orderOf(key, sort);
  if (order) return order === 'ascending' ? `-${key}` : key;
  return number || ['flag', 'comment'].includes(key) ? `-${key}` : key;
}

function address(base: string, { show, sort, q }: Overview['asked']): string {
  const words = new URLSearchParams();
  if (show !== 'all') words.set('show', show);
  if (sort !== '-total') words.set('sort', sort);
  if (q) words.set('q', q);
  const asked = words.toString();
  return `/${base}/review${asked ? `?${asked}` : ''}`;
}
